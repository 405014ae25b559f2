public import StudyAreas

extension Finding {
    /// The sentence for people: what is wrong and what to do about it.
    public var wording: Wording {
        switch code.severity {
        case .error: exclusionWording
        case .warning: doubtWording
        case .info: noteWording
        }
    }

    func argument(_ place: Int) -> String { place < arguments.count ? arguments[place] : "" }

    /// What was left out.
    private var exclusionWording: Wording {
        let (a, b) = (argument(0), argument(1))
        switch code {
        case .geometryMissing:
            return Wording("no geometry (\(a)); draw it or delete the row", "没有几何（\(a)），请补绘或删除该行")
        case .geometryEmpty:
            return Wording("empty geometry (\(a)); draw it or delete the row", "几何为空（\(a)），请补绘或删除该行")
        case .geometryNotFinite:
            return Wording(
                "a coordinate is not a number (\(a)); correct it", "坐标不是有效数字（\(a)），请更正")
        case .geometryUnsupported:
            return Wording(
                "a \(b) cannot serve in this layer (\(a)); give points, lines or polygons as the layer asks",
                "\(ForeignWords.chinese(b))不适用于该图层（\(a)），请按图层要求提供点、线或面")
        case .geometryMalformed:
            return Wording(
                "malformed geometry: \(b) (\(a)); redraw it", "几何损坏：\(ForeignWords.chinese(b))（\(a)），请重绘")
        case .geometryUnrepairable:
            return Wording(
                "invalid geometry beyond repair: \(b) (\(a)); redraw it",
                "几何无效且无法修复：\(ForeignWords.chinese(b))（\(a)），请重绘")
        case .outsideTheGlobe:
            return Wording(
                "\(b), \(argument(2)) is no longitude and latitude (\(a)); the layer may be in metres: declare its coordinate system",
                "\(b), \(argument(2)) 不是经纬度（\(a)），坐标可能为米制，请声明其坐标系")
        case .notTransformable:
            return Wording(
                "the position cannot be moved into the plane (\(a)); check the coordinate system",
                "坐标无法投影到计算平面（\(a)），请检查坐标系")
        case .kindMissing:
            return Wording("no facility kind; fill in the kind column", "没有设施类型，请填写类型列")
        case .kindUnknown:
            return b.isEmpty
                ? Wording(
                    "kind \"\(a)\" is not known; see `lifecircle standards show suzhou-2021` for names",
                    "未知设施类型“\(a)”，名称见 lifecircle standards show suzhou-2021")
                : Wording("kind \"\(a)\" is not known; nearest names: \(b)", "未知设施类型“\(a)”，相近名称：\(b)")
        default:
            return Wording(
                "entrance of block \"\(a)\", which does not exist; correct the block id",
                "出入口所属街坊“\(a)”不存在，请更正街坊编号")
        }
    }

    /// What was mended or is doubtful.
    private var doubtWording: Wording {
        let (a, b) = (argument(0), argument(1))
        switch code {
        case .geometryRepaired:
            return Wording(
                "repaired: invalid geometry: \(b) (\(a)); check the shape",
                "已修复：几何无效：\(ForeignWords.chinese(b))（\(a)），请核对形状")
        case .idMissing: return Wording("no id: named by its place in the file", "缺少编号：以其在文件中的序号命名")
        case .idDuplicate:
            return Wording("id \"\(a)\" is used twice: renamed; make ids unique", "编号“\(a)”重复：已改名，请使编号唯一")
        case .notANumber:
            return Wording("\(a) \"\(b)\" is not a number: taken as unknown", "\(a)“\(b)”不是数字：按未知处理")
        case .negativeNumber:
            return Wording("\(a) \(b) is negative: taken as unknown", "\(a) \(b) 为负数：按未知处理")
        case .notUnderstood:
            return Wording("\(a) \"\(b)\" is not understood: taken as unknown", "\(a)“\(b)”无法识别：按未知处理")
        case .readerNote:
            return Wording("the reader of \(a) says: \(b)", "读取 \(a) 时提示：\(ForeignWords.chinese(b))")
        case .parksOverlap:
            return Wording(
                "overlaps \(a) by \(b) m²: the land counts once; check whether it is drawn twice",
                "与 \(a) 重叠 \(b) 平方米：用地只计一次，请检查是否重复绘制")
        case .noGateKnown:
            return Wording(
                "gated, but no entrance is known and no way crosses its boundary: walks start at its inner point; give --entrances",
                "封闭街坊，但没有出入口数据，也没有道路穿过边界：步行从内点出发；请提供出入口图层")
        case .nearDataEdge:
            return Wording(
                "\(a) blocks are within \(b) m of the edge of the data; what lies beyond could better \(argument(2)) results: take in more data or declare its boundary",
                "\(a) 个街坊在 \(b) 米内可达数据边缘，边缘之外的道路和设施可能改善 \(argument(2)) 项结果：请扩大数据范围，或声明数据完整边界")
        case .drawingScaled:
            return Wording(
                "drawing \(a) is in \(b): its coordinates were multiplied by \(argument(2)) to metres and then cover \(argument(3)) m; if they are metres already, say drawing_unit: m in the project file",
                "图纸 \(a) 的单位为 \(b)：坐标已乘以 \(argument(2)) 换算为米，范围 \(argument(3)) 米；若坐标本为米，请在项目文件中写 drawing_unit: m"
            )
        case .drawingUnitDoubtful:
            return Wording(
                "the unit of drawing \(a) is likely wrong: its header says \(b), by which it covers \(argument(2)) m only or leaves the national grid, while its coordinates make sense in metres; say drawing_unit: m in the project file, or \(b) if that is right",
                "图纸 \(a) 的单位很可能有误：文件头为 \(b)，换算后范围仅 \(argument(2)) 米或不在国家坐标网内，而原坐标按米合理；请在项目文件中写 drawing_unit: m，若单位无误则写 drawing_unit: \(b)"
            )
        case .longSegment:
            return Wording(
                "a straight segment of \(a) km; check for a vertex that lies far away",
                "有一段长达 \(a) 公里的直线，请检查是否有偏离的顶点")
        case .blockOutsideUnits:
            return Wording("in no unit: counted in the whole area only", "不在任何统计单元内：仅计入全域")
        case .referenceUnknown:
            return Wording(
                "\(a) names a coordinate system that is not known (\(b)): taken as \(argument(2)), as --crs says",
                "\(a) 的坐标系无法识别（\(ForeignWords.chinese(b))）：按 --crs 指定的 \(argument(2)) 处理")
        case .datumShift: return datumWording
        case .placeUnclear, .kindDoubtful, .datumSuspected, .outlinesCrossed, .datumUndeclared:
            return placeWording
        default: return joinWording
        }
    }

    /// How well a layer on another datum could be moved; the accuracy is empty where no shift is known.
    private var datumWording: Wording {
        let (path, datum, accuracy) = (argument(0), argument(1), argument(2))
        guard accuracy.isEmpty else {
            return Wording(
                "\(path) is on \(datum): the shift to the plane's datum is good to about \(accuracy) m; parts of it may be that far off",
                "\(path) 采用 \(datum)：转换到计算平面基准的精度约 \(accuracy) 米，位置可能有此偏差")
        }
        return Wording(
            "\(path) is on \(datum), and no shift to the plane's datum is known: none is applied, so it may lie about a hundred metres off layers on another datum; give all layers on one datum, converted by the surveying office",
            "\(path) 采用 \(datum)，没有到计算平面基准的转换参数：未作转换，与其他基准的图层可能相差约百米；请由测绘部门转换到同一基准")
    }

    /// How a place lies to the network.
    private var joinWording: Wording {
        let a = argument(0)
        switch code {
        case .blockOffNetwork:
            return Wording(
                "more than \(a) m from any way: not assessable; draw the missing way or raise --max-snap",
                "距最近道路超过 \(a) 米：无法评估，请补绘道路或调大 --max-snap")
        case .blockBehindBarrier:
            return Wording(
                "the nearest point of every way within \(a) m lies behind a barrier: not assessable; draw the missing way",
                "\(a) 米内各道路的最近点均在屏障之后：无法评估，请补绘道路")
        case .facilityBehindBarrier:
            return Wording(
                "the nearest point of every way within \(a) m lies behind a barrier: cannot be walked to; draw the missing way",
                "\(a) 米内各道路的最近点均在屏障之后：无法步行到达，请补绘道路")
        case .facilityOffNetwork:
            return Wording(
                "more than \(a) m from any way: cannot be walked to; draw the missing way or raise --max-snap",
                "距最近道路超过 \(a) 米：无法步行到达，请补绘道路或调大 --max-snap")
        case .facilityOnIsland:
            return Wording(
                "joined to a detached piece of the network, \(a) m long; check its connection",
                "接入孤立路网（长 \(a) 米），请检查连通性")
        default:
            return Wording(
                "starts on a detached piece of the network, \(a) m long; check its connection",
                "起点位于孤立路网（长 \(a) 米），请检查连通性")
        }
    }

    /// What is good to know.
    private var noteWording: Wording {
        let (a, b) = (argument(0), argument(1))
        switch code {
        case .idsGenerated: return Wording("\(a) has no id column: features are numbered", "\(a) 没有编号列：按顺序编号")
        case .populationUnknown:
            return Wording("population unknown: not in the shares of residents", "人口未知：不计入居民覆盖率")
        case .populationColumnMissing:
            return Wording(
                "\(a) has no population column: shares of residents are empty", "\(a) 没有人口列：居民覆盖率留空")
        case .sizeUnknown:
            return Wording(
                "\(b): \(argument(2)) of \(argument(3)) facilities have no known size",
                "\(a)：\(argument(3)) 处设施中有 \(argument(2)) 处规模未知")
        case .kindNotSurveyed:
            return Wording(
                "\(b): no record in the data and not declared surveyed: not assessable",
                "\(a)：数据中没有记录，也未声明已调查：无法评估")
        case .kindNotJudged:
            return Wording(
                "\(b) facilities of kind \(a): not judged by \(argument(2))",
                "\(b) 处“\(a)”类设施：\(argument(2)) 不评价该类型")
        case .tooManyClasses:
            return Wording("\(a) classes, more than the \(b) of the table", "\(a) 班，超过表中的 \(b) 班")
        case .zeroLengthSegments: return Wording("\(a) segments of no length: ignored", "\(a) 条零长度线段：已忽略")
        case .duplicateSegments:
            return Wording("\(a) segments repeat earlier ones: counted once", "\(a) 条线段与前面重复：只计一次")
        default: return runWording
        }
    }

    /// What the run chose.
    private var runWording: Wording {
        let (a, b) = (argument(0), argument(1))
        switch code {
        case .verticesJoined:
            return Wording("\(a) vertices joined within \(b) m", "\(a) 个顶点在 \(b) 米容差内合并")
        case .mapWays, .mapLeftOut, .mapWayCut, .mapNodeMoved, .mapWalkedAround, .mapEdge:
            return mapWording
        case .otherKinds:
            return Wording(
                "\(a) places of \(b) are of other kinds and play no part here (\(argument(3)))",
                "\(b) 中 \(a) 处属于其他类型，此处不计（\(argument(2))）")
        case .entrancesByPosition:
            return Wording(
                "\(a) of \(b) entrances of \(argument(2)) lie at the boundary of a block and are its; a block_id column would say whose the others are",
                "\(argument(2)) 中 \(b) 个出入口有 \(a) 个位于街坊边界，据此归属；其余请用 block_id 列注明")
        case .gatesDerived:
            return Wording(
                "walks start at \(a) gates, where ways cross the boundary of the gated block",
                "步行从 \(a) 处大门出发，即道路穿过封闭街坊边界之处")
        case .waysClosed:
            return Wording(
                "\(a) m of ways inside the gated block are closed to strangers; set gated to no to open them",
                "封闭街坊内 \(a) 米道路不对外开放；如可穿行，请把 gated 改为否")
        case .waysPrivate:
            return Wording(
                "\(a) m of private ways serve only walks that start or end on them; see their access column",
                "\(a) 米私有道路只供起点或终点在其上的步行使用，见 access 列")
        case .networkPieces:
            return Wording(
                "\(a) connected pieces; the largest has \(b) % of the length, \(argument(2)) m lie apart",
                "路网分为 \(a) 个连通部分；最大部分占总长 \(b) %，其余 \(argument(2)) 米不相连")
        case .referenceAssumed:
            return Wording("\(a) names no coordinate system: taken as \(b)", "\(a) 没有坐标系说明：按 \(b) 处理")
        case .planeChosen: return Wording("computed in \(a) (\(b))", "计算平面：\(a)（\(b)）")
        case .planarOutput:
            return Wording(
                "local grid: GeoJSON results are in its metres, not in longitude and latitude",
                "地方坐标：GeoJSON 结果为平面米制坐标，而非经纬度")
        case .placeLeftOut, .placesTaken, .datumUndone: return placeWording
        case .coordinateColumn:
            return Wording(
                "coordinates of \(a) were read from the column \(b): longitude, then latitude",
                "\(a) 的坐标取自 \(b) 列：经度在前，纬度在后")
        case .outlinesTaken:
            return Wording(
                "\(b) closed lines of the drawing \(a) are taken as surfaces", "图纸 \(a) 中 \(b) 条闭合线按面处理")
        case .servedByBundle, .servedByNeighbours, .substituteAllowed, .ageUnknown, .figureOverridden:
            return remarkWording
        case .textEncoding: return Wording("text of \(a) read as \(b)", "\(a) 的文字按 \(b) 读取")
        default: return Wording("standard \(a) is a draft", "标准 \(a) 为征求意见稿")
        }
    }
}

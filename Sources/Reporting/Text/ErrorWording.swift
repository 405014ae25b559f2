import Geometry
import Projections
import Standards
import StrictYAML
import StudyAreas
import VectorFiles

/// What a person is told when a run cannot go on: the file, the place, what is wrong, what to do next.
public struct ErrorWording: Sendable {
    /// The sentence.
    public let wording: Wording

    /// The wording for any error this package throws; others are described as they describe themselves.
    public init(_ error: any Error) {
        switch error {
        case let error as VectorFileError: wording = ErrorWording.wording(of: error)
        case let error as StudyAreaError: wording = ErrorWording.wording(of: error)
        case let error as YAMLError: wording = error.wording
        case let error as StandardError: wording = ErrorWording.wording(of: error)
        case let error as ProjectionError: wording = ErrorWording.wording(of: error)
        case let error as GeometryError:
            wording = Wording(
                "geometry engine: \(error.operation): \(error.message)",
                "几何引擎：\(error.operation)：\(ForeignWords.chinese(error.message))")
        default: wording = Wording("\(error)", "\(error)")
        }
    }

    private static func wording(of error: VectorFileError) -> Wording {
        let place = error.place.map { ": \($0)" } ?? ""
        let placed = error.place.map { "：\(chinese(place: $0))" } ?? ""
        let detail = error.detail.isEmpty ? "" : ": \(error.detail)"
        let said = error.detail.isEmpty ? "" : "：\(ForeignWords.chinese(error.detail))"
        let (en, zh) = parts(of: error.problem)
        return Wording("\(error.path)\(place): \(en)\(detail)", "\(error.path)\(placed)：\(zh)\(said)")
    }

    /// Lines, layers and features by their Chinese names; any other place as it is.
    private static func chinese(place: String) -> String {
        if let line = place.wholeMatch(of: /line (\d+)/) { return "第 \(line.output.1) 行" }
        guard let within = place.wholeMatch(of: /(?:layer (.*), )?(after )?feature (\d+)/) else {
            return place.wholeMatch(of: /layer (.*)/).map { "图层 \($0.output.1)" } ?? place
        }
        let (_, layer, after, number) = within.output
        return (layer.map { "图层 \($0)，" } ?? "") + "第 \(number) 个要素" + (after == nil ? "" : "之后")
    }

    private static func parts(of problem: VectorFileError.Problem) -> (en: String, zh: String) {
        switch problem {
        case .missing: ("no such file; check the path", "文件不存在，请检查路径")
        case .notAFile: ("not a regular file; give the path of a file", "不是普通文件，请给出文件路径")
        case .notReadable: ("cannot be read; check its permissions", "无法读取，请检查权限")
        case .badAddress:
            (
                "not the address of a database; write PG:host=… dbname=… user=…",
                "不是数据库连接串，请写成 PG:host=… dbname=… user=…"
            )
        case .unreachable:
            (
                "the database cannot be reached; check host, port and dbname, and the password in PGPASSWORD or ~/.pgpass",
                "无法连接数据库，请检查 host、port、dbname，以及 PGPASSWORD 或 ~/.pgpass 中的密码"
            )
        case .unknownFormat:
            (
                "not a vector file that can be read; use GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, DXF, XLSX or CSV",
                "不是可读取的矢量文件，请使用 GeoJSON、GeoPackage、Shapefile、FlatGeobuf、KML、DXF、XLSX 或 CSV"
            )
        case .damaged: ("damaged or cut short; export it again", "文件损坏或不完整，请重新导出")
        case .unknownReference(let name):
            (
                "coordinate system \(name) is not known; correct it in the file",
                "无法识别坐标系 \(name)，请在文件中更正"
            )
        case .noSuchLayer(let available):
            ("no such layer; it has \(list(available))", "没有该图层，现有：\(list(available))")
        case .severalLayers(let available):
            ("several layers, name one of \(list(available))", "有多个图层，请指定其一：\(list(available))")
        case .noLayer: ("no layer in it", "其中没有图层")
        case .noCoordinates(let columns) where columns.isEmpty:
            ("it has no coordinate columns", "该文件没有坐标列")
        case .noCoordinates(let columns):
            (
                "no coordinate columns among \(list(columns)); name them with x and y in the project file, or with --x and --y",
                "列 \(list(columns)) 中没有坐标列，请在项目文件中用 x 和 y 指定，或用 --x 和 --y"
            )
        case .notWritable: ("cannot be written; check the folder and the space left", "无法写入，请检查文件夹和剩余空间")
        }
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(12).map { String($0.prefix(60)) }.joined(separator: ", ")
    }

    private static func wording(of error: StudyAreaError) -> Wording {
        let (en, zh) = parts(of: error.problem)
        let role = RoleWording.wording(error.layer)
        let path = error.path.map { (en: ": \($0)", zh: "：\($0)") } ?? (en: "", zh: "")
        return Wording("\(error.layer)\(path.en): \(en)", "\(role.zh)\(path.zh)：\(zh)")
    }

    private static func parts(of problem: StudyAreaError.Problem) -> (en: String, zh: String) {
        switch problem {
        case .emptyLayer: ("the layer has no features; give one that has", "图层没有要素，请提供有内容的图层")
        case .nothingUsable(let count, let first):
            (
                "none of its \(count) features can be used: \(reason(first)?.en ?? "check geometry, kind and coordinate system")",
                "\(count) 个要素均不可用：\(reason(first)?.zh ?? "请检查几何、类型和坐标系")"
            )
        case .noReference:
            (
                "no coordinate system; name it with --crs EPSG:…, or --crs local for metres of a local grid",
                "没有坐标系，请用 --crs EPSG:… 指定；地方坐标请用 --crs local"
            )
        case .notAPlane(let name):
            (
                "\(name) is not a projected system in metres; give one such as EPSG:4549",
                "\(name) 不是以米为单位的投影坐标系，请指定如 EPSG:4549"
            )
        case .distortedPlane(let name, let percent):
            (
                "lengths in \(name) are \(percent) % wrong here; give a plane made for the place such as EPSG:4549, or leave --crs out",
                "\(name) 在此处的长度误差达 \(percent) %，请改用适合当地的平面坐标系（如 EPSG:4549）或去掉 --crs"
            )
        case .geographicInLocalGrid:
            (
                "the layer is in degrees, but --crs local takes coordinates as metres; drop --crs local",
                "图层为经纬度，而 --crs local 按米处理，请去掉 --crs local"
            )
        case .datumOfPlane(let datum):
            (
                "datum: \(datum) is said of a layer that is not in longitude and latitude; drop it, or give the layer as it came from the map",
                "datum: \(datum) 只用于经纬度图层，请去掉，或提供网络地图的原始坐标"
            )
        case .layersApart(let other, let kilometres):
            (
                "lies \(kilometres) km away from the \(other); check the coordinate systems and the files",
                "与\(RoleWording.wording(other).zh)相距 \(kilometres) 公里，请检查坐标系和文件"
            )
        case .drawingUnitDoubtful(let drawing, let unit, let kilometres):
            (
                "drawing \(drawing) was scaled from \(unit), as its header says, and then lies \(kilometres) km away from other layers; its coordinates look like metres: say drawing_unit: m in the project file",
                "图纸 \(drawing) 按文件头的单位 \(unit) 换算后与其他图层相距 \(kilometres) 公里；其坐标看来已是米，请在项目文件中写 drawing_unit: m"
            )
        case .noColumn(let column, let available):
            (
                "no column \(column); it has \(list(available))", "没有列 \(column)，现有：\(list(available))"
            )
        case .layerNotGiven(let option):
            ("not given; use \(option) or a project file", "未提供，请使用 \(option) 或项目文件")
        case .tooLarge(let nodes, let most):
            (
                "\(nodes) nodes, more than the \(most) that can be searched; cut the area into parts",
                "共 \(nodes) 个节点，超过可计算的 \(most) 个，请分区计算"
            )
        }
    }

    /// What the first of many findings says, with the feature it is about.
    private static func reason(_ finding: Finding?) -> Wording? {
        finding.map { Wording("\($0.feature): \($0.wording.en)", "\($0.feature)：\($0.wording.zh)") }
    }

    private static func wording(of error: StandardError) -> Wording {
        switch error {
        case .unknownStandard(let id, let known):
            Wording(
                "no standard \(id); known are \(list(known))", "没有标准 \(id)，现有：\(list(known))")
        case .noFacilityTable(let id, let known):
            Wording(
                "\(id) has indicators and no facility table, so nothing can be judged by it; "
                    + "use \(list(known)), or give a path",
                "\(id) 只有评价指标，没有设施配置表，不能据以评判；请改用 \(list(known))，或给出路径")
        case .yaml(let error): error.wording
        }
    }

    private static func wording(of error: ProjectionError) -> Wording {
        let detail = error.detail.isEmpty ? "" : " (\(error.detail))"
        let said = error.detail.isEmpty ? "" : "（\(ForeignWords.chinese(error.detail))）"
        return Wording(
            "coordinate system \(error.subject) cannot be used\(detail); name another, such as EPSG:4549",
            "坐标系 \(error.subject) 不可用\(said)，请改用其他坐标系，例如 EPSG:4549")
    }
}

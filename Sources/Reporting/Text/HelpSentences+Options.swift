/// What options and arguments are for.
extension HelpSentences {
    /// Layers and files that are read.
    static let layers: [(String, String)] = [
        ("Project file, or an OpenStreetMap file that gives all layers.", "项目文件，或提供全部图层的 OpenStreetMap 文件"),
        ("Residential blocks.", "居住街坊"),
        ("Layer of the blocks, where a file has several.", "文件有多个图层时，街坊所在的图层"),
        ("Facilities; may be given several times.", "配套设施，可多次给出"),
        ("Layer of the facilities, where a file has several.", "文件有多个图层时，设施所在的图层"),
        ("Walkable ways.", "步行网络"),
        ("Layer of the ways, where a file has several.", "文件有多个图层时，步行网络所在的图层"),
        ("Entrances of blocks, with a block_id column.", "街坊出入口，含 block_id 列"),
        ("Lines or areas that no straight leg may cross.", "屏障：直线不可穿越的线或面"),
        ("Units that results are summed by.", "统计单元，结果按其汇总"),
        (
            "Land within which the data is complete (default: up to the outline of the ways).",
            "数据完整的范围，不给时取路网外轮廓"
        ),
        (
            "Kinds that were looked for, so that absence is a gap: all, or ids separated by commas.",
            "已调查的设施类型，没有记录即为盲区：all，或以英文逗号分隔的 id"
        ),
        (
            "A bundled standard's id, or a path (default: the project's, else suzhou-2021).",
            "内置标准的 id，或文件路径；不给时取自项目文件，否则为 suzhou-2021"
        ),
        (
            "A bundled standard's id, or a path (default: suzhou-2021).",
            "内置标准的 id，或文件路径；不给时为 suzhou-2021"
        ),
        (
            "Indicators: a bundled document's id, or the path of a file of one's own.",
            "指标体系：内置文件的 id，或自编文件的路径"
        ),
        ("Project file.", "项目文件"),
        ("Statements on items, who made them and when.", "举证文件：各细项是否符合，由谁、在何时填写"),
        ("Only this unit of the project.", "只评估项目中的这一统计单元"),
        (
            "The facility table whose circles are used: a bundled id, or a path (default: the project's).",
            "圈层距离所依据的设施配置表：内置标准的 id，或文件路径；不给时取自项目文件"
        ),
        ("Folder that analyze wrote.", "analyze 写出的结果文件夹"),
        ("Parks, squares and other open spaces.", "公园、广场等开敞空间"),
        ("Walkable ways; without them only the radius is judged.", "步行网络；不给时只按半径评估"),
        (
            "Units that are judged one by one (default: the convex hull of the ways).",
            "统计单元，逐个评判；不给时取全部道路的凸包"
        ),
        ("Rail stations, whose surroundings have figures of their own.", "轨道交通站点，其周边另有指标"),
        (
            "Residential blocks with a gated column, for the size of closed ones.",
            "居住街坊，含是否封闭（gated）列，用于核对封闭单元的规模"
        ),
        ("Places to walk from, points or polygons.", "作为步行起点的设施，点或面"),
        ("Layer of the places, where a file has several.", "文件有多个图层时，设施所在的图层"),
        ("Tables or layers of places.", "兴趣点的表或图层"),
        ("Layer or sheet, where a file has several.", "文件有多个图层或工作表时，取哪一个"),
        ("Files with lines, or OpenStreetMap files.", "道路线文件，或 OpenStreetMap 文件"),
        ("Residential blocks, to count who is cut off.", "居住街坊，用于统计被隔断的居民"),
        ("A bundled document's id, or a path.", "内置文件的 id，或文件路径"), ("A YAML file.", "YAML 文件"),
    ]

    /// How distances are taken and judged.
    static let computing: [(String, String)] = [
        (
            "Plane to compute in, such as EPSG:4549, also taken for layers that name no system; or local for metres of a local grid.",
            "计算平面，如 EPSG:4549，没有坐标系说明的图层也按其处理；地方独立坐标（米）写 local"
        ),
        ("Longest straight leg to the network in metres, or none.", "接入步行网络的最长直线距离，米或 none"),
        (
            "Vertices of ways this close are one node; 0 asks for equal coordinates.",
            "折点合并容差，米：相距不超过此值的为同一节点；0 表示坐标须相同"
        ),
        (
            "Which ways of OpenStreetMap files can be walked; china adds trunk roads of cities, which have pavements.",
            "OpenStreetMap 的哪些道路可步行；china 另计入城市主干路（trunk），这类道路一般设有人行道"
        ),
        (
            "Judge by metres (distance) or by minutes at the walker's pace (time).",
            "按米数（distance）评判，或按步行者步速折算的分钟数（time）评判"
        ),
        (
            "Who walks: standard, adult, elderly or child.",
            "步行者：standard（标准）、adult（成人）、elderly（老人）或 child（儿童）"
        ),
        ("Pace in metres per second, instead of the walker's.", "步速，米/秒；给出时代替步行者的步速"),
        ("How far the nearest facility is looked for, in metres, or none.", "向外查找最近设施的距离，米或 none"),
        ("Service radius, and longest walk, in metres.", "服务半径，也是步行上限，米"),
        ("Least area of a park that counts, in m²; with 0 all count.", "计入的公园最小面积，平方米；0 表示全部计入"),
        ("Longest walk of interest in metres, or none.", "查找的最长步行距离，米或 none"),
        ("Count facilities within these walks, such as 300,500,1000.", "统计若干步行距离（米）内的设施数，如 300,500,1000"),
        (
            "Where walks end: automatic (entrances if known, boundary for open spaces, else the interior point), point, entrances or boundary.",
            "步行终点：automatic（出入口已知时取出入口，开敞空间取边界，其余取内点）、point（内点）、entrances（出入口）或 boundary（边界）"
        ),
        ("Limits in metres, or in minutes with --measure time.", "限距，米；--measure 为 time 时为分钟"),
        ("How far from a reached way an area goes, in metres.", "面由可达道路向外延伸的距离，米"),
        (
            "One area for each place (none) or each kind (kind), or for each place what is nearest to it (nearest).",
            "每处设施一个面（none）、每类一个面（kind），或按最近设施划分、互不重叠（nearest）"
        ),
        ("Add street blocks that reached ways enclose wholly.", "并入被可达道路完全围合的街区"),
        ("Fill the holes of areas.", "填补面中的孔洞"),
        (
            "Walk to this many random points of each area, and say how many are within the limit.",
            "每个面内随机抽查的点数，报告步行确在限距内的比例"
        ),
        (
            "What longitudes and latitudes mean: wgs84, gcj02 (Amap, Tencent) or bd09 (Baidu).",
            "经纬度的含义：wgs84、gcj02（高德、腾讯）或 bd09（百度）"
        ),
        (
            "Where kinds come from: amap (type codes and names), osm (tags and names) or column.",
            "类型的来源：amap（高德类型编码和名称）、osm（标签和名称）或 column（类型列）"
        ),
        (
            "Coordinate system of files that name none, such as EPSG:4549.",
            "没有坐标系说明的文件所用的坐标系，如 EPSG:4549"
        ),
        (
            "Dangling ends this close to a vertex or a line are joined to it.",
            "连接容差，米：悬挂端点距顶点或线不超过此值即与其相连"
        ),
        (
            "Lines that cross get a common vertex, unless layer, bridge or tunnel tell them apart.",
            "相交的线在交点处新增公共节点，layer、bridge、tunnel 列表明上下分层者除外"
        ),
        ("Gaps up to this wide are told.", "缝隙阈值，米：列出宽度不超过此值的缝隙"),
        ("Straight segments longer than this are told.", "线段长度阈值，米：列出超过此值的线段"),
    ]
}

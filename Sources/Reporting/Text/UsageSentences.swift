/// The Chinese for what a command line is refused with, by the options themselves or by the library that parses them.
///
/// A refusal of an option without an entry fails a test.
enum UsageSentences {
    /// The Chinese of a refusal; nil for one that is not known here.
    static func chinese(_ text: String) -> String? {
        for pattern in all {
            if let chinese = pattern.chinese(text) { return chinese }
        }
        return nil
    }

    // What somebody typed, and names of options, stay as they are.
    private static let all = (options + parser).map { SentencePattern($0, $1, keepsArguments: true) }

    private static let options: [(String, String)] = [
        ("--surveyed takes all, or kinds separated by commas", "--surveyed 取 all，或以逗号分隔的类型"),
        (
            "--surveyed {} is no known kind; see `lifecircle standards show`",
            "--surveyed {0} 不是已知类型，请查看 lifecircle standards show"
        ),
        ("--surveyed {} is no known kind; nearest: {}", "--surveyed {0} 不是已知类型，相近的有：{1}"),
        ("--join-tolerance takes metres from 0 to 100", "--join-tolerance 取 0 至 100 米"),
        (
            "--crs {} is not a coordinate system that PROJ knows; give one such as EPSG:4549, or local",
            "--crs {0} 不是 PROJ 可识别的坐标系，请指定如 EPSG:4549，或 local"
        ),
        (
            "--profile says which tags of OpenStreetMap are walkable, but no layer is an .osm or .pbf file; leave it out",
            "--profile 规定 OpenStreetMap 的哪些标签可步行，但没有 .osm 或 .pbf 图层，请去掉该选项"
        ),
        ("--threads takes a whole number from 1 up", "--threads 取不小于 1 的整数"),
        (
            "--formats {} is of analyze alone; give gpkg, xlsx, gpkg,xlsx or none",
            "--formats {0} 只用于 analyze，请用 gpkg、xlsx、gpkg,xlsx 或 none"
        ),
        ("--walker {} is not known; use {}", "无法识别 --walker {0}，可用：{1}"),
        ("--walk-speed takes metres per second from 0.1 to 5", "--walk-speed 取 0.1 至 5 米每秒"),
        ("--x and --y are given together", "--x 与 --y 须同时给出"),
        (
            "{} has OpenStreetMap's tags, not Amap's codes; leave out --classify",
            "{0} 用的是 OpenStreetMap 标签，不是高德编码，请去掉 --classify"
        ),
        (
            "--crs local has no longitude and latitude, and the layer is on WGS 84",
            "--crs local 没有经纬度，而写出的图层采用 WGS 84，请指定坐标系"
        ),
        (
            "--template prints the file to fill in; give it with --system alone",
            "--template 只打印待填写的文件，只能与 --system 同用"
        ),
        ("give the project with --project, or --template", "请用 --project 给出项目文件，或使用 --template"),
        (
            "--system {} is a facility table; give a file with 'indicators'",
            "--system {0} 是设施配置表，请给出含“indicators”的文件"
        ),
        ("--unit {}: no such unit; there are {}", "--unit {0}：没有该单元，现有：{1}"),
        ("--unit {}: no such unit", "--unit {0}：没有该单元"),
        ("--json and --markdown are two results; give one", "--json 与 --markdown 只能选其一"),
        ("--fail-under takes a percentage from 0 to 100", "--fail-under 取 0 至 100 的百分数"),
        (
            "give a project file, or --blocks, --facilities and --network (no {} here)",
            "请给出项目文件，或 --blocks、--facilities 和 --network（此处没有 {0}）"
        ),
        ("--limits takes numbers above 0", "--limits 取大于 0 的数"),
        ("--limits takes walks of a millimetre to 100 km", "--limits 取 1 毫米至 100 公里的步行距离"),
        ("--buffer takes metres from 0.1 to 1000", "--buffer 取 0.1 至 1000 米"),
        ("--verify takes a number from 0 to 1000000", "--verify 取 0 至 1000000 的数"),
        (
            "--enclosed-blocks and --fill-holes give land that no walk was measured to, and which of several places it is nearest to is not known; use them with --dissolve none or kind",
            "--enclosed-blocks 与 --fill-holes 并入未经步行测算的用地，无从得知它离哪一处最近；请与 --dissolve none 或 kind 同用"
        ),
        ("--kinds {} selects none of the places", "--kinds {0} 没有选中任何设施"),
        (
            "-o {}: ways are written as .gpkg or .geojson; give such a name",
            "-o {0}：路网只能写为 .gpkg 或 .geojson，请改用这样的文件名"
        ),
        ("--radius takes metres from 0 to 100000", "--radius 取 0 至 100000 米，且大于 0"),
        (
            "--entrances and --barriers are about walks; give --network too",
            "--entrances 与 --barriers 用于步行测算，请同时给出 --network"
        ),
        ("--min-area takes m² from 0 up", "--min-area 取不小于 0 的平方米数"),
        ("--near-miss takes metres from 0 to 100", "--near-miss 取 0 至 100 米"),
        ("--long-edge takes metres from 0 up", "--long-edge 取不小于 0 的米数"),
        ("--output takes a file that ends in .svg or .png", "--output 须为 .svg 或 .png 文件"),
        ("--width is of a .png; an .svg has any size", "--width 只用于 .png；.svg 可任意缩放"),
        ("--width takes 100 to 10000 pixels", "--width 取 100 至 10000 像素"),
        ("--requirement {} is not one of the results: {}", "--requirement {0} 不在结果之中，现有：{1}"),
    ]

    /// What the library says; of its texts those that this command can bring about. Of several that fit, the first.
    private static let parser: [(String, String)] = [
        ("{}\n   or: {} in '{}'", "无法识别选项“{2}”，或其中的选项缺少值"),
        ("Unknown option '{}'. Did you mean '{}'?", "无法识别选项“{0}”，是否想写“{1}”？"),
        ("Unknown option '{}'", "无法识别选项“{0}”"), ("Invalid option: {}", "选项有误：{0}"),
        ("Missing value for '{}'", "“{0}”缺少值"),
        ("Missing expected argument '{}'", "缺少参数“{0}”"), ("Missing one of: '{}'", "缺少下列参数之一：“{0}”"),
        ("Missing required subcommand.", "缺少子命令"),
        ("Unexpected argument '{}'", "多余的参数“{0}”"), ("{} unexpected arguments: '{}'", "有 {0} 个多余的参数：“{1}”"),
        (
            "The value '{}' is invalid for '{}'. Please provide one of the following:\n{}",
            "“{1}”的值“{0}”无效，可用：\n{2}"
        ),
        ("The value '{}' is invalid for '{}'. Please provide one of {}.", "“{1}”的值“{0}”无效，可用：{2}"),
        ("The value '{}' is invalid for '{}': {}", "“{1}”的值“{0}”无效：{2}"),
        ("The value '{}' is invalid for '{}'", "“{1}”的值“{0}”无效"),
        ("The option '{}' does not take any value, but '{}' was specified.", "选项“{0}”不带值，却给出了“{1}”"),
        ("Value to be set with flag {} had already been set with flag {}", "{0} 与之前的 {1} 相冲突"),
        ("Can't generate completion scripts for '{}'.\n{}", "不能为“{0}”生成补全脚本，可用：bash、fish、zsh"),
        ("Can't autodetect a supported shell.\n{}", "无法识别所用的命令行程序，请写明 bash、fish 或 zsh"),
    ]
}

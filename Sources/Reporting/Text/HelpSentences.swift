/// The Chinese for what pages of help say of commands and options, and for the words of the library that makes them.
///
/// A text of a command or an option without an entry fails a test.
enum HelpSentences {
    /// The Chinese of a text; nil for one that is not known here.
    static func chinese(_ text: String) -> String? {
        for pattern in all {
            if let chinese = pattern.chinese(text) { return chinese }
        }
        return nil
    }

    // Names of values stay as they are.
    private static let all = (own + library).map { SentencePattern($0, $1, keepsArguments: true) }

    /// What is said where commands and options are declared.
    static let own = commands + discussions + layers + computing + results + columns + saying

    private static let commands: [(String, String)] = [
        ("Finds walking-distance service gaps in Chinese cities.", "按步行距离查找城市公共服务设施的服务盲区"),
        ("Holds every block against every requirement of a standard.", "逐个街坊对照标准的每项配置要求，找出服务盲区"),
        ("Fills in a document's indicator form by geometry and evidence.", "按空间数据和举证，填写规划文件的指标评价表"),
        ("Makes one HTML page of the results of an analysis.", "把分析结果做成一个网页"),
        ("Draws a map of the results of an analysis as SVG or PNG.", "把分析结果绘成地图，SVG 或 PNG"),
        ("Audits of parks and of the network.", "公园绿地、步行网络的专项评估"),
        ("The nearest facility of every kind from every block, as CSV.", "每个街坊到各类最近设施的步行距离，写为 CSV"),
        ("Service areas on foot around places, for several limits.", "设施在若干限距内的步行可达范围"),
        ("Makes layers of map data.", "把地图数据导入为图层"),
        ("Checks and builds the walkable network.", "步行网络的检查、构建与修复"),
        ("The bundled planning tables and indicators.", "内置的设施配置表和评价指标"),
        ("Open space within a service radius, and within the walk.", "公园绿地覆盖：按服务半径和按步行两种口径"),
        (
            "Density, junction spacing, dead ends and street blocks of the network.",
            "步行网络密度、路口间距、尽端路和街坊规模"
        ),
        (
            "Classified facilities from tables of points of interest, or OpenStreetMap.",
            "把兴趣点表或 OpenStreetMap 数据分类为设施图层"
        ),
        ("Writes a network file, gaps and crossings repaired as far as asked.", "写出路网文件，按要求修复缝隙和交叉"),
        (
            "Gaps, crossings without a node, duplicates, detached pieces and cut ends.",
            "检查缝隙、相交无节点、重复绘制、孤立路段和被截断的端点"
        ),
        ("Lists the bundled standards.", "列出内置标准"),
        ("Shows a standard's table and indicators with their citations.", "显示标准的配置表、评价指标及其出处"),
        ("Checks a table or indicator system of one's own.", "检查自编的配置表或指标体系"),
    ]

    private static let discussions: [(String, String)] = [
        (
            "Without a project file and without --blocks, ./lifecircle.yaml is used.",
            "不给项目文件和 --blocks 时，使用当前文件夹的 lifecircle.yaml。"
        ),
        (
            "The page works offline. Network, units and barriers are drawn from the inputs that the manifest names, as long as they have not changed; routes are drawn by `analyze --report` alone.",
            "网页离线可用。路网、统计单元和屏障取自 manifest.json 所列的输入，输入改动过的不绘制；步行路线只在 analyze --report 的网页中绘出。"
        ),
        (
            "Without --requirement blocks are coloured by their number of gaps.",
            "不给 --requirement 时，街坊按盲区项数着色。"
        ),
        (
            "Nothing is joined unless it is asked for. Every change is listed beside the network.",
            "不指定时不作任何连接。每处改动都列在路网文件旁的 .changes.csv 中。"
        ),
        (
            "Names every problem with its line and column and exits with 65, or says in one line what the file holds and exits with 0.",
            "逐条指出问题所在的行和列，返回值为 65；没有问题时以一行概述文件内容，返回值为 0。"
        ),
        ("Example:", "示例："), ("Examples:", "示例："),
    ]

    private static let library: [(String, String)] = [
        ("OVERVIEW", "概述"), ("USAGE", "用法"), ("ARGUMENTS", "参数"), ("OPTIONS", "选项"), ("SUBCOMMANDS", "子命令"),
        ("Show the version.", "显示版本"), ("Show help information.", "显示帮助"),
        ("Show subcommand help information.", "显示某个命令的帮助"),
        ("See '{}' for detailed help.", "详见“{0}”。"),
        ("(values: {}; default: {})", "（可用：{0}；默认：{1}）"), ("(values: {})", "（可用：{0}）"),
        ("(default: {})", "（默认：{0}）"),
    ]
}

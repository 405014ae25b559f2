/// What options say of results, of columns, and of how a run goes.
extension HelpSentences {
    /// What is written or printed, and when a script is to stop.
    static let results: [(String, String)] = [
        ("Folder for the results (default: the project's, else results).", "结果文件夹；不给时取自项目文件，否则为 results"),
        ("Folder for the sheet (default: nothing is written).", "评价表的文件夹；不给时不写文件"),
        ("Folder for the layers (default: none are written).", "图层的文件夹；不给时不写文件"),
        ("Folder for the layer (default: none is written).", "图层的文件夹；不给时不写文件"),
        (
            "Formats beside GeoJSON, CSV and JSON: gpkg (every layer, styled for QGIS), xlsx (a sheet per table), xlsx-access (a row per block and requirement), shp (verdicts joined to blocks, GB18030), or none.",
            "GeoJSON、CSV 和 JSON 以外的格式：gpkg（全部图层，带 QGIS 样式）、xlsx（每张表一个工作表）、xlsx-access（每个街坊的每项要求一行）、shp（附各项判定的街坊，GB18030 编码）或 none（不写）"
        ),
        (
            "Formats beside GeoJSON, CSV and JSON: gpkg (every layer, styled for QGIS), xlsx (a sheet per table), or none.",
            "GeoJSON、CSV 和 JSON 以外的格式：gpkg（全部图层，带 QGIS 样式）、xlsx（每张表一个工作表）或 none（不写）"
        ),
        (
            "Write report.html into the folder as well: maps, charts and tables in one page.",
            "另在结果文件夹写出网页报告 report.html，含地图、图表和表格"
        ),
        ("Print the summary as JSON on standard output.", "在标准输出以 JSON 打印摘要"),
        ("Print the result as JSON on standard output.", "在标准输出以 JSON 打印结果"),
        ("Print the figures as JSON on standard output.", "在标准输出以 JSON 打印数值"),
        ("Print the counts as JSON on standard output.", "在标准输出以 JSON 打印计数"),
        ("Print JSON.", "以 JSON 打印"),
        (
            "Print a page in Markdown, in both languages and with the quoted words.",
            "打印 Markdown 页面，中英文并列，附原文摘录"
        ),
        (
            "Exit 1 when a requirement serves fewer than this percentage of residents.",
            "任一配置要求服务的居民低于该百分比时，返回值为 1"
        ),
        (
            "Exit 1 when any block has one of these verdicts, such as gap,undersized.",
            "任一街坊出现所列判定（如 gap,undersized）时，返回值为 1"
        ),
        (
            "Exit 1 when less than this percentage of residential land is covered by radius.",
            "按半径覆盖的居住用地低于该百分比时，返回值为 1"
        ),
        (
            "Exit 1 when there is any of these issues that heights do not explain, such as near_miss,crossing.",
            "存在所列问题（如 near_miss,crossing）且不能由上下分层解释时，返回值为 1"
        ),
        (
            "Read, build and join, then say what the rest would take in time and memory, and write nothing.",
            "试运行：读入、构建并接入数据，估计其余步骤的耗时和内存，不写文件"
        ),
        ("Print the evidence file to fill in, and nothing else.", "只打印待填写的举证文件"),
        ("The page (default: report.html in the folder).", "网页文件；不给时为结果文件夹中的 report.html"),
        ("Id of the requirement to draw.", "要绘制的配置要求的 id"),
        ("The drawing, an .svg or .png file.", "地图文件，.svg 或 .png"),
        ("Width of a .png in pixels, 100 to 10000 (default: 2400).", ".png 的像素宽度，100 至 10000；不给时为 2400"),
        ("The table, as CSV.", "表格，CSV 文件"), ("The areas, as GeoJSON.", "可达范围的面，GeoJSON 文件"),
        ("Also write the reached ways, cut at the limits, to this file.", "另把在限距处截断的可达道路写入该文件"),
        ("The facilities, as GeoJSON.", "设施图层，GeoJSON 文件"),
        ("File to write: .gpkg (in the plane) or .geojson.", "路网文件：.gpkg（采用计算平面坐标）或 .geojson"),
    ]

    /// Columns of tables that are read.
    static let columns: [(String, String)] = [
        (
            "Column with the area of parks in m² (default: site_area, else the polygon's).",
            "公园面积（平方米）所在的列；不给时取 site_area 列，没有则量取面积"
        ),
        ("Column that says a facility's kind.", "设施类型所在的列"),
        ("Column with the ids of blocks and facilities.", "街坊和设施编号所在的列"),
        ("Column with the ids of the places.", "设施编号所在的列"),
        ("Column with the kinds of the places.", "设施类型所在的列"),
        ("Only places of these kinds, as written, separated by commas.", "只取这些类型的设施，按数据中的原文，以英文逗号分隔"),
        ("Column with longitudes.", "经度所在的列"), ("Column with latitudes.", "纬度所在的列"),
        (
            "Column with kinds; what stands in it goes before the tables, none leaves a place out.",
            "类型所在的列，所写类型优先于规则表；写“无”（none）则不采用该设施"
        ),
        ("Column with the ids.", "编号所在的列"), ("Column with the names.", "名称所在的列"),
        ("Column with the type codes.", "类型编码所在的列"),
    ]

    /// How a run goes and what it says of itself.
    static let saying: [(String, String)] = [
        ("Say nothing but results and errors.", "只输出结果和错误"),
        ("How progress is shown on standard error.", "在标准错误显示进度的方式"),
        ("Language of tables, messages and help (default: by locale).", "表格、消息和帮助的语言；不给时随系统语言"),
        ("Write the timings of the stages to this file as JSON.", "把各步骤的耗时写入该 JSON 文件"),
        ("List every finding on standard error.", "在标准错误列出全部提示"),
        ("At most this many threads (default: all cores).", "线程数上限；不给时用全部处理器核心"),
        (
            "Refuse data with features that had to be left out or mended (exit status 65).",
            "有要素被剔除或修正时，拒绝该数据（返回值为 65）"
        ),
    ]
}

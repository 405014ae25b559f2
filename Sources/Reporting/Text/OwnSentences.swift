/// The Chinese for what the targets below say in English alone, as part of an error or a finding.
///
/// A sentence of theirs without an entry fails a test.
enum OwnSentences {
    /// The Chinese of a sentence; nil for one that is none of ours.
    static func chinese(_ text: String) -> String? {
        for pattern in all {
            if let chinese = pattern.chinese(text) { return chinese }
        }
        return nil
    }

    private static let all = (files + system + shapes + coordinates + documents + types).map {
        SentencePattern($0, $1)
    }

    private static let files: [(String, String)] = [
        ("the path is empty or has a NUL", "路径为空或含 NUL 字符"),
        ("addresses and virtual paths are not read", "不读取网址和虚拟路径"),
        ("addresses are not read", "不读取网址"),
        ("this is a directory", "这是文件夹"), ("this is a pipe or a device", "这是管道或设备"),
        ("this is a device", "这是设备"), ("this is a pipe", "这是管道"), ("this is a socket", "这是套接字"),
        ("this is not the path of a file", "这不是文件路径"),
        ("this is {}", "这是 {0}"), ("shx and dbf", "shx 与 dbf"),
        ("cannot make the folder {}: {}", "无法新建文件夹 {0}：{1}"),
        ("two outputs have this path; give each its own", "两个输出使用同一路径，请分别指定"),
        ("it is an input of this run; choose another output", "它是本次运行的输入，请另选输出"),
        ("it is one of the results the report is made from; choose another output", "它是报告所依据的结果文件之一，请另选输出"),
        (
            "the row does not fit the other files of the folder; run the analysis again",
            "该行与文件夹中其他文件不符，请重新运行分析"
        ),
        ("{} features, the summary has {}; run the analysis again", "有 {0} 个要素，而汇总为 {1} 个，请重新运行分析"),
        (
            "it is not what `lifecircle analyze` writes ({}); run the analysis again",
            "不是 lifecircle analyze 写出的内容（{0}），请重新运行分析"
        ),
        ("the map could not be drawn: {}", "地图无法绘制：{0}"),
        ("no temporary folder: {}", "无法新建临时文件夹：{0}"),
        ("copying it to {}: {}", "复制到 {0}：{1}"),
        ("another program is writing to it; close it there", "另一程序正在写入，请先在该程序中关闭"),
        (
            "a change was broken off or is going on (-journal beside it); close it where it is open, or open and close it once in the program that wrote it",
            "有未完成的更改（旁有 -journal 文件），请在打开它的程序中关闭，或用写出它的程序打开再关闭一次"
        ),
        ("the file has no layer", "文件没有图层"), ("name one of: {}", "请指定其一：{0}"),
        ("the file has: {}", "文件中有：{0}"), ("the drawing has: {}; {} takes them all", "图纸中有：{0}；写 {1} 则全部采用"),
        ("{} takes them all", "写 {0} 则全部采用"),
        ("delimited text has one layer, named like the file", "文本表只有一个图层，与文件同名"),
        ("there is no header line", "没有表头行"), ("the table has no row", "表中没有行"),
        ("there is no column {}", "没有列 {0}"), ("{} cells under {} columns", "{1} 列之下有 {0} 个单元格"),
        ("a quote is not closed", "引号未闭合"),
        ("a quotation mark is opened here and never closed", "此处的引号一直没有闭合"),
        (
            "a zero byte: the file is not text, or text in UTF-16; save it as UTF-8",
            "含零字节：不是文本文件，或为 UTF-16 编码，请另存为 UTF-8"
        ),
        ("the text is neither UTF-8 nor GB18030; save it as UTF-8", "文字既非 UTF-8 也非 GB18030，请另存为 UTF-8"),
        (
            "name the columns of easting and northing, or call them x and y or lng and lat",
            "请指定东坐标列和北坐标列，或将其命名为 x、y 或 lng、lat"
        ),
        ("both columns must be named and exist; asked for: {}", "两列均须指定且存在；所指定的为：{0}"),
        ("several columns are called {}; the first is used", "有多列名为 {0}，采用第一列"),
        ("line {} has {} cells, the header {}", "第 {0} 行有 {1} 个单元格，表头有 {2} 个"),
        ("heights and measures (Z, M) were left out", "未采用高程和测量值（Z、M）"),
        ("a binary drawing; save it as DXF in ASCII", "二进制图纸，请另存为 ASCII 格式的 DXF"),
        ("save the drawing as DXF in ASCII", "请将图纸另存为 ASCII 格式的 DXF"),
        ("they unfold to more than {} pieces; save the layers needed alone", "展开后超过 {0} 个图元，请只保存所需图层"),
        ("{} × {} cannot be read and are left out", "{0} 个 {1} 无法读取，未采用"),
        ("not a group code of a drawing", "不是图纸的组码"), ("the drawing breaks off here", "图纸在此处中断"),
        (
            "expected GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, DXF, .gdb, .xlsx or .csv",
            "应为 GeoJSON、GeoPackage、Shapefile、FlatGeobuf、KML、DXF、.gdb、.xlsx 或 .csv"
        ),
        ("not recognized", "无法识别"), ("the integrity check gave no answer", "完整性检查没有结果"),
        ("crs by link is not followed; name the system", "不读取以链接给出的坐标系，请写明坐标系"),
        ("only delimited text has coordinate columns; leave out {}", "只有文本表才有坐标列，请去掉 {0}"),
        ("the text of an attribute cannot be read", "属性文字无法读取"),
        ("the file states {} features and has {}", "文件自称有 {0} 个要素，实有 {1} 个"),
        ("the file states {} features", "文件自称有 {0} 个要素"),
        ("{} rows are marked as deleted and were left out", "{0} 行标记为已删除，未采用"),
        (
            "not a workbook in the format of Excel 2007 and later, or one with a password",
            "不是 Excel 2007 及以后格式的工作簿，或设有密码"
        ),
        ("the list of its parts is missing", "缺少内部文件目录"), ("it has {} parts", "含 {0} 个内部文件"),
        ("part {} cannot be opened", "内部文件 {0} 无法打开"), ("part {}: {}", "内部文件 {0}：{1}"),
        ("it unpacks to more than {} MB; save the sheet as CSV UTF-8", "解压后超过 {0} MB，请将工作表另存为 CSV UTF-8"),
        ("the .shx beside it is missing", "缺少同名 .shx 文件"), ("the .dbf beside it is missing", "缺少同名 .dbf 文件"),
        ("{} shapes but {} rows of attributes", "{0} 个图形，却有 {1} 行属性"),
        ("the header is incomplete", "文件头不完整"), ("{} bytes of the {} in its header", "文件头记 {1} 字节，实有 {0} 字节"),
        ("the rows of the .dbf have no length", ".dbf 的行没有长度"), ("{} of {} bytes", "应有 {1} 字节，实有 {0} 字节"),
        ("the names of columns cannot be read", "列名无法读取"),
        ("the first row has to name columns for longitude and latitude, or x and y", "首行须有经度、纬度列名，或 x、y 列名"),
        ("the workbook has: {}", "工作簿中有：{0}"),
        ("no sheet has a first row with names of columns", "没有首行为列名的工作表"),
        ("name one of the sheets: {}", "请指定其中一个工作表：{0}"),
        ("the GeoPackage could not be made", "GeoPackage 无法生成"),
        ("the Shapefile could not be made", "Shapefile 无法生成"),
        ("the workbook could not be begun", "工作簿无法生成"), ("the sheet {} could not be made", "工作表 {0} 无法生成"),
        ("a database has shapes; leave out {}", "数据库自带图形，请去掉 {0}"), ("{} is not known", "无法识别 {0}"),
        ("not made of key=value", "不是由 key=value 组成"),
        ("shapes in several coordinate systems (SRID {})", "图形采用多个坐标系（SRID {0}）"),
        ("the server gave no rows", "服务器没有返回数据"), ("the server did not answer", "服务器没有应答"),
        ("an OpenStreetMap file gives no {}", "OpenStreetMap 文件不含该图层：{0}"),
        ("the file cannot be opened", "文件无法打开"), ("the file is empty", "文件为空"), ("reading failed", "读取失败"),
        ("it is a history or change file, which has several states of one object", "这是历史或变更文件，同一对象有多个状态"),
        ("it begins like neither OSM XML nor PBF", "开头既非 OSM XML 也非 PBF"),
        ("the file has no header", "文件没有文件头"),
        ("the reader gave no reason", "读取程序未说明原因"), ("out of memory", "内存不足"),
        ("the file breaks off inside a blob (byte {})", "文件在数据块内中断（字节 {0}）"),
        ("the file breaks off between blobs (byte {})", "文件在数据块之间中断（字节 {0}）"),
        ("a blob header has an impossible length (byte {})", "数据块头长度不合理（字节 {0}）"),
        ("a blob has an impossible length (byte {})", "数据块长度不合理（字节 {0}）"),
        ("blobs are out of order (byte {})", "数据块次序有误（字节 {0}）"),
    ]

    /// What the system says of files.
    private static let system: [(String, String)] = [
        ("No such file or directory", "没有该文件或文件夹"), ("Permission denied", "没有权限"),
        ("No space left on device", "磁盘空间不足"), ("Read-only file system", "文件系统只读"),
        ("Not a directory", "不是文件夹"), ("Is a directory", "这是文件夹"), ("File name too long", "文件名过长"),
        ("Too many open files", "打开的文件过多"), ("Input/output error", "读写错误"),
        ("Disk quota exceeded", "超出磁盘配额"), ("Too many levels of symbolic links", "符号链接层数过多"),
        ("File exists", "文件已存在"), ("Operation not permitted", "操作不被允许"),
    ]

    /// What readers and GEOS say of shapes.
    private static let shapes: [(String, String)] = [
        ("{} × hole enclosing nothing", "{0} 个空洞不围合任何面积"), ("{} × part enclosing nothing", "{0} 个部分不围合任何面积"),
        ("{}, and so on more than a thousand times", "{0}，同类问题逾千处"),
        ("a ring has {} positions and needs 4", "环有 {0} 个点，至少须有 4 个"),
        ("a ring encloses nothing", "环不围合任何面积"),
        ("a line has {} positions and needs {}", "线有 {0} 个点，至少须有 {1} 个"),
        ("a ring has {} positions and needs {}", "环有 {0} 个点，至少须有 {1} 个"),
        ("a {} has {} positions and needs {}", "几何的一部分有 {1} 个点，至少须有 {2} 个"),
        ("a ring does not end where it begins", "环的终点与起点不重合"),
        ("'{}' is not longitude,latitude", "“{0}”不是“经度,纬度”"), ("'{}' is not a number", "“{0}”不是数字"),
        ("not well-known text: {}", "不是 WKT：{0}"), ("text after the geometry: {}", "几何之后有多余文字：{0}"),
        ("Self-intersection", "自相交"), ("Ring Self-intersection", "环自相交"),
        ("Hole lies outside shell", "空洞在外环之外"),
        ("Holes are nested", "空洞相套"), ("Interior is disconnected", "内部不连通"), ("Nested shells", "外环相套"),
        ("Duplicate Rings", "环重复"), ("Too few points in geometry component", "点数不足"),
        ("Invalid Coordinate", "坐标无效"), ("Ring is not closed", "环未闭合"), ("Repeated Point", "点重复"),
        ("points", "点"), ("lines", "线"), ("surfaces", "面"), ("Text", "文字"), ("PaperSpace", "图纸空间的图元"),
    ]

    private static let coordinates: [(String, String)] = [
        ("neither longitude and latitude nor easting and northing", "既非经纬度，也非东、北坐标"),
        ("{} has degrees; name a projected system in metres", "{0} 以度为单位，请指定以米为单位的投影坐标系"),
        ("one unit of {} is {} m; name a system in metres", "{0} 的单位为 {1} 米，请指定以米为单位的坐标系"),
        (
            "give an authority code such as EPSG:4547, WKT or a PROJ string",
            "请给出 EPSG:4547 之类的编码、WKT 或 PROJ 字符串"
        ),
        ("PROJ does not know this coordinate system", "PROJ 无法识别该坐标系"),
        ("PROJ knows no way between the two systems", "PROJ 没有两坐标系之间的转换"),
        ("WGS 84 is written for all layers", "所有图层均写为 WGS 84"),
    ]

    /// What is wrong with project files, tables and evidence, and what to do about it.
    private static let documents: [(String, String)] = [
        ("'{}' is listed twice", "“{0}”列了两次"), ("keep it once", "只保留一次"),
        ("'{}' is no day", "“{0}”不是日期"), ("write year, month and day, as 2024-05-01", "写明年月日，如 2024-05-01"),
        ("nothing is overridden", "没有另定的数值"), ("write a figure, or remove the row", "写入数值，或删去该行"),
        ("'{}' is judged by a radius", "“{0}”按服务半径评判"), ("write radius_m instead", "改写 radius_m"),
        ("'{}' is judged by a walk", "“{0}”按步行距离评判"),
        ("write strict_m and lenient_m instead", "改写 strict_m 和 lenient_m"),
        ("the rule holds for every place", "该规则对所有地点都成立"), ("give codes, tags or names", "给出编码、标签或名称"),
        ("'{}' stands beside 'leave_out'", "“{0}”与“leave_out”并列"), ("keep one of the two", "二者保留其一"),
        ("'{}' is no code", "“{0}”不是编码"), ("write six digits, or x for the last of them", "写六位数字，末尾若干位可写 x"),
        ("'{}' is no part of a name", "“{0}”不能作为名称的一部分"), ("write visible characters", "写可见字符"),
        ("an empty group", "空的一组"), ("give a key and its values", "给出键和值"), ("an empty list", "空列表"),
        ("leave the key out, or give members", "去掉该键，或列出成员"), ("'{}' is no name", "“{0}”不是名称"),
        ("write 1 to 200 visible characters", "写 1 至 200 个可见字符"), ("'{}' already means '{}'", "“{0}”已指“{1}”"),
        ("keep the name with one kind", "一个名称只对应一个类型"),
        ("the range has neither 'min' nor 'max'", "范围既没有“min”也没有“max”"), ("write one of them", "写其中一个"),
        ("'max' is below 'min'", "“max”小于“min”"), ("write at least 'min'", "不小于“min”"),
        ("the unit has no size", "单位没有规模"), ("give it one of {}", "给出 {0} 之一"),
        ("the item is judged by no rule", "该细项没有判定规则"), ("evidence has no rules", "举证项不应有规则"),
        ("write 'rules', or judge it by evidence alone", "写出“rules”，或只凭举证判定"),
        ("there is no indicator {}", "没有指标 {0}"), ("correct the number", "更正序号"),
        ("the item '{}' is there", "细项“{0}”已存在"), ("remove it from 'missing'", "从“missing”中删去"),
        ("{} of {} cannot be met", "{1} 项中不可能符合 {0} 项"), ("correct one of them", "更正其中一个"),
        ("'{}' has no '{}'", "“{0}”没有“{1}”"), ("use {}", "可用 {0}"),
        ("a rule has a circle and metres", "规则同时给出圈层和米数"), ("keep one of them", "保留其一"),
        ("the list is empty", "列表为空"), ("name at least one kind", "至少列出一个类型"),
        ("name at least one, or leave the key out", "至少列出一个，或去掉该键"),
        ("the alternative asks for nothing", "该替代条件没有任何要求"), ("give it a figure, or remove it", "给出数值，或删去"),
        ("one alternative is no choice", "只有一个替代条件，无从选择"), ("write the figure into the row", "把数值写进该行"),
        ("the sizes of a row depend on different things", "同一行的规模取决于不同条件"),
        ("use one of 'ages', 'residents' and 'classes' throughout", "统一使用“ages”“residents”“classes”之一"),
        ("another size holds for the same case", "同一情形另有规模"), ("give each case one size", "每种情形只给一个规模"),
        ("a size depends on nothing", "规模没有适用条件"),
        ("a size depends on {} and {} and {}", "规模同时取决于 {0}、{1} 和 {2}"),
        ("a size depends on {} and {}", "规模同时取决于 {0} 和 {1}"), ("a size depends on {}", "规模取决于 {0}"),
        ("give it one of 'ages', 'residents' and 'classes'", "给出“ages”“residents”“classes”之一"),
        ("the largest figure is below the smallest", "最大值小于最小值"),
        ("write at least the smallest one", "不小于最小值"),
        ("a row has {} figures", "一行有 {0} 个数值"), ("give it those of one rule: {}", "给出同一规则的数值：{0}"),
        ("a row has a {} and a radius", "一行同时有 {0} 和半径"),
        ("keep one: a walk or a straight line", "步行距离与直线距离保留其一"),
        ("the circle of {} minutes is not defined", "没有定义 {0} 分钟圈层"), ("add it to 'circles'", "请加入“circles”"),
        ("the lenient limit is below the strict one", "宽限小于严格限值"),
        ("write at least the strict limit", "不小于严格限值"),
        ("the greatest population is below the least", "人口上限小于下限"), ("{} is not above zero", "{0} 不大于零"),
        ("write a number above zero, or leave the key out", "写大于零的数，或去掉该键"),
        ("the {} '{}' was given in line {}", "{0}“{1}”已在第 {2} 行给出"), ("give each id once", "每个编号只给一次"),
        ("too many explicit keys ('? ')", "显式键（“? ”）过多"), ("write keys as 'key: value'", "键写成“key: value”"),
        ("the text is not UTF-8", "文字不是 UTF-8"), ("save the file as UTF-8", "另存为 UTF-8"),
    ]

    /// What YAML values are called.
    private static let types: [(String, String)] = [
        ("a text as key", "文字作为键"), ("a list or a mapping", "列表或映射"), ("a text", "文字"),
        ("a whole number", "整数"), ("a number", "数字"), ("true or false", "true 或 false"),
        ("a mapping", "映射（键: 值）"),
        ("a list", "列表"), ("nothing", "空"), ("the quoted text '{}'", "加引号的文字“{0}”"), ("'{}'", "“{0}”"),
    ]
}

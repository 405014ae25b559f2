import VectorFiles

/// A column of the results: what it holds, and what people call it.
struct ResultColumn: Sendable {
    let name: String
    let kind: VectorLayer.Field.Kind
    let title: Wording

    /// The column as a file with aliases has it.
    var field: VectorLayer.Field {
        VectorLayer.Field(name: name, kind: kind, alias: title.zh, note: title.en)
    }
}

/// What the columns of all results are called (Docs/Glossary); those of audits and assessments stand in files of their
/// own.
///
/// A column without an entry traps: whoever adds one names it.
enum ColumnCatalogue {
    /// The columns called `names` in the table `table`.
    static func columns(_ names: [String], of table: ResultTableName) -> [ResultColumn] {
        names.map { column($0, of: table) }
    }

    static func column(_ name: String, of table: ResultTableName) -> ResultColumn {
        guard let entry = entries["\(table.rawValue).\(name)"] ?? entries[name] else {
            preconditionFailure("the column \(name) of \(table.rawValue) has no title")
        }
        return ResultColumn(name: name, kind: entry.kind, title: entry.title)
    }

    private struct Entry {
        let kind: VectorLayer.Field.Kind
        let title: Wording
    }

    private static let entries: [String: Entry] =
        (identity + walks + verdicts + sizes + shares + people + supply + places + findings + ground + parks
        + networks + items)
        .reduce(into: [:]) { entries, line in
            entries[line.0] = Entry(kind: line.1, title: Wording(line.3, line.2))
        }

    typealias Line = (String, VectorLayer.Field.Kind, String, String)

    private static let identity: [Line] = [
        ("id", .text, "编号", "Id"),
        ("name", .text, "名称", "Name"),
        ("block_id", .text, "街坊编号", "Block id"),
        ("block_name", .text, "街坊名称", "Block name"),
        ("facility_id", .text, "最近设施编号", "Id of the nearest facility"),
        ("facility_name", .text, "最近设施名称", "Name of the nearest facility"),
        ("straight_facility_id", .text, "直线最近设施编号", "Id of the facility nearest as the crow flies"),
        ("requirement_id", .text, "配置要求编号", "Requirement id"),
        ("kind", .text, "设施类别代码", "Facility kind"),
        ("kind_zh", .text, "设施类别", "Facility kind in Chinese"),
        ("kind_en", .text, "设施类别（英文）", "Facility kind in English"),
        ("title", .text, "配置要求", "Requirement"),
        ("title_en", .text, "配置要求（英文）", "Requirement in English"),
        ("circle", .text, "生活圈（分钟）", "Circle (minutes)"),
        ("tier", .text, "配置类型", "Provision class"),
        ("unit", .text, "统计单元编号", "Unit id"),
        ("draft", .truth, "依据征求意见稿", "By a draft standard"),
    ]

    private static let walks: [Line] = [
        ("strict_m", .real, "严格限值（米）", "Strict limit (m)"),
        ("lenient_m", .real, "宽限（米）", "Lenient limit (m)"),
        ("distance_m", .real, "步行距离（米）", "Walking distance (m)"),
        ("walk_min", .real, "步行时间（分钟）", "Walk time (min)"),
        ("straight_m", .real, "直线距离（米）", "Straight-line distance (m)"),
        ("edge_m", .real, "到数据边缘的步行距离（米）", "Walk to the edge of the data (m)"),
        ("starts_at", .text, "步行起点", "Where walks start"),
        ("length_m", .real, "长度（米）", "Length (m)"),
        ("component", .integer, "连通分支序号（1 为最长）", "Connected piece (1 is the longest)"),
    ]

    private static let verdicts: [Line] = [
        ("verdict", .text, "结论代码", "Verdict"),
        ("verdict_zh", .text, "结论", "Verdict in Chinese"),
        ("verdict_en", .text, "结论（英文）", "Verdict in English"),
        ("reason", .text, "原因代码", "Reason"),
        ("reason_zh", .text, "原因", "Reason in Chinese"),
        ("reason_en", .text, "原因（英文）", "Reason in English"),
        ("met", .integer, "达标项数", "Requirements met"),
        ("marginal", .integer, "勉强达标项数", "Requirements met marginally"),
        ("undersized", .integer, "规模不足项数", "Requirements with undersized facilities"),
        ("gaps", .integer, "服务盲区项数", "Gaps"),
        ("not_assessable", .integer, "无法评估项数", "Requirements not assessable"),
        ("gap_kinds", .text, "盲区设施类别", "Kinds in gap"),
        ("uncertain", .text, "不确定原因", "Why uncertain"),
        ("blocks.uncertain", .integer, "结论不确定项数", "Uncertain verdicts"),
        ("units.uncertain", .integer, "结论不确定项数合计", "Uncertain verdicts of its blocks"),
        ("serving_kind", .text, "实际服务的设施类别", "Kind that serves"),
        ("remarks", .text, "备注代码", "Remarks"),
        ("met_share", .real, "达标率（居民×要求）", "Share met (residents × requirements)"),
    ]

    private static let sizes: [Line] = [
        ("floor_area", .real, "建筑面积（平方米）", "Floor area (m²)"),
        ("site_area", .real, "占地面积（平方米）", "Site area (m²)"),
        ("area_m2", .real, "面积（平方米）", "Area (m²)"),
        ("size", .text, "规模结论代码", "Size verdict"),
        ("rank", .integer, "序位（按居民数）", "Rank by residents"),
        ("blind_spots.blocks", .text, "所涉街坊编号", "Ids of its blocks"),
    ]

    private static let shares: [Line] = [
        ("blocks_met", .integer, "达标街坊数", "Blocks met"),
        ("blocks_total", .integer, "已评估街坊数", "Blocks assessed"),
        ("blocks_marginal", .integer, "勉强达标街坊数", "Blocks met marginally"),
        ("blocks_undersized", .integer, "规模不足街坊数", "Blocks with undersized facilities"),
        ("blocks_gap", .integer, "服务盲区街坊数", "Blocks in gap"),
        ("blocks_not_assessable", .integer, "无法评估街坊数", "Blocks not assessable"),
        ("blocks_size_unknown", .integer, "规模未知暂按达标街坊数", "Blocks met by facilities of unknown size"),
        ("blocks_uncertain", .integer, "结论不确定街坊数", "Blocks with uncertain verdicts"),
        ("population_share", .real, "居民覆盖率", "Share of residents"),
        ("population_lenient_share", .real, "居民覆盖率（宽限）", "Share of residents, lenient"),
        ("area_share", .real, "用地覆盖率", "Share of land"),
        ("area_lenient_share", .real, "用地覆盖率（宽限）", "Share of land, lenient"),
        ("block_share", .real, "街坊覆盖率", "Share of blocks"),
        ("block_lenient_share", .real, "街坊覆盖率（宽限）", "Share of blocks, lenient"),
    ]

    private static let people: [Line] = [
        ("population", .real, "居民数（人）", "Residents"),
        ("population_met", .real, "达标居民数（人）", "Residents met"),
        ("population_total", .real, "已评估居民数（人）", "Residents assessed"),
        ("population_gap", .real, "盲区居民数（人）", "Residents in gap"),
        ("not_assessable_population", .real, "无法评估居民数（人）", "Residents not assessable"),
        ("population_lost_on_foot", .real, "直线可达而步行不达居民数（人）", "Residents lost on foot"),
        ("population_uncertain", .real, "结论不确定居民数（人）", "Residents with uncertain verdicts"),
        ("residents", .real, "居民数（人）", "Residents"),
        ("residents_assigned", .real, "就近分配居民数（人）", "Residents assigned to the nearest"),
        ("blocks_without_population", .integer, "人口未知街坊数", "Blocks without population"),
    ]

    private static let supply: [Line] = [
        ("scope", .text, "统计范围", "Scope"),
        ("scope_id", .text, "统计范围编号", "Scope id"),
        ("facilities", .integer, "设施数", "Facilities"),
        ("outside_unit", .integer, "其中单元外设施数", "Of them outside the unit"),
        ("adequate", .integer, "规模达标设施数", "Facilities large enough"),
        ("size_unknown", .integer, "规模未知设施数", "Facilities of unknown size"),
        ("supply.undersized", .integer, "规模不足设施数", "Facilities too small"),
        ("people_per_facility", .integer, "每处设施服务人口标准（人）", "People per facility asked for"),
        ("basis", .text, "需求计算依据", "Basis of the need"),
        ("needed", .integer, "应配设施数", "Facilities needed"),
        ("short_by", .integer, "缺口设施数", "Facilities short"),
        ("floor_area_m2", .real, "建筑面积合计（平方米）", "Floor area (m²)"),
        ("floor_area_unknown", .integer, "建筑面积未知设施数", "Facilities of unknown floor area"),
        ("floor_area_per_1000", .real, "千人建筑面积（平方米）", "Floor area per 1000 (m²)"),
        ("floor_area_per_1000_asked", .real, "千人建筑面积标准（平方米）", "Floor area per 1000 asked for (m²)"),
        ("floor_verdict", .text, "建筑面积结论代码", "Verdict on floor area"),
        ("places", .real, "学位、床位等合计", "Places"),
        ("places_unknown", .integer, "学位、床位未知设施数", "Facilities of unknown places"),
        ("places_per_1000", .real, "千人学位、床位数", "Places per 1000"),
        ("places_per_1000_asked", .real, "千人学位、床位标准", "Places per 1000 asked for"),
        ("places_verdict", .text, "学位、床位结论代码", "Verdict on places"),
    ]

    private static let places: [Line] = [
        ("residents_strict", .real, "严格限值内居民数（人）", "Residents within the strict limit"),
        ("residents_lenient", .real, "宽限内居民数（人）", "Residents within the lenient limit"),
        ("on_network", .truth, "已接入路网", "On the network"),
        ("catchment_blocks", .integer, "就近服务街坊数", "Blocks it is nearest to"),
        ("catchment_residents", .real, "就近服务居民数（人）", "Residents it is nearest to"),
        ("catchment_area_m2", .real, "就近服务用地（平方米）", "Land it is nearest to (m²)"),
        ("service_population", .integer, "标准服务人口（人）", "People it is to serve"),
        ("overloaded", .truth, "超过服务人口", "Overloaded"),
    ]

    private static let findings: [Line] = [
        ("severity", .text, "级别代码", "Severity"),
        ("code", .text, "代码", "Code"),
        ("layer", .text, "图层", "Layer"),
        ("feature", .text, "要素", "Feature"),
        ("message", .text, "内容", "Message"),
    ]

    private static let ground: [Line] = [
        ("units.blocks", .integer, "街坊数", "Blocks"),
        ("item", .text, "项目", "Item"),
        ("value", .text, "值", "Value"),
        ("units.gaps", .integer, "服务盲区项数合计", "Gaps of its blocks"),
    ]
}

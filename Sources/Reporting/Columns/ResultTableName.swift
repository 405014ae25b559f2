/// The tables and layers of results.
enum ResultTableName: String, CaseIterable, Sendable {
    case about
    case blocks
    case verdicts
    case gaps
    case blindSpots = "blind_spots"
    case facilities
    case network
    case units
    case entrances
    case barriers
    case boundary
    case access
    case coverage
    case supply
    case findings
    case parks
    case uncovered
    case parkCoverage = "park_coverage"
    case networkUnits = "network_units"
    case offending
    case figures
    case components
    case networkIssues = "network_issues"
    case assessment
    case totals

    /// What people call it (Docs/Glossary).
    var wording: Wording {
        switch self {
        case .about: Wording("about", "说明")
        case .blocks: Wording("blocks", "居住街坊")
        case .verdicts: Wording("verdicts by block", "街坊各项结论")
        case .gaps: Wording("requirements not met", "未达标项")
        case .blindSpots: Wording("blind spots", "服务盲区用地")
        case .facilities: Wording("facilities", "配套设施")
        case .network: Wording("walking network", "步行路网")
        case .units: Wording("units", "统计单元")
        case .entrances: Wording("where walks start", "步行起点")
        case .barriers: Wording("barriers", "步行障碍")
        case .boundary: Wording("boundary of the data", "数据范围")
        case .access: Wording("access", "可达性")
        case .coverage: Wording("coverage", "覆盖率")
        case .supply: Wording("supply", "供给")
        case .findings: Wording("findings", "数据检查提示")
        case .parks: Wording("parks", "公园绿地")
        case .uncovered: Wording("uncovered land", "公园服务盲区")
        case .parkCoverage: Wording("park coverage", "公园覆盖率")
        case .networkUnits: Wording("units of the network", "路网评价单元")
        case .offending: Wording("places that offend", "路网不达标处")
        case .figures: Wording("figures of the network", "路网指标")
        case .components: Wording("connected pieces", "连通部分")
        case .networkIssues: Wording("network issues", "路网待查问题")
        case .assessment: Wording("items", "细项评估")
        case .totals: Wording("totals", "汇总")
        }
    }
}

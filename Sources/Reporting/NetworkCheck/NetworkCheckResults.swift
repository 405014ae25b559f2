public import GapAnalysis
import PedestrianNetworks
public import StudyAreas
public import VectorFiles

extension ResultFolder {
    /// Writes everything `network check` has to say, with what was found while reading.
    ///
    /// - Parameter progress: Called with the share of the files done.
    /// - Throws: `VectorFileError` when something cannot be written; nothing is left behind then.
    public func write(
        _ check: NetworkCheck, findings: [Finding], manifest: JSONValue, progress: (Double) -> Void
    ) throws {
        let (results, table) = (NetworkCheckResults(check: check), FindingsTable(findings))
        let outward = try OutwardMove(from: check.area.plane)
        try write(
            [{ try outward.write(results.issues, to: $0) }, table.write, check.json.write, manifest.write],
            results.content(findings: table), progress: progress)
    }
}

/// A checked network for QGIS and Excel.
struct NetworkCheckResults {
    let check: NetworkCheck

    /// `network_issues.geojson`: each issue with its kind, metres and lines, those that heights explain marked.
    var issues: ResultTable {
        let columns = [
            "id", "issue", "title", "title_en", "explained", "metres", "way", "other_way", "blocks",
            "population",
        ]
        let issues = check.diagnosis.issues
        return ResultTable(.networkIssues, columns, count: issues.count, shape: { issues[$0].shape }) {
            [("id", .integer($0 + 1))] + properties(of: issues[$0])
        }
    }

    func content(findings: FindingsTable) -> StyledResults {
        let issues = StyledLayer(issues, style(of: issues))
        let ground = GroundLayers(area: check.area)
        let people = check.area.blocks.isEmpty ? [] : check.residents
        let data = [
            issues.table, ComponentTable(check.network, residents: people).table, findings.table,
        ]
        return StyledResults(
            layers: [issues].filter { $0.table.count > 0 }
                + [StyledLayer(ground.network, GroundStyles.style(of: ground.network))],
            sidecars: [issues], sheets: [about(data)] + data, plane: check.area.plane, isDraft: false)
    }

    private func about(_ tables: [ResultTable]) -> ResultTable {
        let limits = check.diagnosis.limits
        return AboutTable(
            area: check.area,
            lines: [
                .init(Wording("near miss (m)", "未连接判定距离（米）"), .number(limits.nearMiss)),
                .init(Wording("long segment (m)", "超长线段（米）"), .number(limits.longEdge)),
                .init(Wording("join tolerance (m)", "连接容差（米）"), .number(limits.joinTolerance)),
            ], tables: tables
        ).table
    }

    /// What heights explain is pale, whatever it is.
    private func style(of table: ResultTable) -> LayerStyle {
        let explained = StyleCondition.isTrue("explained")
        let kinds = NetworkIssue.Kind.allCases.map { kind in
            LayerStyle.Category(
                value: kind.rawValue, label: kind.wording, symbol: kind.symbol,
                condition: .all([.text("issue", kind.rawValue), .not(explained)]))
        }
        let pale = LayerStyle.Category(
            value: "explained", label: Wording("explained by heights", "已由层级解释"),
            symbol: LayerSymbol(fill: "#d9d9d9", stroke: MapPalette.network, width: 0.3))
        return LayerStyle(
            classes: .conditions(kinds + [pale]),
            label: .init(expression: "\"title\"", column: "title", upTo: 3000), columns: table.columns)
    }

    private func properties(of issue: NetworkIssue) -> [(String, JSONValue)] {
        let residents = issue.component.map { check.residents[$0] }
        let names = issue.lines.map { check.ways.origins[Int($0)].name }
        return [
            ("issue", .string(issue.kind.rawValue)), ("title", .string(issue.kind.wording.zh)),
            ("title_en", .string(issue.kind.wording.en)), ("explained", .bool(issue.isExplained)),
            ("metres", issue.kind.hasMetres ? .decimal(issue.metres, places: 3) : .null),
            ("way", JSONValue(names.first)), ("other_way", JSONValue(names.dropFirst().first)),
            ("blocks", residents.map { .integer($0.blocks) } ?? .null),
            ("population", residents.map { Rounding.amount($0.population) } ?? .null),
        ]
    }
}

extension NetworkIssue.Kind {
    fileprivate var symbol: LayerSymbol {
        let colour =
            switch self {
            case .island: "#7b3294"
            case .nearMiss: "#d7301f"
            case .undershoot: "#fc8d59"
            case .crossing: "#08519c"
            case .duplicate: "#238b45"
            case .longEdge: "#8c6d31"
            case .zeroLength: "#525252"
            case .cutEnd: "#41b6c4"
            }
        return LayerSymbol(fill: colour, stroke: colour, width: 0.8, diameter: 2.8)
    }
}

import GapAnalysis
import Standards
import VectorFiles

/// The styles that layers of results come with: the colours of reports and drawings.
struct ResultStyles {
    let audit: Audit

    /// The styles of a layer, the one used when nobody chooses first.
    func styles(of table: ResultTable, family: ShapeFamily) -> [LayerContent.Style] {
        guard table.name == .verdicts else {
            return [
                LayerContent.Style(name: table.name.wording.zh, qml: style(of: table).qml(for: family))
            ]
        }
        return byGapResidents.enumerated().map { place, requirement in
            let name = String("\(place + 1) \(requirement.title)".prefix(30))
            return LayerContent.Style(
                name: name, qml: style(of: requirement, columns: table.columns).qml(for: family))
        }
    }

    /// The style of the GeoJSON file of a layer: for the family that most of its features are of.
    func sidecar(of table: ResultTable) -> String {
        let families = (0..<table.count).compactMap { table.shape?($0) }.map { ShapeFamily($0) }
        return style(of: table).qml(for: ShapeFamily.byFrequency(in: families).first ?? .areas)
    }

    /// The one style of a layer; that of `verdicts` is by the requirement with the most residents in gap.
    func style(of table: ResultTable) -> LayerStyle {
        let columns = table.columns
        let name = "coalesce(\"name\", \"id\")"
        return switch table.name {
        case .blocks:
            LayerStyle(
                classes: .categories(of: Self.gapClass, marked(gapClasses, "\"uncertain\" > 0")),
                label: .init(expression: name, upTo: 15_000),
                columns: columns)
        case .gaps:
            LayerStyle(
                classes: .categories(of: "verdict", marked(verdictClasses, "\"uncertain\" = 'edge'")),
                label: .init(expression: "coalesce(\"block_name\", \"block_id\")", upTo: 10_000),
                columns: columns)
        case .blindSpots:
            LayerStyle(
                classes: .categories(
                    of: "'\(ResultTableName.blindSpots.rawValue)'",
                    marked([spotClass], "\"blocks_uncertain\" > 0")),
                label: .init(expression: "concat(\"title\", ' #', \"rank\")", upTo: 10_000), columns: columns)
        case .facilities:
            LayerStyle(
                classes: .categories(
                    of: "size", marked(sizeClasses, "\"uncertain\" = 'edge'", MapPalette.facilityUncertain)),
                label: .init(expression: "coalesce(\"name\", \"kind_zh\", \"kind\")", upTo: 8000),
                columns: columns)
        case .network:
            LayerStyle(
                classes: .single(LayerSymbol(stroke: MapPalette.network, width: 0.2)), columns: columns)
        case .units:
            LayerStyle(
                classes: .single(LayerSymbol(stroke: MapPalette.unit, width: 0.5, pen: "dash dot")),
                label: .init(expression: name, size: 10), columns: columns)
        case .entrances:
            LayerStyle(
                classes: .single(
                    LayerSymbol(fill: "#ffffff", stroke: MapPalette.unit, width: 0.3, diameter: 1.2)),
                columns: columns)
        case .barriers:
            LayerStyle(
                classes: .single(
                    LayerSymbol(fill: MapPalette.barrierFill, stroke: MapPalette.barrier, width: 0.5)),
                columns: columns)
        case .boundary:
            LayerStyle(
                classes: .single(LayerSymbol(stroke: MapPalette.facility, width: 0.4, pen: "dash")),
                columns: columns)
        case .verdicts, .about, .access, .coverage, .supply, .findings:
            LayerStyle(
                classes: .categories(of: byGapResidents.first?.id ?? "", verdictClasses), columns: columns)
        }
    }

    /// The requirements, the one with the most residents in gap first; by blocks where nobody is counted.
    private var byGapResidents: [FacilityRequirement] {
        audit.totals.enumerated().sorted { a, b in
            (b.element.population.gap, b.element.blocks.gap, a.offset)
                < (a.element.population.gap, a.element.blocks.gap, b.offset)
        }.map { audit.requirements[$0.element.requirement].requirement }
    }

    private func style(of requirement: FacilityRequirement, columns: [ResultColumn]) -> LayerStyle {
        LayerStyle(
            classes: .categories(
                of: requirement.id, marked(verdictClasses, "\"\(requirement.id)_uncertain\" = 'edge'")),
            label: .init(expression: "coalesce(\"name\", \"id\")", upTo: 15_000), columns: columns)
    }

    // MARK: Classes

    private var spotClass: LayerStyle.Category {
        let name = ResultTableName.blindSpots
        return LayerStyle.Category(
            value: name.rawValue, label: name.wording,
            symbol: LayerSymbol(
                fill: MapPalette.colour(of: .gap), stroke: MapPalette.colour(of: .gap), width: 0.3,
                brush: "b_diagonal"))
    }

    private var verdictClasses: [LayerStyle.Category] {
        Verdict.allCases.map {
            LayerStyle.Category(
                value: $0.rawValue, label: $0.wording, symbol: Self.block(MapPalette.colour(of: $0)))
        }
    }

    /// The classes outlined in dashes where `condition` holds, and a line of the legend that says so: no feature is of
    /// its class.
    private func marked(
        _ classes: [LayerStyle.Category], _ condition: String, _ colour: String = MapPalette.facility
    ) -> [LayerStyle.Category] {
        let dashed = classes.map { category in
            var symbol = category.symbol
            symbol.uncertainWhere = condition
            symbol.uncertainStroke = colour
            return LayerStyle.Category(value: category.value, label: category.label, symbol: symbol)
        }
        let mark = LayerSymbol(fill: nil, stroke: colour, width: 0.5, pen: "dash")
        return dashed + [
            LayerStyle.Category(
                value: "edge", label: Wording("uncertain: edge of the data", "存疑：近数据边缘"), symbol: mark)
        ]
    }

    private static func block(_ colour: String) -> LayerSymbol {
        LayerSymbol(fill: colour, stroke: MapPalette.blockLine)
    }

    /// The name of a block's class, where nothing could be assessed that one.
    static let gapClass: String = {
        let cases = GapClass.allCases.dropLast().map { "WHEN \"gaps\" <= \($0.last) THEN '\($0)'" }
        return "CASE WHEN \"met\" + \"marginal\" + \"undersized\" + \"gaps\" = 0 THEN "
            + "'\(Verdict.notAssessable.rawValue)' \(cases.joined(separator: " ")) ELSE '\(GapClass.most)' END"
    }()

    private var gapClasses: [LayerStyle.Category] {
        GapClass.allCases.map {
            LayerStyle.Category(value: "\($0)", label: $0.wording, symbol: Self.block($0.colour))
        } + [
            LayerStyle.Category(
                value: Verdict.notAssessable.rawValue, label: Verdict.notAssessable.wording,
                symbol: Self.block(MapPalette.notAssessable))
        ]
    }

    /// As on maps: white for those that are too small, black for the others.
    private var sizeClasses: [LayerStyle.Category] {
        func symbol(_ size: SizeVerdict?) -> LayerSymbol {
            size == .undersized
                ? LayerSymbol(fill: MapPalette.facilityUndersized, stroke: MapPalette.facility, width: 0.4)
                : LayerSymbol(fill: MapPalette.facility, stroke: "#ffffff", width: 0.2)
        }
        return SizeVerdict.allCases.map {
            LayerStyle.Category(value: $0.rawValue, label: $0.wording, symbol: symbol($0))
        } + [
            LayerStyle.Category(
                value: nil, label: Wording("not judged", "不在评估之列"),
                symbol: LayerSymbol(fill: MapPalette.notAssessable, stroke: "#ffffff", width: 0.2))
        ]
    }
}

import GapAnalysis
import Standards
import VectorFiles

/// The styles that layers of results come with: the colours of reports and drawings.
struct ResultStyles {
    let audit: Audit

    /// The layers of the audit with their styles.
    var layers: [StyledLayer] { AuditLayers(audit).all.map(layer) }

    /// A layer with its styles, the one used when nobody chooses first.
    func layer(_ table: ResultTable) -> StyledLayer {
        guard table.name == .verdicts else { return StyledLayer(table, style(of: table)) }
        return StyledLayer(
            table,
            byGapResidents.enumerated().map { place, requirement in
                let name = String("\(place + 1) \(requirement.title)".prefix(30))
                return (name, style(of: requirement, columns: table.columns))
            })
    }

    /// The one style of a layer.
    private func style(of table: ResultTable) -> LayerStyle {
        let columns = table.columns
        return switch table.name {
        case .blocks:
            LayerStyle(
                classes: .conditions(marked(Self.gapClasses, .number("uncertain", from: 1, to: nil))),
                label: .init("name", "id", upTo: 15_000), columns: columns)
        case .gaps:
            LayerStyle(
                classes: .values(of: "verdict", marked(verdictClasses, .text("uncertain", "edge"))),
                label: .init("block_name", "block_id", upTo: 10_000), columns: columns)
        case .blindSpots:
            LayerStyle(
                classes: .conditions(marked([spotClass], .number("blocks_uncertain", from: 1, to: nil))),
                label: .init(expression: "concat(\"title\", ' #', \"rank\")", column: "title", upTo: 10_000),
                columns: columns)
        case .facilities:
            LayerStyle(
                classes: .values(
                    of: "size", marked(sizeClasses, .text("uncertain", "edge"), MapPalette.facilityUncertain)),
                label: .init("name", "kind_zh", "kind", upTo: 8000), columns: columns)
        default: GroundStyles.style(of: table)
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
            classes: .values(
                of: requirement.id,
                marked(verdictClasses, .text("\(requirement.id)_uncertain", "edge"))),
            label: .init("name", "id", upTo: 15_000), columns: columns)
    }

    // MARK: Classes

    private var spotClass: LayerStyle.Category {
        let name = ResultTableName.blindSpots
        return LayerStyle.Category(
            value: name.rawValue, label: name.wording,
            symbol: .uncovered)
    }

    private var verdictClasses: [LayerStyle.Category] {
        Verdict.allCases.map {
            LayerStyle.Category(
                value: $0.rawValue, label: $0.wording, symbol: Self.block(MapPalette.colour(of: $0)))
        }
    }

    /// The classes outlined in dashes where `uncertain` holds, and a line of the legend that says so: no feature is of
    /// its class.
    private func marked(
        _ classes: [LayerStyle.Category], _ uncertain: StyleCondition,
        _ colour: String = MapPalette.facility
    ) -> [LayerStyle.Category] {
        let dashed = classes.map { category in
            var symbol = category.symbol
            symbol.uncertainWhere = uncertain.expression
            symbol.uncertainStroke = colour
            return LayerStyle.Category(
                value: category.value, label: category.label, symbol: symbol, condition: category.condition)
        }
        let mark = LayerSymbol(fill: nil, stroke: colour, width: 0.5, pen: "dash")
        return dashed + [
            LayerStyle.Category(
                value: "edge", label: Wording("uncertain: edge of the data", "存疑：近数据边缘"), symbol: mark,
                condition: .all([uncertain, .not(uncertain)]))
        ]
    }

    static func block(_ colour: String) -> LayerSymbol {
        LayerSymbol(fill: colour, stroke: MapPalette.blockLine)
    }

    /// By how many gaps a block has, and those apart where nothing could be assessed.
    static var gapClasses: [LayerStyle.Category] {
        let nothingAssessed = StyleCondition.all(
            ["met", "marginal", "undersized", "gaps"].map { .number($0, from: 0, to: 0) })
        let firsts = [0] + GapClass.allCases.dropLast().map { $0.last + 1 }
        let classes = zip(GapClass.allCases, firsts).map { one, first in
            let gaps = StyleCondition.number("gaps", from: first, to: one == .most ? nil : one.last)
            return LayerStyle.Category(
                value: "\(one)", label: one.wording, symbol: block(one.colour),
                condition: one == .none ? .all([.not(nothingAssessed), gaps]) : gaps)
        }
        return classes + [
            LayerStyle.Category(
                value: Verdict.notAssessable.rawValue, label: Verdict.notAssessable.wording,
                symbol: block(MapPalette.notAssessable))
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

import GapAnalysis
import Standards
import StudyAreas
import VectorFiles

/// What of an assessment lies somewhere: the blocks by how many items they fail, and what they were judged on.
struct AssessmentLayers {
    let assessment: IndicatorAssessment

    /// The layers that have features, with their styles, those drawn on top first.
    var styled: [StyledLayer] {
        let (blocks, facilities) = (blocks, facilities)
        return [
            StyledLayer(blocks, style(of: blocks)), StyledLayer(facilities, Self.facilityStyle(facilities)),
        ]
        .filter { $0.table.count > 0 } + GroundStyles.layers(of: GroundLayers(area: assessment.area))
    }

    /// Each block with the items that it fails: those whose rule is about every block, and does not hold for it.
    var blocks: ResultTable {
        let area = assessment.area
        let uncertain = Set(assessment.uncertainBlocks)
        var failed = [[String]](repeating: [], count: area.blocks.count)
        for item in assessment.items {
            for block in Set(item.outcomes.flatMap(\.shortBlocks)) { failed[block].append(item.item.id) }
        }
        let columns = [
            "id", "name", "population", "unit", "in_scope", "items_not_met", "items", "uncertain",
        ]
        return ResultTable(.blocks, columns, count: area.blocks.count, shape: { area.blocks[$0].shape }) {
            let block = area.blocks[$0]
            let isAssessed = assessment.unit == nil || block.unit == assessment.unit
            return [
                ("id", .string(block.id)), ("name", JSONValue(block.name)),
                ("population", block.population.map(Rounding.amount) ?? .null),
                ("unit", JSONValue(block.unit.map { area.units[$0].id })), ("in_scope", .bool(isAssessed)),
                ("items_not_met", isAssessed ? .integer(failed[$0].count) : .null),
                ("items", .string(failed[$0].joined(separator: ";"))),
                ("uncertain", .integer(uncertain.contains($0) ? 1 : 0)),
            ]
        }
    }

    /// What is there, by kind.
    var facilities: ResultTable {
        let facilities = assessment.area.facilities
        let columns = ["id", "name", "kind", "kind_zh", "kind_en", "floor_area", "site_area"]
        return ResultTable(
            .facilities, columns, count: facilities.count, shape: { facilities[$0].shape },
            properties: { AuditProperties.identity(of: facilities[$0]) })
    }

    private func style(of table: ResultTable) -> LayerStyle {
        let firsts = [0] + GapClass.allCases.dropLast().map { $0.last + 1 }
        let classes = zip(GapClass.allCases, firsts).map { one, first in
            LayerStyle.Category(
                value: "\(one)", label: one.itemWording, symbol: ResultStyles.block(one.colour),
                condition: .all([
                    .isTrue("in_scope"),
                    .number("items_not_met", from: first, to: one == .most ? nil : one.last),
                ]))
        }
        let outside = LayerStyle.Category(
            value: "outside", label: Wording("not assessed", "不在评估范围"),
            symbol: ResultStyles.block(MapPalette.notAssessable))
        return LayerStyle(
            classes: .conditions(classes + [outside]), label: .init("name", "id", upTo: 15_000),
            columns: table.columns)
    }

    private static func facilityStyle(_ table: ResultTable) -> LayerStyle {
        LayerStyle(
            classes: .single(LayerSymbol(fill: MapPalette.facility, stroke: "#ffffff", width: 0.2)),
            label: .init("name", "kind_zh", "kind", upTo: 8000), columns: table.columns)
    }
}

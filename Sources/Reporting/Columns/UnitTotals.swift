import GapAnalysis
import StudyAreas
import VectorFiles

/// What units have in all requirements together.
struct UnitTotals {
    static let columns = ["id", "name", "blocks", "population", "gaps", "met_share", "uncertain"]

    private let units: [Unit]
    private var totals: [Total]

    private struct Total {
        var blocks = 0, gaps = 0, uncertain = 0
        var population = 0.0, met = 0.0, assessed = 0.0
    }

    init(_ audit: Audit) {
        units = audit.area.units
        totals = Array(repeating: Total(), count: units.count)
        for (place, block) in audit.area.blocks.enumerated() {
            guard let unit = block.unit else { continue }
            totals[unit].blocks += 1
            totals[unit].population += block.population ?? 0
            totals[unit].gaps += audit.tally(ofBlock: place)[.gap] ?? 0
            totals[unit].uncertain += audit.edge.count(ofBlock: place)
        }
        for coverage in audit.coverage {
            guard let unit = coverage.unit else { continue }
            totals[unit].met += coverage.population.met
            totals[unit].assessed += coverage.population.assessed
        }
    }

    func properties(_ place: Int) -> [(String, JSONValue)] {
        let total = totals[place]
        return [
            ("id", .string(units[place].id)), ("name", JSONValue(units[place].name)),
            ("blocks", .integer(total.blocks)), ("population", Rounding.amount(total.population)),
            ("gaps", .integer(total.gaps)),
            ("met_share", total.assessed > 0 ? Rounding.share(total.met / total.assessed) : .null),
            ("uncertain", .integer(total.uncertain)),
        ]
    }
}

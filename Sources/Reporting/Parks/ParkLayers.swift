import GapAnalysis
import Geometry
import PedestrianNetworks
import StudyAreas
import VectorFiles
import WalkAccess

/// A park audit as tables with shapes in the plane.
struct ParkLayers {
    private let audit: ParkAudit

    init(_ audit: ParkAudit) { self.audit = audit }

    /// `parks.geojson`: each park, whether it counts, and whom it loses on foot.
    var parks: ResultTable {
        let columns = [
            "id", "name", "site_area", "standing", "on_network", "lost_population", "lost_blocks",
            "lost_blocks_uncertain",
        ]
        let losing = Dictionary(
            audit.parksLosing.map { ($0.park, ($0.residents, $0.blocks)) },
            uniquingKeysWith: { first, _ in first })
        let onFoot = Set(audit.edge.onFoot)
        return ResultTable(
            .parks, columns, count: audit.area.facilities.count,
            shape: { audit.area.facilities[$0].shape }
        ) { place in
            let (park, lost) = (audit.area.facilities[place], losing[place])
            return [
                ("id", .string(park.id)), ("name", JSONValue(park.name)),
                ("site_area", park.siteArea.map { .decimal($0, places: 0) } ?? .null),
                ("standing", .string(audit.standings[place].rawValue)),
                ("on_network", hasNetwork ? .bool(!audit.area.facilityPlaces[place].isEmpty) : .null),
                ("lost_population", hasNetwork ? lostPopulation(lost) : .null),
                ("lost_blocks", ids(lost?.1 ?? [])),
                ("lost_blocks_uncertain", ids((lost?.1 ?? []).filter(onFoot.contains))),
            ]
        }
    }

    /// Nobody where nothing is lost; unknown where nobody knows who lives in the blocks that are.
    private func lostPopulation(_ lost: (Double?, [Int])?) -> JSONValue {
        guard let lost else { return .integer(0) }
        return lost.0.map(Rounding.amount) ?? .null
    }

    private var hasNetwork: Bool { audit.onFoot != nil }

    private func ids(_ blocks: [Int]) -> JSONValue {
        .string(blocks.map { audit.area.blocks[$0].id }.joined(separator: ";"))
    }

    /// `blocks.geojson`: each block with both answers.
    var blocks: ResultTable {
        let columns = [
            "id", "name", "population", "park", "straight_m", "by_radius", "covered_share", "park_on_foot",
            "distance_m", "on_foot", "lost_on_foot", "edge_m", "uncertain", "uncertain_answers",
        ]
        let (byRadius, onFoot) = (Set(audit.edge.byRadius), Set(audit.edge.onFoot))
        return ResultTable(
            .blocks, columns, count: audit.area.blocks.count, shape: { audit.area.blocks[$0].shape }
        ) { place in
            let answers =
                (byRadius.contains(place) ? ["by_radius"] : []) + (onFoot.contains(place) ? ["on_foot"] : [])
            return properties(of: audit.area.blocks[place], audit.blocks[place])
                + edge(ofBlock: place, answers)
        }
    }

    private func edge(ofBlock place: Int, _ answers: [String]) -> [(String, JSONValue)] {
        [
            ("edge_m", audit.edge.walks[place].map { Rounding.walked($0) } ?? .null),
            ("uncertain", audit.edge.isKnown ? .integer(answers.count) : .null),
            ("uncertain_answers", audit.edge.isKnown ? .string(answers.joined(separator: ";")) : .null),
        ]
    }

    private func properties(of block: ResidentialBlock, _ result: ParkBlock) -> [(String, JSONValue)] {
        let land = block.shape.area
        return [
            ("id", .string(block.id)), ("name", JSONValue(block.name)),
            ("population", block.population.map(Rounding.amount) ?? .null),
            ("park", JSONValue(result.nearestPark.map { audit.area.facilities[$0].id })),
            ("straight_m", result.straight.map { .decimal($0, places: 1) } ?? .null),
            ("by_radius", .bool(result.isWithinRadius)),
            ("covered_share", land > 0 ? Rounding.share(1 - result.uncoveredArea / land) : .null),
            ("park_on_foot", JSONValue(result.walk.map { audit.area.facilities[Int($0.facility)].id })),
            ("distance_m", result.walk.map { Rounding.walked($0.distance) } ?? .null),
            ("on_foot", result.isWithinWalk.map { .bool($0) } ?? .null),
            ("lost_on_foot", .bool(result.isLostOnFoot)),
        ]
    }

    /// `uncovered.geojson`: each patch with its area, people and blocks, the largest first.
    var uncovered: ResultTable {
        let byRadius = Set(audit.edge.byRadius)
        return ResultTable(
            .uncovered, ["id", "area_m2", "population", "blocks", "blocks_uncertain"],
            count: audit.patches.count, shape: { audit.patches[$0].shape }
        ) { place in
            let patch = audit.patches[place]
            return [
                ("id", .integer(place + 1)), ("area_m2", .decimal(patch.area, places: 0)),
                ("population", population(of: patch)), ("blocks", ids(patch.blocks)),
                ("blocks_uncertain", ids(patch.blocks.filter(byRadius.contains))),
            ]
        }
    }

    private func population(of patch: UncoveredPatch) -> JSONValue {
        audit.residents(of: patch.blocks) == nil ? .null : .decimal(patch.population, places: 1)
    }
}

public import GapAnalysis
import Geometry
import PedestrianNetworks
import StudyAreas
public import VectorFiles
import WalkAccess

/// A park audit as GeoJSON layers.
public struct ParkFeatures {
    private let audit: ParkAudit
    private let outward: OutwardMove

    /// The layers of `audit`.
    ///
    /// - Throws: `ProjectionError` when the plane cannot be left.
    public init(_ audit: ParkAudit) throws {
        self.audit = audit
        outward = try OutwardMove(from: audit.area.plane)
    }

    /// `parks.geojson`: each park, whether it counts, and whom it loses on foot.
    public func writeParks(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "parks")
        let losing = Dictionary(
            audit.parksLosing.map { ($0.park, ($0.residents, $0.blocks)) },
            uniquingKeysWith: { first, _ in first })
        let onFoot = Set(audit.edge.onFoot)
        for (place, park) in audit.area.facilities.enumerated() {
            let lost = losing[place]
            writer.write(
                shape: try outward.moved(park.shape),
                properties: [
                    ("id", .string(park.id)), ("name", JSONValue(park.name)),
                    ("site_area", park.siteArea.map { .decimal($0, places: 0) } ?? .null),
                    ("standing", .string(audit.standings[place].rawValue)),
                    ("on_network", hasNetwork ? .bool(!audit.area.facilityPlaces[place].isEmpty) : .null),
                    ("lost_population", hasNetwork ? lostPopulation(lost) : .null),
                    ("lost_blocks", ids(lost?.1 ?? [])),
                    ("lost_blocks_uncertain", ids((lost?.1 ?? []).filter(onFoot.contains))),
                ])
        }
        writer.finish()
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
    public func writeBlocks(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "blocks")
        let (byRadius, onFoot) = (Set(audit.edge.byRadius), Set(audit.edge.onFoot))
        for (place, block) in audit.area.blocks.enumerated() {
            let answers =
                (byRadius.contains(place) ? ["by_radius"] : []) + (onFoot.contains(place) ? ["on_foot"] : [])
            writer.write(
                shape: try outward.moved(block.shape),
                properties: properties(of: block, audit.blocks[place]) + edge(ofBlock: place, answers))
        }
        writer.finish()
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
    public func writeUncovered(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "uncovered")
        let byRadius = Set(audit.edge.byRadius)
        for (place, patch) in audit.patches.enumerated() {
            writer.write(
                shape: try outward.moved(patch.shape),
                properties: [
                    ("id", .integer(place + 1)), ("area_m2", .decimal(patch.area, places: 0)),
                    ("population", population(of: patch)), ("blocks", ids(patch.blocks)),
                    ("blocks_uncertain", ids(patch.blocks.filter(byRadius.contains))),
                ])
        }
        writer.finish()
    }

    private func population(of patch: UncoveredPatch) -> JSONValue {
        audit.residents(of: patch.blocks) == nil ? .null : .decimal(patch.population, places: 1)
    }
}

public import GapAnalysis
import Geometry
import StudyAreas
public import VectorFiles

extension ParkAudit {
    /// The audit in the shape that `audit parks --json` promises; shares are 0…1, null where nothing was assessed.
    public var json: JSONValue {
        func count(_ standing: ParkStanding) -> JSONValue { .integer(standings.count { $0 == standing }) }
        return .object([
            ("tool", Product.json), ("crs", .string(area.plane.label)), ("radius_m", .number(options.radius)),
            ("min_area_m2", .number(options.minimumArea)),
            (
                "parks",
                .object([
                    ("counted", count(.counted)), ("too_small", count(.tooSmall)),
                    ("size_unknown", count(.sizeUnknown)),
                ])
            ), ("by_radius", byRadius.json), ("by_radius_with_size_unknown", byRadiusWithUnknown.json),
            ("on_foot", onFoot?.json ?? .null), ("lost_on_foot", lostJSON),
            ("uncovered", uncoveredJSON), ("residential", residentialJSON),
            ("lost_by_park", .array(lostByPark)), ("edge", edgeJSON),
        ])
    }

    /// Null where nothing is known of where the data ends.
    private var edgeJSON: JSONValue {
        guard edge.isKnown else { return .null }
        func uncertain(_ blocks: [Int]) -> JSONValue {
            .object([
                ("blocks", .integer(blocks.count)), ("population", .number(residents(of: blocks) ?? 0)),
            ])
        }
        return .object([
            ("of", .string(area.boundary.isEmpty ? "outline" : "boundary")),
            ("blocks_in_reach", .integer(edge.walks.count { $0 != nil })),
            ("blocks_uncertain", .integer(edge.blocks.count)),
            ("population_uncertain", .number(residents(of: edge.blocks) ?? 0)),
            ("by_radius", uncertain(edge.byRadius)),
            ("on_foot", onFoot == nil ? .null : uncertain(edge.onFoot)),
        ])
    }

    /// Without a network it is not known who is lost on foot, which is not nobody.
    private var lostJSON: JSONValue {
        let isKnown = onFoot != nil
        return .object([
            ("population", isKnown ? .number(residents(of: lostBlocks) ?? 0) : .null),
            ("blocks", isKnown ? .integer(lostBlocks.count) : .null),
        ])
    }

    private var uncoveredJSON: JSONValue {
        .object([
            ("area_m2", .number(byRadius.land.assessed - byRadius.land.covered)),
            ("patches", .integer(patches.count)),
            ("population", .number(patches.reduce(0) { $0 + $1.population })),
        ])
    }

    private var residentialJSON: JSONValue {
        let unassessed = onFoot == nil ? [] : blocks.indices.filter { blocks[$0].isWithinWalk == nil }
        return .object([
            ("land_m2", .number(byRadius.land.assessed)),
            ("population", .number(byRadius.population.assessed)),
            ("blocks", .integer(area.blocks.count)),
            ("not_assessable_population", .number(residents(of: unassessed) ?? 0)),
            ("not_assessable_blocks", .integer(unassessed.count)),
            ("blocks_without_population", .integer(area.blocks.count { $0.population == nil })),
            ("blocks_without_land", .integer(area.blocks.count { $0.shape.area == 0 })),
        ])
    }

    /// The parks that serve blocks by radius only, those that lose most residents first; nil residents where the
    /// population of no such block is known.
    public var parksLosing: [(park: Int, residents: Double?, blocks: [Int])] {
        let byPark = Dictionary(grouping: lostBlocks) { blocks[$0].nearestPark ?? -1 }
        return byPark.map { (park: $0.key, residents: residents(of: $0.value), blocks: $0.value) }
            .sorted {
                ($1.residents ?? 0, $1.blocks.count, $0.park) < ($0.residents ?? 0, $0.blocks.count, $1.park)
            }
    }

    private var lostByPark: [JSONValue] {
        parksLosing.map { park, residents, blocks in
            .object([
                ("park", .string(area.facilities[park].id)), ("population", .number(residents ?? 0)),
                ("blocks", .array(blocks.map { .string(area.blocks[$0].id) })),
            ])
        }
    }
}

extension ParkCoverage {
    fileprivate var json: JSONValue {
        func share(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
        return .object([
            ("land_share", share(landShare)), ("population_share", share(populationShare)),
            ("block_share", share(blockShare)), ("land_m2", .number(land.covered)),
            ("population", .number(population.covered)), ("blocks", .integer(blocks.covered)),
        ])
    }
}

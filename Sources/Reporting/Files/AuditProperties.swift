import GapAnalysis
import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import VectorFiles

/// The attributes of an audit's features, the same in every format.
struct AuditProperties {
    static let ofBlocks = [
        "id", "name", "population", "met", "marginal", "undersized", "gaps", "not_assessable", "gap_kinds",
        "unit", "starts_at", "edge_m", "uncertain",
    ]
    static let ofGaps =
        AccessRow.columns + [
            "block_name", "population", "title", "title_en", "facility_name", "verdict_zh", "verdict_en",
            "reason_zh", "reason_en",
        ]
    static let ofFacilities = [
        "id", "name", "kind", "kind_zh", "kind_en", "floor_area", "site_area", "requirement_id", "size",
        "residents_strict", "residents_lenient", "on_network", "catchment_blocks", "catchment_residents",
        "catchment_area_m2", "service_population", "overloaded", "edge_m", "uncertain",
    ]
    static let ofBlindSpots = [
        "requirement_id", "kind", "title", "title_en", "rank", "population", "area_m2", "blocks",
        "blocks_uncertain",
    ]

    let audit: Audit

    func ofBlock(_ place: Int) -> [(String, JSONValue)] {
        let block = audit.area.blocks[place]
        return identity(of: block) + tally(ofBlock: place) + [
            unit(of: block), ("starts_at", .string(block.startKind.rawValue)),
        ] + edge(ofBlock: place)
    }

    func ofGap(block: Int, requirement: Int) -> [(String, JSONValue)] {
        let row = AccessRow(audit: audit, block: block, requirement: requirement)
        return row.properties + names(of: row, audit.area.blocks[block])
    }

    func ofFacility(_ place: Int) -> [(String, JSONValue)] {
        Self.identity(of: audit.area.facilities[place]) + reach(ofFacility: place)
            + catchment(ofFacility: place)
            + edge(ofFacility: place)
    }

    func ofPatch(_ patch: UncoveredPatch, rank: Int, requirement: Int) -> [(String, JSONValue)] {
        properties(of: patch, rank: rank, audit.requirements[requirement].requirement) + [
            ("blocks_uncertain", .integer(audit.edge.service.count(ofBlocksIn: patch, requirement)))
        ]
    }

    /// The places of patches, those with the most residents first.
    func ranked(_ patches: [UncoveredPatch]) -> [Int] {
        patches.indices.sorted { (patches[$1].population, $0) < (patches[$0].population, $1) }
    }

    private func edge(ofBlock place: Int) -> [(String, JSONValue)] {
        [
            ("edge_m", audit.edge.walks[place].map { Rounding.walked($0) } ?? .null),
            ("uncertain", .integer(audit.edge.count(ofBlock: place))),
        ]
    }

    /// What data from beyond the edge could change: who is within its limits, and who goes to it.
    private func edge(ofFacility place: Int) -> [(String, JSONValue)] {
        let doubt = audit.edge.service
        let isUncertain =
            audit.facilityReach[place].map { doubt.isUncertain($0.requirement, facility: place) } ?? false
        return [
            ("edge_m", doubt.walks[place].map { Rounding.walked($0) } ?? .null),
            ("uncertain", isUncertain ? .string("edge") : .null),
        ]
    }

    private func identity(of block: ResidentialBlock) -> [(String, JSONValue)] {
        [
            ("id", .string(block.id)), ("name", JSONValue(block.name)),
            ("population", block.population.map(Rounding.amount) ?? .null),
        ]
    }

    private func unit(of block: ResidentialBlock) -> (String, JSONValue) {
        ("unit", JSONValue(block.unit.map { audit.area.units[$0].id }))
    }

    private func tally(ofBlock place: Int) -> [(String, JSONValue)] {
        let tally = audit.tally(ofBlock: place)
        let counts: [(String, Verdict)] = [
            ("met", .met), ("marginal", .marginal), ("undersized", .undersized), ("gaps", .gap),
            ("not_assessable", .notAssessable),
        ]
        let kinds = audit.requirements.filter { $0.assessments[place].verdict == .gap }
            .map(\.requirement.kind)
        return counts.map { ($0, .integer(tally[$1] ?? 0)) }
            + [("gap_kinds", .string(kinds.joined(separator: ";")))]
    }

    private func names(of row: AccessRow, _ block: ResidentialBlock) -> [(String, JSONValue)] {
        let (verdict, reason) = (row.assessment.verdict.wording, row.assessment.reason?.wording)
        let facility = row.assessment.facility.flatMap { audit.area.facilities[$0].name }
        return [
            ("block_name", JSONValue(block.name)),
            ("population", block.population.map(Rounding.amount) ?? .null),
            ("title", .string(row.requirement.title)), ("title_en", .string(row.requirement.titleEn)),
            ("facility_name", JSONValue(facility)),
            ("verdict_zh", .string(verdict.zh)), ("verdict_en", .string(verdict.en)),
            ("reason_zh", JSONValue(reason?.zh)), ("reason_en", JSONValue(reason?.en)),
        ]
    }

    /// What a facility is.
    static func identity(of facility: Facility) -> [(String, JSONValue)] {
        let kind = FacilityKindCatalogue.bundled.kind(id: facility.kind)
        return [
            ("id", .string(facility.id)), ("name", JSONValue(facility.name)),
            ("kind", .string(facility.kind)), ("kind_zh", JSONValue(kind?.title)),
            ("kind_en", JSONValue(kind?.titleEn)),
            ("floor_area", facility.floorArea.map(Rounding.amount) ?? .null),
            ("site_area", facility.siteArea.map { .decimal($0, places: 0) } ?? .null),
        ]
    }

    private func catchment(ofFacility place: Int) -> [(String, JSONValue)] {
        let catchment = audit.catchments[place]
        return [
            ("catchment_blocks", catchment.map { .integer($0.blocks) } ?? .null),
            ("catchment_residents", catchment.map { Rounding.amount($0.population) } ?? .null),
            ("catchment_area_m2", catchment.map { .decimal($0.land, places: 0) } ?? .null),
            ("service_population", catchment?.servicePopulation.map { .integer($0) } ?? .null),
            ("overloaded", catchment?.isOverloaded.map { .bool($0) } ?? .null),
        ]
    }

    private func properties(
        of patch: UncoveredPatch, rank: Int, _ requirement: FacilityRequirement
    ) -> [(String, JSONValue)] {
        [
            ("requirement_id", .string(requirement.id)), ("kind", .string(requirement.kind)),
            ("title", .string(requirement.title)), ("title_en", .string(requirement.titleEn)),
            ("rank", .integer(rank)), ("population", .decimal(patch.population, places: 1)),
            ("area_m2", .decimal(patch.area, places: 0)),
            ("blocks", .string(patch.blocks.map { audit.area.blocks[$0].id }.joined(separator: ";"))),
        ]
    }

    private func reach(ofFacility place: Int) -> [(String, JSONValue)] {
        let reach = audit.facilityReach[place]
        let requirement = reach.map { audit.requirements[$0.requirement].requirement.id }
        return [
            ("requirement_id", JSONValue(requirement)), ("size", JSONValue(reach?.size.rawValue)),
            ("residents_strict", reach?.residentsStrict.map(Rounding.amount) ?? .null),
            ("residents_lenient", reach?.residentsLenient.map(Rounding.amount) ?? .null),
            ("on_network", .bool(!audit.area.facilityPlaces[place].isEmpty)),
        ]
    }
}

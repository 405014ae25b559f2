import GapAnalysis
import Geometry
import PedestrianNetworks
import Projections
import Standards
import StudyAreas
import VectorFiles

/// An audit as GeoJSON layers; the border of the coordinate system is crossed here, on the way out.
struct AuditFeatures {
    let audit: Audit
    private let outward: OutwardMove
    /// What marks the layers of a draft.
    private var mark: String { audit.standard.layerMark }

    init(_ audit: Audit) throws {
        self.audit = audit
        outward = try OutwardMove(from: audit.area.plane)
    }

    /// `blocks.geojson`: each block with how many requirements fall under each verdict.
    func writeBlocks(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "blocks" + mark)
        for (place, block) in audit.area.blocks.enumerated() {
            writer.write(
                shape: try outward.moved(block.shape),
                properties: identity(of: block) + tally(ofBlock: place) + [
                    unit(of: block), ("starts_at", .string(block.startKind.rawValue)),
                ] + edge(ofBlock: place))
        }
        writer.finish()
    }

    private func edge(ofBlock place: Int) -> [(String, JSONValue)] {
        [
            ("edge_m", audit.edge.walks[place].map { Rounding.walked($0) } ?? .null),
            ("uncertain", .integer(audit.edge.count(ofBlock: place))),
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

    /// `gaps.geojson`: a feature per block and requirement that is not met.
    func writeGaps(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "gaps" + mark)
        for (place, block) in audit.area.blocks.enumerated() {
            let short = audit.requirements.indices.filter {
                audit.requirements[$0].assessments[place].verdict.isShortfall
            }
            guard !short.isEmpty else { continue }
            let shape = try outward.moved(block.shape)
            for requirement in short {
                let row = AccessRow(audit: audit, block: place, requirement: requirement)
                writer.write(shape: shape, properties: row.properties + names(of: row, block))
            }
        }
        writer.finish()
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

    /// `facilities.geojson`: each facility with its size verdict and the residents within its limits.
    func writeFacilities(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "facilities" + mark)
        for (place, facility) in audit.area.facilities.enumerated() {
            writer.write(
                shape: try outward.moved(facility.shape),
                properties: identity(of: facility) + reach(ofFacility: place) + catchment(ofFacility: place))
        }
        writer.finish()
    }

    private func identity(of facility: Facility) -> [(String, JSONValue)] {
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

    /// `blind_spots.geojson`: residential land no adequate facility reaches, per requirement, ranked by residents.
    func writeBlindSpots(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "blind_spots" + mark)
        for (place, patches) in audit.blindSpots.enumerated() {
            let requirement = audit.requirements[place].requirement
            let ranked = patches.indices.sorted {
                (patches[$1].population, $0) < (patches[$0].population, $1)
            }
            for (rank, index) in ranked.enumerated() {
                writer.write(
                    shape: try outward.moved(patches[index].shape),
                    properties: properties(of: patches[index], rank: rank + 1, requirement))
            }
        }
        writer.finish()
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

extension JSONValue {
    /// A text, or null.
    init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }
}

/// Moves shapes from the plane to longitude and latitude; those of a local grid stay as they are.
struct OutwardMove {
    private let transformation: Transformation?

    init(from plane: Plane) throws {
        transformation = try plane.toLongitudeLatitude()
    }

    func moved(_ shape: Shape) throws -> Shape {
        guard let transformation else { return shape }
        return try shape.mappingRuns { run in
            var run = run
            _ = transformation.apply(to: &run)
            return run
        }
    }

    private var decimals: Int { transformation == nil ? 3 : 7 }

    /// The distance between neighbouring coordinates, as they are printed.
    var grid: Double { transformation == nil ? 1e-3 : 1e-7 }

    func writer(_ file: StagedFile, name: String) -> GeoJSONWriter {
        GeoJSONWriter(file: file, name: name, decimals: decimals)
    }
}

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
    private let properties: AuditProperties
    private let outward: OutwardMove
    /// What marks the layers of a draft.
    private var mark: String { audit.standard.layerMark }

    init(_ audit: Audit) throws {
        self.audit = audit
        properties = AuditProperties(audit: audit)
        outward = try OutwardMove(from: audit.area.plane)
    }

    /// `blocks.geojson`: each block with how many requirements fall under each verdict.
    func writeBlocks(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "blocks" + mark)
        for (place, block) in audit.area.blocks.enumerated() {
            writer.write(
                shape: try outward.moved(block.shape),
                properties: properties.ofBlock(place))
        }
        writer.finish()
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
                writer.write(
                    shape: shape, properties: properties.ofGap(block: place, requirement: requirement))
            }
        }
        writer.finish()
    }

    /// `facilities.geojson`: each facility with its size verdict and the residents within its limits.
    func writeFacilities(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "facilities" + mark)
        for (place, facility) in audit.area.facilities.enumerated() {
            writer.write(
                shape: try outward.moved(facility.shape),
                properties: properties.ofFacility(place))
        }
        writer.finish()
    }

    /// `blind_spots.geojson`: residential land no adequate facility reaches, per requirement, ranked by residents.
    func writeBlindSpots(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "blind_spots" + mark)
        for (place, patches) in audit.blindSpots.enumerated() {
            for (rank, index) in properties.ranked(patches).enumerated() {
                writer.write(
                    shape: try outward.moved(patches[index].shape),
                    properties: properties.ofPatch(patches[index], rank: rank + 1, requirement: place))
            }
        }
        writer.finish()
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

    /// Writes a table as GeoJSON, under its name and a mark.
    func write(_ table: ResultTable, mark: String = "", to file: StagedFile) throws {
        var writer = writer(file, name: table.name.rawValue + mark)
        for place in 0..<table.count {
            writer.write(
                shape: try table.shape?(place).map(moved),
                properties: zip(table.columns, table.row(place)).map { ($0.name, $1 ?? .null) })
        }
        writer.finish()
    }

    func writer(_ file: StagedFile, name: String) -> GeoJSONWriter {
        GeoJSONWriter(file: file, name: name, decimals: decimals)
    }
}

import GapAnalysis
import Geometry
import PedestrianNetworks
import Standards
import Testing

@testable import StudyAreas

/// A network with units, stations and blocks, made in memory.
struct NetworkTown {
    var lines: [LineString]
    var units: [Unit] = []
    var stations: [Facility] = []
    var blocks: [ResidentialBlock] = []

    init(_ lines: [LineString]) { self.lines = lines }

    static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) throws -> Shape {
        let corners = [
            Position(x, y), Position(x + width, y), Position(x + width, y + height), Position(x, y + height),
            Position(x, y),
        ]
        return .polygon(Polygon(shell: try LinearRing(corners)))
    }

    mutating func addUnit(_ x: Double, _ y: Double, _ width: Double, _ height: Double) throws {
        units.append(
            Unit(id: "u\(units.count)", name: nil, shape: try Self.box(x, y, width, height)))
    }

    mutating func addStation(_ x: Double, _ y: Double) {
        let place = Position(x, y)
        stations.append(
            Facility(
                id: "s\(stations.count)", name: nil, kind: "rail_station", floorArea: nil, siteArea: nil,
                classes: nil, shape: .point(place), access: .entrances([place])))
    }

    mutating func addBlock(_ shape: Shape, gated: Bool?) {
        let origin = shape.box.centre
        blocks.append(
            ResidentialBlock(
                id: "b\(blocks.count)", name: nil, population: 100, households: nil, age: nil,
                isGated: gated, shape: shape, landArea: nil, origin: origin, starts: [origin], unit: nil))
    }

    mutating func addWay(_ positions: [(Double, Double)]) throws {
        lines.append(try LineString(positions.map { Position($0.0, $0.1) }))
    }

    /// What one figure makes of the first unit.
    func judgement(_ figure: NetworkFigure) async throws -> NetworkJudgement {
        let requirement = NetworkRequirement(
            id: "a", title: "试", titleEn: "test", scope: .general, figure: figure, citation: .testing)
        let standard = FacilityStandard(
            id: "testing", version: "1", title: "试", titleEn: "test",
            source: .init(title: "试", year: 2021), circles: [], requirements: [], network: [requirement])
        return try #require(try await audit(by: standard).units[0].judgements.first)
    }

    func audit(threads: Int = 1) async throws -> NetworkAudit {
        try await audit(by: BundledStandards.standard(id: "suzhou-2021"), threads: threads)
    }

    private func audit(by standard: FacilityStandard, threads: Int = 1) async throws -> NetworkAudit {
        let area = StudyArea(
            name: nil, plane: Plane(reference: nil), blocks: blocks, facilities: stations, units: units,
            network: NetworkBuilder().build(lines).network, barriers: BarrierLines([]),
            maxSnap: .zero,
            blockPlaces: NetworkPlaces(),
            facilityPlaces: NetworkPlaces(), surveyed: .asFound, findings: [], tallies: [])
        return try await NetworkAudit(of: area, by: standard, threads: threads)
    }
}

extension NetworkZoneFigures {
    func judgement(_ id: String) -> NetworkJudgement? { judgements.first { $0.requirement.id == id } }
}

import Geometry
import PedestrianNetworks
import Testing
import WalkAccess

@testable import GapAnalysis
@testable import StudyAreas

/// The edge of the data as `nearest`, `audit parks` and `reach` take it.
///
/// The worked example of Docs/Methods: a street of 9 km ends 100 m west of a block, a clinic lies 50 m beyond its end
/// and another 900 m east of the block.
@Suite("The edge of the data without a standard")
struct EdgeOutputTests {
    private func street(from start: Double = 0, clinics: [Double]) -> Village {
        var village = Village(lines: [[Position(start, 0), Position(9000, 0)]])
        village.addBlock(100, 0)
        for clinic in clinics { village.addFacility("clinic", clinic, 0) }
        return village
    }

    private func nearest(
        _ village: Village, limit: Double = 3000, counts: [Double] = []
    ) async throws -> NearestByKind {
        try await NearestByKind(
            in: try await village.area(), within: WalkingDistance(metres: limit),
            counting: counts.map { WalkingDistance(metres: $0) }, threads: 1)
    }

    @Test("A facility just beyond the outline is what the mark warns of")
    func workedExample() async throws {
        let part = try await nearest(street(clinics: [1000]), counts: [50, 100, 1000])
        #expect(part.walk(fromBlock: 0, toKind: 0)?.distance.metres == 900)
        #expect(part.edge.walks.map { $0?.metres } == [100])
        #expect(part.edge.isUncertain(kind: 0, block: 0))
        #expect(part.edge.uncertainCounts(ofBlock: 0).map(\.metres) == [100, 1000])
        #expect(part.edge.count == 1 && part.edge.blocks == [0])
        let note = part.findings.first { $0.code == .nearDataEdge }
        #expect(note?.arguments == ["1", "100", "1"] && note?.population == 100)
        // The street goes on, as far as the clinic that was not in the data.
        let whole = try await nearest(street(from: -5000, clinics: [1000, -50]))
        #expect(whole.walk(fromBlock: 0, toKind: 0)?.distance.metres == 150)
        #expect(!whole.edge.isUncertain(kind: 0, block: 0))
        #expect(whole.findings.isEmpty)
        // In the data, but off its ways: it is reached over the edge, and the way there may be shorter.
        let known = try await nearest(street(clinics: [1000, -50]))
        #expect(known.walk(fromBlock: 0, toKind: 0)?.distance.metres == 150)
        #expect(known.edge.isUncertain(kind: 0, block: 0))
    }

    @Test(
        "A walk is uncertain when the edge is nearer, none when the edge is within the limit",
        arguments: [
            (200.0, 3000.0, false), (200.001, 3000, true), (nil, 100, true), (nil, 99.999, false),
            (nil, 1_000_000, true),
        ] as [(Double?, Double, Bool)])
    func limits(clinic: Double?, limit: Double, isUncertain: Bool) async throws {
        // A second kind, so that the first is asked for even where it is out of reach.
        let result = try await nearest(street(clinics: [clinic ?? 8999]), limit: clinic == nil ? limit : 3000)
        let found = result.walk(fromBlock: 0, toKind: 0)
        #expect((found == nil) == (clinic == nil && limit < 8899))
        #expect(result.edge.isUncertain(kind: 0, block: 0) == isUncertain)
    }

    @Test("Within a declared boundary that no way leaves, nothing is uncertain")
    func boundary() async throws {
        let corners = [(-100.0, -50.0), (9100, -50), (9100, 50), (-100, 50), (-100, -50)]
        var area = try await street(clinics: [1000]).area()
        area.boundary = [Polygon(shell: try LinearRing(corners.map { Position($0.0, $0.1) }))]
        let result = try await NearestByKind(in: area, within: WalkingDistance(metres: 3000), threads: 1)
        #expect(result.edge.walks == [nil] && result.edge.count == 0)
    }

    @Test("A block without a park is uncertain by radius and on foot each for itself")
    func parks() async throws {
        var village = Village.street(9000)
        // On the street 200 m and 400 m from its end; 199 m beside it; on it beside a park.
        for (x, y) in [(200.0, 0.0), (400, 0), (250, 199), (100, 0)] {
            try village.addLand(x - 10, y - 10, 20, 20)
        }
        try village.addPark(110, -10)
        var audit = try await village.parkAudit(radius: 60)
        #expect(audit.blocks.map(\.isWithinRadius) == [false, false, false, true])
        #expect(audit.edge.isKnown && audit.edge.onFoot.isEmpty)
        // All stand on or near the street, which is its own outline.
        #expect(audit.edge.byRadius == [0, 1])
        audit = try await village.parkAudit(radius: 200)
        #expect(audit.edge.byRadius == [1, 2], "the third is 199 m from the street")
        #expect(audit.blocks.map(\.isWithinWalk) == [true, false, false, true])
        #expect(audit.edge.onFoot.isEmpty, "the ends of the street are further than that")
        audit = try await village.parkAudit(radius: 450, minimumArea: 500)
        #expect(audit.edge.onFoot == [0, 1, 2, 3])
        #expect(audit.findings.contains { $0.code == .nearDataEdge })
    }

    @Test("Without ways nothing is known of where the data ends")
    func noWays() async throws {
        var village = Village()
        try village.addLand(0, 0, 100, 100)
        let edge = try await village.parkAudit().edge
        #expect(!edge.isKnown && edge.count == 0)
    }

    @Test("An area that comes to the edge may go on there")
    func reach() async throws {
        var village = Village.street(9000)
        village.addFacility("clinic", 400, 0)
        var options = ReachOptions(limits: [300, 400, 500].map { ReachLimit(metres: $0) })
        options.threads = 1
        var marks: [Bool] = []
        let analysis = try ReachAnalysis(of: try await village.area(), options: options)
        _ = try await analysis.run { marks = $0.within.map(\.isUncertain) }
        #expect(marks == [false, true, true])
    }
}

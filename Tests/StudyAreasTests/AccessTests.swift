import Geometry
import Testing

@testable import StudyAreas

@Suite("Where walks end at facilities")
struct AccessTests {
    private func town(_ facility: MadeFeature, _ access: FacilityAccess = .automatic) -> Town {
        var town = Town()
        town.facilities = [.features([facility])]
        town.loader.access = access
        return town
    }

    private static let crossing = MadeFeature.rectangle(300...400, -20...80, ["id": "F", "kind": "park"])
    private static let beside = MadeFeature.rectangle(300...400, 20...120, ["id": "F", "kind": "park"])
    private static let school = MadeFeature.rectangle(
        300...400, 20...120, ["id": "F", "kind": "primary_school"])
    private static let gates = MadeFeature.points(
        [(300, 7), (340, 9)], ["id": "F", "kind": "primary_school"])

    @Test("an open space is entered where ways meet its boundary, without a leg")
    func crossed() async throws {
        let area = try await town(Self.crossing).load()
        #expect(area.facilities[0].access == .boundary)
        let joins = area.joins(ofFacility: "F")
        try #require(joins.count == 2)
        #expect(joins[0].isSpot(300, 0, leg: 0) && joins[1].isSpot(400, 0, leg: 0))
    }

    @Test("a way along the boundary is one long entrance")
    func alongside() async throws {
        let park = MadeFeature.rectangle(300...400, 0...100, ["id": "F", "kind": "park"])
        let joins = try await town(park).load().joins(ofFacility: "F")
        let stretch = Join(from: Position(300, 0), to: Position(400, 0), leg: 0)
        #expect(joins.contains { $0.isNear(stretch) })
    }

    /// Whether these are entrances all along the side from 300 to 400 m of the street, each with the leg.
    private func areAlong(_ joins: [Join], leg: Double) -> Bool {
        let whole = Join(from: Position(300, 0), to: Position(400, 0), leg: leg)
        return joins.contains { $0.isNear(whole) }
            && joins.allSatisfy {
                abs($0.leg - leg) < 1e-5 && $0.from.y == 0 && $0.from.x >= 300 && $0.to.x <= 400
            }
    }

    @Test(
        "an open space that no way meets is entered where it comes nearest to one, all along a parallel way")
    func notMet() async throws {
        let joins = try await town(Self.beside).load().joins(ofFacility: "F")
        #expect(areAlong(joins, leg: 20), "\(joins)")
    }

    @Test("its distance to the network is its boundary's, not that of its middle")
    func limitOfBoundary() async throws {
        let near = MadeFeature.rectangle(300...900, 199...900, ["id": "F", "kind": "park"])
        let far = MadeFeature.rectangle(300...900, 201...900, ["id": "F", "kind": "park"])
        let joins = try await town(near).load().joins(ofFacility: "F")
        #expect(!joins.isEmpty && joins.allSatisfy { abs($0.leg - 199) < 1e-5 })
        let area = try await town(far).load()
        #expect(area.joins(ofFacility: "F").isEmpty && area.features(.facilityOffNetwork) == ["F"])
        #expect(area.found(.facilityOffNetwork).first?.arguments == ["200"])
    }

    @Test("a building is entered at its interior point, each point of a MultiPoint is an entrance")
    func automatic() async throws {
        let joins = try await town(Self.school).load().joins(ofFacility: "F")
        #expect(joins.count == 1 && joins[0].isSpot(350, 0, leg: 70))
        let entrances = try await town(Self.gates).load().joins(ofFacility: "F")
        try #require(entrances.count == 2)
        #expect(entrances[0].isSpot(300, 0, leg: 7) && entrances[1].isSpot(340, 0, leg: 9))
    }

    @Test("point: the interior point of everything, the mean of several points")
    func point() async throws {
        let park = try await town(Self.crossing, .point).load().joins(ofFacility: "F")
        #expect(park.count == 1 && park[0].isSpot(350, 0, leg: 30))
        let mean = try await town(Self.gates, .point).load().joins(ofFacility: "F")
        #expect(mean.count == 1 && mean[0].isSpot(320, 0, leg: 8))
    }

    @Test("entrances: the points of a MultiPoint, else the interior point, open spaces included")
    func entrances() async throws {
        #expect(try await town(Self.gates, .entrances).load().joins(ofFacility: "F").count == 2)
        let park = try await town(Self.crossing, .entrances).load().joins(ofFacility: "F")
        #expect(park.count == 1 && park[0].isSpot(350, 0, leg: 30))
    }

    @Test("boundary: every surface is entered at its edge, points as ever")
    func boundary() async throws {
        let school = try await town(Self.school, .boundary).load().joins(ofFacility: "F")
        #expect(areAlong(school, leg: 20), "\(school)")
        #expect(try await town(Self.gates, .boundary).load().joins(ofFacility: "F").count == 2)
    }

    @Test("the straight line to a facility ends where its walks end")
    func straight() async throws {
        let here = Position(350, 0)
        func straight(_ feature: MadeFeature, _ access: FacilityAccess) async throws -> Double {
            try await town(feature, access).load().facilities[0].straightDistance(from: here)
        }
        #expect(try await straight(Self.beside, .automatic) == 20)
        #expect(try await straight(Self.beside, .point) == 70)
        #expect(try await straight(Self.crossing, .boundary) == 0)
        #expect(
            abs(try await straight(Self.gates, .entrances) - Position(10, 9).distance(to: Position(0, 0)))
                < 1e-9)
    }
}

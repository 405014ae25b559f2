import Geometry
import NetworkFixtures
import Testing

@testable import StudyAreas

@Suite("Where walks of blocks begin")
struct OriginTests {
    private func area(_ blocks: [MadeFeature]) async throws -> StudyArea {
        var town = Town()
        town.blocks = .features(blocks)
        return try await town.load()
    }

    @Test("a point begins at itself, several points at their mean, a surface at its centroid")
    func plain() async throws {
        let area = try await area([
            .point(17, 3, ["id": "point"]), .points([(0, 0), (10, 0), (20, 30)], ["id": "points"]),
            .rectangle(40...60, 10...20, ["id": "surface"]),
        ])
        #expect(area.blocks.map(\.origin) == [Position(17, 3), Position(10, 10), Position(50, 15)])
        #expect(area.blocks.map(\.starts) == area.blocks.map { [$0.origin] })
        #expect(area.blocks.map(\.landArea) == [nil, nil, 200])
    }

    /// A U of 90 × 90 m with a slot of 70 × 80 m: its centroid lies in the slot.
    private static let horseshoe: [(Double, Double)] = [
        (0, 10), (90, 10), (90, 100), (80, 100), (80, 20), (10, 20), (10, 100), (0, 100),
    ]

    @Test("a concave surface whose centroid lies outside begins at a point on it")
    func concave() async throws {
        let area = try await area([.polygon(Self.horseshoe, ["id": "U"])])
        let block = try #require(area.blocks.first)
        let geos = GEOSContext()
        let centroid = try block.shape.centroid(in: geos)
        #expect(try !block.shape.covers(centroid, in: geos), "the test needs a centroid outside")
        #expect(try block.shape.covers(block.origin, in: geos))
    }

    @Test("a surface with a hole in its middle likewise")
    func ring() async throws {
        let area = try await area([
            MadeFeature(
                geometry: """
                    {"type":"Polygon","coordinates":[[[0,0],[100,0],[100,100],[0,100],[0,0]],
                    [[10,10],[90,10],[90,90],[10,90],[10,10]]]}
                    """, ["id": "O"])
        ])
        let block = try #require(area.blocks.first)
        #expect(try block.shape.covers(block.origin, in: GEOSContext()))
        #expect(block.landArea == 3600)
    }

    @Test("several surfaces are one block with one beginning, on one of them")
    func multiPolygon() async throws {
        let area = try await area([
            .polygons(
                [[(0, 0), (20, 0), (20, 20), (0, 20)], [(80, 0), (100, 0), (100, 20), (80, 20)]], ["id": "M"])
        ])
        let block = try #require(area.blocks.first)
        #expect(area.blocks.count == 1 && block.landArea == 800)
        #expect(try block.shape.covers(block.origin, in: GEOSContext()))
    }

    @Test("random star-shaped surfaces always hold their beginning")
    func property() async throws {
        var random = SeededRandom(seed: 5)
        let stars = (0..<60).map { number -> MadeFeature in
            let corners = (0..<Int.random(in: 3...24, using: &random)).map { _ in
                (Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random))
            }
            let around = corners.sorted { atan2($0) < atan2($1) }
            return .polygon(around, ["id": .text("s\(number)"), "population": 1])
        }
        let area = try await area(stars)
        let geos = GEOSContext()
        for block in area.blocks { #expect(try block.shape.covers(block.origin, in: geos), "\(block.id)") }
        #expect(area.blocks.count + (area.tally("blocks")?.excluded ?? 0) == 60)
    }

    /// An angle around the middle of the square, by its tangent's quadrant and slope.
    private func atan2(_ position: (Double, Double)) -> Double {
        let (x, y) = (position.0 - 50, position.1 - 50)
        let slope = y / (abs(x) + abs(y))
        return x >= 0 ? slope : 2 - slope
    }
}

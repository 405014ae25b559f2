import Geometry
import NetworkFixtures
import Projections
import Testing
import VectorFiles

@testable import StudyAreas

@Suite("Moving layers into the plane") struct ShapeMoverTests {
    private let way: (from: CoordinateReferenceSystem, to: CoordinateReferenceSystem)

    init() throws {
        way = (.wgs84, try CoordinateReferenceSystem("EPSG:4549"))
    }

    @Test("every shape is moved as it would be alone", arguments: [OffsetDatum.wgs84, .gcj02], [1, 3])
    func alone(datum: OffsetDatum, threads: Int) throws {
        let table = table(20_000)
        let move = try Transformation(from: way.from, to: way.to)
        let mover = ShapeMover(datum: datum, isGeographic: true, way: way)
        var next = 0
        try mover.forEachMoved(table.features, by: move, threads: threads) { moved in
            let given = table.features[next].shape
            next += 1
            let expected = try? given?.mappingRuns { run in
                var run = datum == .wgs84 ? run : run.map(datum.wgs84)
                _ = move.apply(to: &run)
                return run
            }
            switch moved {
            case .success(let placed): #expect(placed.shape == expected && placed.box == expected?.box)
            case .failure(let refusal):
                let isOff = (given?.box.maxY ?? 0) > 90
                #expect(
                    refusal.code
                        == (given == nil ? .geometryEmpty : isOff ? .outsideTheGlobe : .notTransformable))
                #expect(given == nil || isOff || expected == nil)
            }
        }
        #expect(next == table.features.count)
    }

    @Test("what is in the plane already keeps every bit")
    func inPlane() throws {
        let table = table(100)
        let mover = ShapeMover(datum: .wgs84, isGeographic: false, way: (way.to, way.to))
        var shapes: [Shape?] = []
        let move = try Transformation(from: way.to, to: way.to)
        try mover.forEachMoved(table.features, by: move, threads: 2) { shapes.append(try? $0.get().shape) }
        #expect(shapes == table.features.map(\.shape))
    }

    /// Points, lines and surfaces around Suzhou, some without a shape and some off the globe.
    private func table(_ count: Int) -> FeatureTable {
        var random = SeededRandom(seed: 7)
        func position() -> Position {
            Position(.random(in: 120...121, using: &random), .random(in: 31...32, using: &random))
        }
        let features = (1...count).map { number in
            if number % 97 == 0 { return Feature(number: number, defect: .empty, values: []) }
            if number % 89 == 0 {
                return Feature(number: number, shape: .point(Position(120, 95)), values: [])
            }
            let (a, b, c) = (position(), position(), position())
            let line = try? LineString([a, b, c])
            let ring = try? LinearRing([a, b, c, a])
            let shapes: [Shape?] = [
                .point(a), line.map { .lineString($0) }, .multiPoint([a, b]),
                ring.map { .polygon(Polygon(shell: $0)) },
            ]
            return Feature(number: number, shape: shapes[number % 4] ?? .point(a), values: [])
        }
        return FeatureTable(
            source: VectorSource(path: "made"), driver: "made", layer: "made", fields: [], features: features,
            reference: .none)
    }
}

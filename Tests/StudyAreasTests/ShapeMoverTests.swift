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
        let moved = try mover.moved(table.features, by: move, threads: threads)
        let refused = Dictionary(uniqueKeysWithValues: moved.refusals.map { ($0.place, $0.refusal.code) })
        var box = Box.empty
        for (place, feature) in table.features.enumerated() {
            let given = feature.shape
            let expected = try? given?.mappingRuns { run in
                var run = datum == .wgs84 ? run : run.map(datum.wgs84)
                _ = move.apply(to: &run)
                return run
            }
            if let shape = moved.shapes[place] {
                #expect(shape == expected && refused[place] == nil)
                box.extend(to: shape.box)
            } else {
                let isOff = (given?.box.maxY ?? 0) > 90
                #expect(
                    refused[place]
                        == (given == nil ? .geometryEmpty : isOff ? .outsideTheGlobe : .notTransformable))
                #expect(given == nil || isOff || expected == nil)
            }
        }
        #expect(moved.box == box && moved.shapes.count == table.features.count)
        #expect(moved.refusals.map(\.place) == refused.keys.sorted())
    }

    @Test("what is in the plane already keeps every bit")
    func inPlane() throws {
        let table = table(100)
        let mover = ShapeMover(datum: .wgs84, isGeographic: false, way: (way.to, way.to))
        let move = try Transformation(from: way.to, to: way.to)
        let moved = try mover.moved(table.features, by: move, threads: 2)
        #expect(Array(moved.shapes) == table.features.map(\.shape))
        #expect(
            moved.refusals.map(\.place) == table.features.indices.filter { table.features[$0].shape == nil })
    }

    @Test("shapes that cannot stay are refused and leave the others alone")
    func refused() throws {
        let table = table(1000)
        let mover = ShapeMover(datum: .wgs84, isGeographic: true, way: nil)
        let moved = try mover.moved(table.features, by: nil, threads: 1)
        let stays = table.features.map { feature in feature.shape.map { $0.box.maxY <= 90 } ?? false }
        #expect(moved.refusals.map(\.place) == stays.indices.filter { !stays[$0] })
        #expect(Array(moved.shapes) == zip(table.features, stays).map { $1 ? $0.shape : nil })
        #expect(
            moved.box == moved.shapes.compactMap(\.self).reduce(into: Box.empty) { $0.extend(to: $1.box) })
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

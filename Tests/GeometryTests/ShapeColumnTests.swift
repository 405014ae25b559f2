import NetworkFixtures
import Testing

@testable import Geometry

@Suite("Shapes in columns") struct ShapeColumnTests {
    @Test(
        "every row is the shape it was made of, whatever lies before it", arguments: 0..<20 as Range<UInt64>)
    func rows(seed: UInt64) throws {
        let shapes = try shapes(seed: seed)
        let column = ShapeColumn(shapes)
        #expect(Array(column) == shapes)
        #expect(column.indices.map { column.box($0) } == shapes.map { $0?.box })
        #expect(column.indices.map { column.isMissing($0) } == shapes.map { $0 == nil })
        #expect(column.missingCount == shapes.count { $0 == nil })
        for (row, shape) in shapes.enumerated() {
            switch shape {
            case .point(let position):
                #expect(column.run(row).map { Array(column.positions[$0]) } == [position])
            case .lineString(let line):
                #expect(column.run(row).map { Array(column.positions[$0]) } == line.positions)
            default: #expect(column.run(row) == nil)
            }
        }
    }

    @Test("columns put one behind the other have the rows of both", arguments: 0..<20 as Range<UInt64>)
    func joined(seed: UInt64) throws {
        let (first, second) = (try shapes(seed: seed), try shapes(seed: seed + 100))
        var column = ShapeColumn(first)
        column.append(contentsOf: ShapeColumn(second))
        #expect(Array(column) == first + second)
    }

    @Test("a row that is replaced leaves the others as they were", arguments: 0..<20 as Range<UInt64>)
    func replaced(seed: UInt64) throws {
        var shapes = try shapes(seed: seed)
        let others = try self.shapes(seed: seed + 100)
        var column = ShapeColumn(shapes)
        for row in stride(from: 0, to: shapes.count, by: 3) {
            column.replace(row, by: others[row])
            shapes[row] = others[row]
        }
        #expect(Array(column) == shapes)
        #expect(column.missingCount == shapes.count { $0 == nil })
    }

    @Test("positions that are not finite are not added, nor what came before them")
    func notFinite() {
        var column = ShapeColumn([.point(Position(1, 2))])
        let line = [Position(3, 4), Position(5, 6), Position(7, .nan)]
        #expect(!column.append(count: 3) { line[$0] })
        #expect(Array(column) == [.point(Position(1, 2))] && column.positions.count == 1)
        #expect(column.append(count: 2) { line[$0] })
        #expect(column.run(1) == 1..<3)
    }

    @Test("lines come out as columns when there is nothing else, and only then")
    func lines() throws {
        let lines = try (2...9).map { count in
            try LineString((0..<count).map { Position(Double($0), Double(count)) })
        }
        let column = ShapeColumn(lines.map { .lineString($0) })
        let taken = try #require(column.lines)
        #expect(taken.positions == lines.flatMap(\.positions))
        #expect(
            (0..<taken.count).map { Array(taken.positions[taken.vertices($0)]) } == lines.map(\.positions))
        var twice = LineColumns(lines)
        twice.append(contentsOf: taken)
        #expect(
            (0..<twice.count).map { Array(twice.positions[twice.vertices($0)]) }
                == (lines + lines).map(\.positions))
        for other: Shape? in [nil, .point(Position(0, 0)), .multiLineString(lines)] {
            var mixed = column
            mixed.append(other)
            #expect(mixed.lines == nil)
            mixed = column
            mixed.replace(3, by: other)
            #expect(mixed.lines == nil)
        }
    }

    /// Shapes of all kinds, and rows without one.
    private func shapes(seed: UInt64) throws -> [Shape?] {
        var random = SeededRandom(seed: seed)
        func position() -> Position {
            Position(.random(in: -9...9, using: &random), .random(in: -9...9, using: &random))
        }
        return try (0..<60).map { _ in
            let many = (0..<Int.random(in: 2...6, using: &random)).map { _ in position() }
            let ring = try LinearRing([position(), position(), position()].closed)
            let shapes: [Shape?] = [
                nil, .point(many[0]), .multiPoint(many), .lineString(try LineString(many)),
                .multiLineString([try LineString(many)]), .polygon(Polygon(shell: ring)),
                .multiPolygon([Polygon(shell: ring, holes: [ring])]),
            ]
            return shapes[Int.random(in: shapes.indices, using: &random)]
        }
    }
}

extension [Position] {
    fileprivate var closed: [Position] { self + prefix(1) }
}

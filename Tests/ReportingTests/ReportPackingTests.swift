import Foundation
import GapAnalysis
import Geometry
import Testing

@testable import Reporting

/// The codes of `AccessColumns` by name.
enum ReportCodes {
    static let verdicts = Verdict.allCases.map(\.rawValue)
    static let reasons = Reason.allCases.map(\.rawValue)
}

/// What the page unpacks, unpacked here.
private struct Unpacker {
    private let bytes: [UInt8]
    private var at = 0

    init(_ text: String) { bytes = Data(base64Encoded: text).map { Array($0) } ?? [] }

    var isDone: Bool { at >= bytes.count }

    mutating func next() -> Int {
        var (value, shift) = (0, 0)
        while true {
            let byte = Int(bytes[at])
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128 { return value }
        }
    }

    mutating func signed() -> Int {
        let value = next()
        return value & 1 == 1 ? -(value + 1) / 2 : value / 2
    }
}

@Suite struct ReportPackingTests {
    @Test func numbersComeBack() {
        let values = [0, 1, -1, 63, 64, -64, -65, 8191, 8192, 123_456_789, -400_000_000]
        var bytes = PackedBytes()
        for value in values { bytes.append(signed: value) }
        var unpacker = Unpacker(bytes.base64)
        for value in values { #expect(unpacker.signed() == value) }
        #expect(unpacker.isDone)
        var column = Unpacker(([-1, 0, 300, Int32.max] as [Int32]).packed)
        for value in [0, 1, 301, 2_147_483_648] { #expect(column.next() == value) }
    }

    @Test func shapesKeepTheirPlaces() throws {
        let ring = try LinearRing(
            [(0, 0), (0.002, 0), (0.002, 0.001), (0, 0.001), (0, 0)].map { Position(120 + $0.0, 31 + $0.1) })
        let line = try LineString([Position(120, 31), Position(120.0005, 31), Position(120.001, 31)])
        let shapes: [Shape?] = [
            .point(Position(120.001, 31.0005)), nil, .polygon(Polygon(shell: ring)), .lineString(line),
        ]
        let grid = DisplayGrid(around: shapes, isLocal: false)
        var unpacker = Unpacker(ShapeStream.text(shapes, on: grid, tolerance: 0.5))
        #expect(unpacker.next() == 4)
        let point = (0..<6).map { _ in unpacker.next() }
        #expect(Array(point[..<4]) == [1, 1, 1, 1])
        #expect(unpacker.next() == 0)
        // The ring without its last position; the middle of the line is not needed.
        #expect((0..<4).map { _ in unpacker.next() } == [3, 1, 1, 4])
        for _ in 0..<8 { _ = unpacker.signed() }
        #expect((0..<4).map { _ in unpacker.next() } == [2, 1, 1, 2])
        for _ in 0..<4 { _ = unpacker.signed() }
        #expect(unpacker.isDone)
    }

    @Test func localCoordinatesAreMetres() {
        let shapes: [Shape?] = [.point(Position(500_000, 3_000_000)), .point(Position(501_000, 3_002_000))]
        let grid = DisplayGrid(around: shapes, isLocal: true)
        let (a, b) = (
            grid.metres(grid.step(Position(500_000, 3_000_000))),
            grid.metres(grid.step(Position(501_000, 3_002_000)))
        )
        #expect(abs(b.x - a.x - 1000) < 0.2 && abs(b.y - a.y - 2000) < 0.2)
    }

    @Test(arguments: 0..<50) func thinnedLinesStayNear(_ seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31)
        }
        let line = (0..<60).map { Position(Double($0) * 3, random() * 8) }
        let kept = LineThinning.thin(line, tolerance: 2, least: 2)
        #expect(kept.first == 0 && kept.last == 59 && kept == kept.sorted())
        for place in line.indices {
            let near =
                zip(kept, kept.dropFirst()).map {
                    Segment(line[$0], line[$1]).nearest(to: line[place]).squaredDistance
                }.min() ?? .infinity
            #expect(near.squareRoot() <= 2.000_001)
        }
    }

    @Test func waysShareWhatTheyHaveInCommon() {
        let grid = DisplayGrid(
            around: [.point(Position(120, 31)), .point(Position(120.1, 31.1))], isLocal: false)
        func at(_ x: Double, _ y: Double) -> Position { Position(120 + x, 31 + y) }
        let trunk = [at(0, 0), at(0.01, 0), at(0.02, 0)]
        let forest = RouteForest([trunk + [at(0.03, 0)], nil, trunk + [at(0.02, 0.01)]], on: grid)
        #expect(forest.leaves == [3, -1, 4])
        var unpacker = Unpacker(forest.base64)
        let nodes = (0..<5).map { _ in [unpacker.next(), unpacker.signed(), unpacker.signed()] }
        #expect(nodes.map { $0[0] } == [0, 1, 1, 1, 2])
        #expect(unpacker.isDone)
    }

    @Test func servedStreetsAreRunsAndParts() {
        // Streets of 2, 1, 1, 1 and 1 edges, each edge 1 m long.
        let streets = [0..<2, 2..<3, 3..<4, 4..<5, 5..<6]
        let lengths = [UInt32](repeating: 1_000_000, count: 6)
        let stretches = [
            // The end of the first edge and the beginning of the second are one part.
            (0, 500_000, 1_000_000), (1, 0, 250_000), (2, 0, 1_000_000), (3, 0, 1_000_000),
            (4, 0, 250_000), (4, 500_000, 1_000_000),
        ].map { ServedAreas.Stretch(edge: $0.0, from: UInt32($0.1), to: UInt32($0.2)) }
        var unpacker = Unpacker(StreetRuns(stretches, streets: streets, lengths: lengths).bytes.base64)
        var seen: [Int] = []
        while !unpacker.isDone { seen.append(unpacker.next()) }
        #expect(seen == [5, 30, 75, 7, 8, 0, 30, 60, 120, 3])
        #expect(StreetRuns([], streets: streets, lengths: lengths).bytes.bytes == [15])
    }

    @Test func namesCannotBreakADrawing() {
        #expect(MapSheet.escaped("<script>&\"") == "&lt;script&gt;&amp;&quot;")
        #expect(MapSheet.escaped("a\u{0}b") == "a\u{FFFD}b")
        #expect(MapSheet.escaped(String(repeating: "x", count: 10_000)).count == 120)
    }
}

import Foundation
import Geometry
import Projections
import Testing

@Suite("Offset datums")
struct OffsetDatumTests {
    /// Millimetres of the ground between two positions a few metres apart.
    static func millimetres(_ a: Position, _ b: Position) -> Double {
        let east = (b.x - a.x) * 111_320_000 * cos(a.y * .pi / 180)
        let north = (b.y - a.y) * 111_320_000
        return (east * east + north * north).squareRoot()
    }

    /// From Kashgar to Khabarovsk and from Hainan to the Amur, both coordinates away from round numbers.
    static let china: [Position] = stride(from: 73.0137, through: 136.9, by: 0.7311).flatMap { longitude in
        stride(from: 2.0071, through: 54.9, by: 0.6173).map { Position(longitude, $0) }
    }

    @Test("undoing and doing an offset meet within a hundredth of a millimetre all over China")
    func roundTrips() {
        for datum in [OffsetDatum.gcj02, .bd09] {
            for place in Self.china {
                let there = datum.position(ofWGS84: place)
                #expect(Self.millimetres(datum.wgs84(of: there), place) < 0.01, "\(datum) \(place)")
                let back = datum.wgs84(of: place)
                #expect(Self.millimetres(datum.position(ofWGS84: back), place) < 0.01, "\(datum) \(place)")
            }
        }
    }

    @Test("the square root in the formula, upright at 105° E, does not keep the way back from closing")
    func atTheFold() {
        for longitude in [105, 105 + 1e-12, 105 - 1e-9, 105 + 1e-7, 104.9999, 105.004, 105.005] {
            for latitude in [20.0, 29.5, 35, 41.3] {
                let place = Position(longitude, latitude)
                let back = OffsetDatum.gcj02.wgs84(of: OffsetDatum.gcj02.position(ofWGS84: place))
                #expect(Self.millimetres(back, place) < 10, "\(place)")
            }
        }
    }

    @Test("GCJ-02 lies hundreds of metres off, BD-09 about a kilometre further")
    func sizes() {
        for place in Self.china where (100...124).contains(place.x) && (20...45).contains(place.y) {
            let marine = OffsetDatum.gcj02.position(ofWGS84: place)
            #expect((50_000...800_000).contains(Self.millimetres(place, marine)), "\(place)")
            let baidu = OffsetDatum.bd09.position(ofWGS84: place)
            #expect((600_000...1_300_000).contains(Self.millimetres(marine, baidu)), "\(place)")
        }
    }

    @Test(
        "outside the outline the three datums are one, to the last bit",
        arguments: [
            Position(13.4, 52.5), Position(72.0039, 40), Position(137.8348, 40), Position(100, 0.8292),
            Position(100, 55.8272), Position(-100, 40), Position(116, -40), Position(.nan, 30),
            Position(116, .infinity),
        ])
    func outside(place: Position) {
        for datum in OffsetDatum.allCases {
            for moved in [datum.wgs84(of: place), datum.position(ofWGS84: place)] {
                #expect(moved.x.bitPattern == place.x.bitPattern)
                #expect(moved.y.bitPattern == place.y.bitPattern)
            }
        }
    }

    @Test("border cities lie well within the outline, and are offset like the rest")
    func borderCities() {
        let cities = [
            ("丹东", 124.354, 40.000), ("黑河", 127.528, 50.245), ("瑞丽", 97.855, 24.013),
            ("深圳", 114.057, 22.543), ("霍尔果斯", 80.411, 44.213), ("漠河", 122.538, 52.972),
            ("抚远", 134.295, 48.365), ("三沙", 112.338, 16.832), ("塔什库尔干", 75.229, 37.772),
        ]
        for (name, longitude, latitude) in cities {
            let place = Position(longitude, latitude)
            let moved = OffsetDatum.gcj02.position(ofWGS84: place)
            #expect(Self.millimetres(place, moved) > 50_000, "\(name)")
            #expect(OffsetDatum.outline.grown(by: -2).intersects(Box(place, place)), "\(name)")
        }
    }

    @Test("WGS 84 stays as it is, bit for bit")
    func identity() {
        for place in Self.china {
            #expect(OffsetDatum.wgs84.wgs84(of: place) == place)
            #expect(OffsetDatum.wgs84.position(ofWGS84: place) == place)
        }
    }

    /// Positions of places as other programs give them: Shanghai and Shenzhen from eviltransform's tests, a point in
    /// Beijing from coordtransform's. Tolerances are theirs, in degrees.
    @Test(arguments: [
        (OffsetDatum.gcj02, 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597, 1e-6),
        (.gcj02, 113.912316, 22.543847, 113.9171764808363, 22.540796131694766, 1e-6),
        (.gcj02, 116.404, 39.915, 116.41024449916938, 39.91640428150164, 1e-9),
    ])
    func publishedPositions(
        datum: OffsetDatum, x: Double, y: Double, movedX: Double, movedY: Double, tolerance: Double
    ) {
        let moved = datum.position(ofWGS84: Position(x, y))
        #expect(abs(moved.x - movedX) <= tolerance && abs(moved.y - movedY) <= tolerance, "\(moved)")
    }
}

/// A table of positions that three other programs give, each with the tolerance of its own tests; it lies beside the
/// repository and is not part of it.
@Suite("Offset datums against other programs")
struct OffsetVectorTests {
    struct Row {
        let operation: String
        let from: Position
        let to: Position
        let tolerance: Double
        let isMetres: Bool
    }

    static let rows: [Row] = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let file = root.appendingPathComponent("shared/data/offsets/gcj02_bd09_vectors.csv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let numbers = cells[1...5].compactMap { Double($0) }
            guard numbers.count == 5 else { return nil }
            return Row(
                operation: cells[0], from: Position(numbers[1], numbers[0]),
                to: Position(numbers[3], numbers[2]), tolerance: numbers[4], isMetres: cells[6] == "m")
        }
    }()

    /// The moved position, and how far its program's way of computing it is from the formula, in degrees.
    private func moved(_ row: Row) -> (position: Position, inexactness: Double)? {
        let (gcj02, bd09) = (OffsetDatum.gcj02, OffsetDatum.bd09)
        switch row.operation {
        case "wgs84_to_gcj02": return (gcj02.position(ofWGS84: row.from), 0)
        case "wgs84_to_bd09": return (bd09.position(ofWGS84: row.from), 0)
        case "gcj02_to_wgs84", "gcj02_to_wgs84_exact": return (gcj02.wgs84(of: row.from), 0)
        case "gcj02_to_bd09": return (bd09.position(ofWGS84: gcj02.wgs84(of: row.from)), 0)
        // A way back of a single step: metres from the exact one.
        case "gcj02_to_wgs84_approx": return (gcj02.wgs84(of: row.from), 2e-5)
        // A wobble taken at the moved place and not at the original one: centimetres.
        case "bd09_to_gcj02": return (gcj02.position(ofWGS84: bd09.wgs84(of: row.from)), 1e-6)
        // eviltransform takes π in the wobble where the other two, and the description, take 3000/180 π: its two
        // rows contradict the rows of gcoord by up to 40 m, and are met with π alone.
        case "bd09_to_wgs84": return (bd09.wgs84(of: row.from), 4e-4)
        default: return nil
        }
    }

    @Test(
        "every row agrees within its own tolerance and what its program leaves out",
        .enabled(if: !rows.isEmpty))
    func agreement() {
        var compared = 0
        for row in Self.rows {
            guard let (moved, inexactness) = moved(row) else { continue }
            compared += 1
            let metres = OffsetDatumTests.millimetres(row.to, moved) / 1000
            let degrees = max(abs(moved.x - row.to.x), abs(moved.y - row.to.y))
            #expect(
                (row.isMetres ? metres : degrees) <= row.tolerance + inexactness, "\(row) gave \(moved)")
        }
        #expect(compared > 800)
        #expect(Self.rows.count { (moved($0)?.inexactness ?? 0) > 0 } < 10)
    }
}

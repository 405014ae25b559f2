import FileFixtures
import Foundation

/// A made district in local metres: square blocks and parks, and ways, as the command's files.
struct MadeParks {
    typealias Rectangle = (x: Double, y: Double, width: Double, height: Double)

    var blocks: [String] = []
    var parks: [String] = []
    var ways: [String] = []

    mutating func addBlock(_ id: String, _ at: Rectangle, population: Int? = 100) {
        blocks.append(
            Self.feature(
                Self.polygon(at), #""id":"\#(id)","population":\#(population.map(String.init) ?? "null")"#))
    }

    mutating func addPark(_ id: String, _ at: Rectangle, _ more: String = "") {
        parks.append(Self.feature(Self.polygon(at), #""id":"\#(id)""# + more))
    }

    mutating func addPark(_ id: String, point x: Double, _ y: Double, _ more: String = "") {
        parks.append(Self.feature(#"{"type":"Point","coordinates":[\#(x),\#(y)]}"#, #""id":"\#(id)""# + more))
    }

    mutating func addWay(_ positions: [[Double]]) {
        ways.append(Self.feature(#"{"type":"LineString","coordinates":\#(positions)}"#, ""))
    }

    static func polygon(_ at: Rectangle) -> String {
        let (right, top) = (at.x + at.width, at.y + at.height)
        let ring = [[at.x, at.y], [right, at.y], [right, top], [at.x, top], [at.x, at.y]]
        return #"{"type":"Polygon","coordinates":[\#(ring)]}"#
    }

    static func feature(_ geometry: String, _ properties: String) -> String {
        #"{"type":"Feature","geometry":\#(geometry),"properties":{\#(properties)}}"#
    }

    /// Writes the layers and runs the command on them.
    func run(_ options: [String] = [], in folder: TemporaryFolder) throws -> LifeCircleProcess.Outcome {
        func write(_ name: String, _ features: [String]) throws -> String {
            try folder.write(
                name, #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",\n") + "]}")
        }
        var arguments = [
            "audit", "parks", "--crs", "local", "--blocks", try write("b.geojson", blocks), "--parks",
            try write("p.geojson", parks),
        ]
        if !ways.isEmpty { arguments += ["--network", try write("w.geojson", ways)] }
        return try LifeCircleProcess.run(arguments + options)
    }

    /// What `--json` prints.
    func json(_ options: [String] = []) throws -> ParkDocument {
        try ParkDocument(run(["--json", "--quiet"] + options, in: try TemporaryFolder()))
    }
}

/// The JSON of `audit parks`.
struct ParkDocument: Decodable {
    struct Parks: Decodable { let counted, too_small, size_unknown: Int }
    struct Coverage: Decodable {
        let land_share, population_share, block_share: Double?
        let land_m2, population: Double
        let blocks: Int
    }
    struct Lost: Decodable {
        let population: Double?
        let blocks: Int?
    }
    struct LostByPark: Decodable {
        let park: String
        let population: Double
        let blocks: [String]
    }
    struct Uncovered: Decodable {
        let area_m2, population: Double
        let patches: Int
    }
    struct Residential: Decodable {
        let land_m2, population, not_assessable_population: Double
        let blocks, not_assessable_blocks: Int
    }

    let radius_m, min_area_m2: Double
    let parks: Parks
    let by_radius, by_radius_with_size_unknown: Coverage
    let on_foot: Coverage?
    let lost_on_foot: Lost
    let lost_by_park: [LostByPark]
    let uncovered: Uncovered
    let residential: Residential

    init(_ outcome: LifeCircleProcess.Outcome) throws {
        self = try JSONDecoder().decode(ParkDocument.self, from: Data(outcome.output.utf8))
    }
}

/// A layer of the command's as it stands, whatever its properties.
struct ParkLayer {
    struct Feature {
        let properties: [String: Any]
        /// Rings by polygon; points have none.
        let polygons: [[[[Double]]]]

        func text(_ name: String) -> String? { properties[name] as? String }
        func number(_ name: String) -> Double? { (properties[name] as? NSNumber)?.doubleValue }
        func flag(_ name: String) -> Bool? { (properties[name] as? NSNumber)?.boolValue }
        /// The ids of a list joined by `;`.
        func list(_ name: String) -> [String] { (text(name) ?? "").split(separator: ";").map(String.init) }
        /// By the shoelace formula, counter-clockwise rings positive.
        var area: Double { polygons.flatMap { $0 }.reduce(0) { $0 + signedArea($1) } }
    }

    struct Malformed: Error {}

    let features: [Feature]

    init(_ data: Data) throws {
        guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            let all = root["features"] as? [[String: Any]]
        else { throw Malformed() }
        features = all.map { feature in
            let geometry = feature["geometry"] as? [String: Any]
            let polygons: [[[[Double]]]] =
                switch geometry?["type"] as? String {
                case "Polygon": [geometry?["coordinates"] as? [[[Double]]] ?? []]
                case "MultiPolygon": geometry?["coordinates"] as? [[[[Double]]]] ?? []
                default: []
                }
            return Feature(properties: feature["properties"] as? [String: Any] ?? [:], polygons: polygons)
        }
    }
}

/// Twice counted the right way round is positive.
func signedArea(_ ring: [[Double]]) -> Double {
    guard let first = ring.first else { return 0 }
    return zip(ring, ring.dropFirst()).reduce(0) { sum, side in
        let (a, b) = side
        return sum + ((a[0] - first[0]) * (b[1] - first[1]) - (b[0] - first[0]) * (a[1] - first[1])) / 2
    }
}

/// Whether no two sides of a ring cross, by trying each with each.
func isSimple(_ ring: [[Double]]) -> Bool {
    func turn(_ a: [Double], _ b: [Double], _ c: [Double]) -> Double {
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    }
    let sides = Array(zip(ring, ring.dropFirst()))
    for (place, (a, b)) in sides.enumerated() {
        for (c, d) in sides[(place + 1)...]
        where turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0 { return false }
    }
    return true
}

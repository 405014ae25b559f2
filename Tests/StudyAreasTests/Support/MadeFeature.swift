/// A feature of a test's GeoJSON file.
struct MadeFeature {
    /// The geometry as JSON.
    var geometry: String
    /// The properties in order, values as JSON.
    var properties: [(name: String, value: String)]

    typealias Attributes = KeyValuePairs<String, Attribute>

    init(geometry: String, _ attributes: Attributes) {
        self.geometry = geometry
        properties = attributes.map { ($0.key, $0.value.json) }
    }

    private init(_ type: String, _ coordinates: String, _ attributes: Attributes) {
        self.init(geometry: #"{"type":"\#(type)","coordinates":\#(coordinates)}"#, attributes)
    }

    static func point(_ x: Double, _ y: Double, _ attributes: Attributes = [:]) -> MadeFeature {
        MadeFeature("Point", pair((x, y)), attributes)
    }

    static func points(_ positions: [(Double, Double)], _ attributes: Attributes = [:]) -> MadeFeature {
        MadeFeature("MultiPoint", run(positions), attributes)
    }

    static func line(_ positions: [(Double, Double)], _ attributes: Attributes = [:]) -> MadeFeature {
        MadeFeature("LineString", run(positions), attributes)
    }

    /// A polygon whose ring is closed here.
    static func polygon(_ ring: [(Double, Double)], _ attributes: Attributes = [:]) -> MadeFeature {
        MadeFeature("Polygon", "[\(run(ring + ring.prefix(1)))]", attributes)
    }

    static func polygons(_ rings: [[(Double, Double)]], _ attributes: Attributes = [:]) -> MadeFeature {
        let parts = rings.map { "[\(run($0 + $0.prefix(1)))]" }.joined(separator: ",")
        return MadeFeature("MultiPolygon", "[\(parts)]", attributes)
    }

    /// An axis-parallel rectangle.
    static func rectangle(
        _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ attributes: Attributes = [:]
    ) -> MadeFeature {
        polygon(
            [
                (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound), (x.upperBound, y.upperBound),
                (x.lowerBound, y.upperBound),
            ], attributes)
    }

    var json: String {
        let members = properties.map { #""\#($0.name)":\#($0.value)"# }.joined(separator: ",")
        return #"{"type":"Feature","properties":{\#(members)},"geometry":\#(geometry)}"#
    }

    /// A GeoJSON text; without a system it says nothing about one.
    static func collection(_ features: [MadeFeature], system: String? = nil) -> String {
        let crs = system.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
        let body = features.map(\.json).joined(separator: ",\n")
        return #"{"type":"FeatureCollection",\#(crs)"features":[\#(body)]}"#
    }

    private static func pair(_ position: (Double, Double)) -> String { "[\(position.0),\(position.1)]" }
    private static func run(_ positions: [(Double, Double)]) -> String {
        "[\(positions.map(pair).joined(separator: ","))]"
    }
}

/// One attribute value.
enum Attribute: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByNilLiteral
{
    case text(String)
    case number(Double)
    case null

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(nilLiteral: ()) { self = .null }

    var json: String {
        switch self {
        case .text(let text): #""\#(text)""#
        case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .null: "null"
        }
    }
}

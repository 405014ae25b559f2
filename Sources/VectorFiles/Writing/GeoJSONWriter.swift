public import Geometry

/// Writes features as GeoJSON by RFC 7946: one collection, one feature per line, no `crs` member, shells
/// counter-clockwise and holes clockwise.
///
/// Positions are taken as they come and must be longitude and latitude on WGS 84; only a file for a tool that
/// asks for it may hold planar positions, with fewer decimals.
public struct GeoJSONWriter {
    private let file: StagedFile
    private let decimals: Int
    private var isFirst = true

    /// Begins a collection.
    ///
    /// - Parameters:
    ///   - name: The layer name that GIS programs show; nil for none.
    ///   - decimals: 7 for degrees, about a centimetre; 3 for metres.
    public init(file: StagedFile, name: String?, decimals: Int = 7) {
        self.file = file
        self.decimals = decimals
        file.append { bytes in
            bytes.append(contentsOf: #"{"type":"FeatureCollection","#.utf8)
            if let name {
                bytes.append(contentsOf: #""name":"#.utf8)
                JSONText.append(name, to: &bytes)
                bytes.append(UInt8(ascii: ","))
            }
            bytes.append(contentsOf: #""features":["#.utf8)
        }
    }

    /// Adds a feature; without a shape its geometry is null. A position that is not finite traps.
    public mutating func write(shape: Shape?, properties: [(String, JSONValue)]) {
        let separator = isFirst ? "\n" : ",\n"
        isFirst = false
        let geometry = GeoJSONGeometry(decimals: decimals)
        file.append { bytes in
            bytes.append(contentsOf: separator.utf8)
            bytes.append(contentsOf: #"{"type":"Feature","geometry":"#.utf8)
            geometry.append(shape, to: &bytes)
            bytes.append(contentsOf: #","properties":"#.utf8)
            JSONValue.append(properties.map { (key: $0.0, value: $0.1) }, to: &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Ends the collection.
    public mutating func finish() {
        file.write("\n]}\n")
    }
}

/// Prints shapes as GeoJSON geometries.
struct GeoJSONGeometry {
    let decimals: Int

    func append(_ shape: Shape?, to bytes: inout [UInt8]) {
        switch shape {
        case nil: bytes.append(contentsOf: "null".utf8)
        case .point(let position): append("Point", position, to: &bytes, append)
        case .multiPoint(let positions): append("MultiPoint", positions, to: &bytes, appendRun)
        case .lineString(let line): append("LineString", line.positions, to: &bytes, appendRun)
        case .multiLineString(let lines):
            append("MultiLineString", lines.map(\.positions), to: &bytes) {
                appendList($0, to: &$1, appendRun)
            }
        case .polygon(let polygon): append("Polygon", polygon, to: &bytes, append)
        case .multiPolygon(let polygons):
            append("MultiPolygon", polygons, to: &bytes) { appendList($0, to: &$1, append) }
        }
    }

    private func append<Coordinates>(
        _ type: String, _ coordinates: Coordinates, to bytes: inout [UInt8],
        _ appendCoordinates: (Coordinates, inout [UInt8]) -> Void
    ) {
        bytes.append(contentsOf: #"{"type":""#.utf8)
        bytes.append(contentsOf: type.utf8)
        bytes.append(contentsOf: #"","coordinates":"#.utf8)
        appendCoordinates(coordinates, &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    private func appendList<Item>(
        _ items: [Item], to bytes: inout [UInt8], _ appendItem: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            appendItem(item, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private func appendRun(_ positions: [Position], to bytes: inout [UInt8]) {
        appendList(positions, to: &bytes, append)
    }

    private func append(_ position: Position, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        FixedDecimal.append(position.x, places: decimals, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        FixedDecimal.append(position.y, places: decimals, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
    }

    private func append(_ polygon: Polygon, to bytes: inout [UInt8]) {
        let shell = Self.turned(polygon.shell, counterClockwise: true)
        let holes = polygon.holes.map { Self.turned($0, counterClockwise: false) }
        appendList([shell] + holes, to: &bytes, appendRun)
    }

    private static func turned(_ ring: LinearRing, counterClockwise: Bool) -> [Position] {
        let positions = ring.positions
        let origin = positions[0]
        // Relative to the first corner, so that large coordinates do not swallow a small ring.
        let doubleArea = zip(positions, positions.dropFirst()).reduce(0.0) { sum, side in
            let (a, b) = side
            return sum + (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        }
        return (doubleArea > 0) == counterClockwise ? positions : positions.reversed()
    }
}

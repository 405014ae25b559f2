internal import Geometry

/// Which columns of a delimited text hold the shape.
enum CoordinateColumns {
    /// Two columns of numbers; `isLongitudeLatitude` when their names say so.
    case pair(x: Int, y: Int, isLongitudeLatitude: Bool)
    case wellKnownText(Int)
    /// One column of texts such as `120.62,31.30`: longitude, then latitude.
    case pairText(Int)

    private static let longitudes = ["lng", "lon", "long", "longitude", "经度"]
    private static let latitudes = ["lat", "latitude", "纬度"]
    private static let pairs = ["location", "lnglat", "lng_lat", "lonlat", "lon_lat", "经纬度", "坐标"]
    private static let texts = ["wkt", "_wkt", "geometry", "geom", "the_geom"]

    /// The columns named in `source`, else those whose names are usual; nil when there are none.
    ///
    /// Names that mean longitude and latitude come before `x` and `y`, because they say what they are.
    init?(_ columns: [String], source: VectorSource) {
        let plain = columns.map { $0.lowercased() }
        func place(_ names: [String]) -> Int? { plain.firstIndex { names.contains($0) } }
        if source.xField != nil || source.yField != nil {
            guard let x = source.xField.flatMap({ Self.place(of: $0, in: columns) }),
                let y = source.yField.flatMap({ Self.place(of: $0, in: columns) })
            else { return nil }
            let isImplied = Self.longitudes.contains(plain[x]) && Self.latitudes.contains(plain[y])
            self = .pair(x: x, y: y, isLongitudeLatitude: isImplied)
        } else if let x = place(Self.longitudes), let y = place(Self.latitudes) {
            self = .pair(x: x, y: y, isLongitudeLatitude: true)
        } else if let x = place(["x"]), let y = place(["y"]) {
            self = .pair(x: x, y: y, isLongitudeLatitude: false)
        } else if let text = place(Self.texts) {
            self = .wellKnownText(text)
        } else if let pair = place(Self.pairs) {
            self = .pairText(pair)
        } else {
            return nil
        }
    }

    private static func place(of name: String, in columns: [String]) -> Int? {
        columns.firstIndex(of: name) ?? columns.firstIndex { $0.lowercased() == name.lowercased() }
    }

    /// What the column names say about the coordinate system.
    var reference: LayerReference {
        switch self {
        case .pair(_, _, true), .pairText: .impliedLongitudeLatitude
        case .pair, .wellKnownText: .none
        }
    }

    /// The place of the column that has both coordinates in one text; nil when there is none.
    var pairColumn: Int? {
        if case .pairText(let column) = self { column } else { nil }
    }

    /// The position in a cell such as `120.62,31.30`, as Amap's interface writes it; a full-width comma does too.
    static func position(pair text: String) throws(GeometryDefect) -> Position {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
        guard parts.count == 2 else {
            throw .malformed(reason: "'\(text.prefix(60))' is not longitude,latitude")
        }
        return try position(x: String(parts[0]), y: String(parts[1]))
    }

    /// The position in a pair of cells.
    static func position(x: String?, y: String?) throws(GeometryDefect) -> Position {
        let position = Position(try number(x), try number(y))
        guard position.isFinite else { throw .notFinite }
        return position
    }

    private static func number(_ cell: String?) throws(GeometryDefect) -> Double {
        guard let text = cell?.trimmed, !text.isEmpty else { throw .missing }
        // Double also reads hexadecimal, which nobody means here.
        guard !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }), let value = Double(text)
        else { throw .malformed(reason: "'\(text)' is not a number") }
        return value
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        let kept = drop { $0.isWhitespace }
        return String(kept.reversed().drop { $0.isWhitespace }.reversed())
    }
}

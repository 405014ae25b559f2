public import Geometry

/// What longitudes and latitudes of a Chinese source mean on the ground: WGS 84, or one of the two offset
/// datums (偏移坐标) that web maps publish in.
///
/// Positions are in degrees. Inside `outline` GCJ-02 lies 100 to 700 m away from WGS 84 by a formula of the place,
/// and BD-09 some 900 m away from GCJ-02; neither is a datum of geodesy and PROJ knows neither. Everywhere else
/// the three are one and positions stay as they are to the last bit.
public enum OffsetDatum: String, CaseIterable, Hashable, Sendable {
    /// The global datum: GPS, OpenStreetMap; within a metre of it, CGCS2000.
    case wgs84
    /// The offset datum of Amap and Tencent maps (国测局坐标).
    case gcj02
    /// The offset datum of Baidu maps, an offset of GCJ-02 (百度坐标).
    case bd09

    /// The name people know it by.
    public var title: String {
        switch self {
        case .wgs84: "WGS 84"
        case .gcj02: "GCJ-02"
        case .bd09: "BD-09"
        }
    }

    /// The rectangle within which sources are offset: longitude 72.004…137.8347, latitude 0.8293…55.8271.
    ///
    /// It is the outline that published descriptions use. It encloses all of China with a wide margin, so no
    /// border city lies near its edge, and much of the neighbouring countries, where a source that is not offset
    /// must not be declared as such.
    public static let outline = Box(Position(72.004, 0.8293), Position(137.8347, 55.8271))

    /// Whether sources are offset at `position`; not where a coordinate is NaN.
    public static func offsets(_ position: Position) -> Bool { outline.intersects(Box(position, position)) }

    /// Where a position of this datum lies on WGS 84.
    ///
    /// What has no position, NaN or infinity, stays so. The formula has no inverse in closed form; it is
    /// approached until a step is below 10⁻¹² degrees, a ten-thousandth of a millimetre.
    public func wgs84(of position: Position) -> Position {
        guard self != .wgs84, Self.offsets(position) else { return position }
        let stateOffset = self == .bd09 ? BaiduOffset.undone(position) : position
        return StateOffset.undone(stateOffset)
    }

    /// Where a position of WGS 84 lies in this datum.
    public func position(ofWGS84 position: Position) -> Position {
        guard self != .wgs84, Self.offsets(position) else { return position }
        let moved = StateOffset.done(position)
        return self == .bd09 ? BaiduOffset.done(moved) : moved
    }
}

/// Finds what a smooth, small displacement was made from.
func positionBefore(_ moved: Position, displacement: (Position) -> Position) -> Position {
    var guess = moved
    // Each step divides the error by a hundred or more, since the displacement hardly changes within a kilometre.
    for _ in 0..<30 {
        let step = displacement(guess)
        let next = Position(moved.x - step.x, moved.y - step.y)
        let change = max(abs(next.x - guess.x), abs(next.y - guess.y))
        guess = next
        // Written so that NaN ends it too.
        guard change >= 1e-12 else { break }
    }
    return guess
}

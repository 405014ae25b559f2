/// How near a facility has to be: a walk along the network, or a straight line. The two are never compared.
public enum ServiceDistance: Sendable, Hashable {
    /// Within the walking distance of a life circle (步行可达距离).
    case walking(RequiredCircle)
    /// Within a walk whose metres the document gives for this very row; the circle, where the row has one too,
    /// is a label then.
    case walk(WalkLimits, RequiredCircle?)
    /// Within a straight line of so many metres (服务半径); positive.
    case radius(metres: Double)

    /// The circle asked for, or `nil` where none is.
    public var circle: RequiredCircle? {
        switch self {
        case .walking(let circle): circle
        case .walk(_, let circle): circle
        case .radius: nil
        }
    }
}

/// A walk in metres, as a document gives it for one kind of facility.
public struct WalkLimits: Sendable, Hashable {
    /// The shorter distance the document gives.
    public let strictMetres: Double
    /// The longer one; equal to the strict one where the document gives one figure.
    public let lenientMetres: Double

    /// Limits in this order, both positive.
    public init(strictMetres: Double, lenientMetres: Double) {
        precondition(0 < strictMetres && strictMetres <= lenientMetres, "0 < strict ≤ lenient")
        self.strictMetres = strictMetres
        self.lenientMetres = lenientMetres
    }
}

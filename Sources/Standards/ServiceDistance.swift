/// How near a facility has to be: a walk along the network, or a straight line. The two are never compared.
public enum ServiceDistance: Sendable, Hashable {
    /// Within the walking distance of a life circle (步行可达距离).
    case walking(RequiredCircle)
    /// Within a straight line of so many metres (服务半径); positive.
    case radius(metres: Double)

    /// The circle asked for, or `nil` for a radius.
    public var circle: RequiredCircle? {
        if case .walking(let circle) = self { circle } else { nil }
    }
}

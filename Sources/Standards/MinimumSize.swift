/// The least size a facility may have to count; `nil` where the document asks for none.
public struct MinimumSize: Sendable, Hashable {
    /// Floor area (建筑面积) in square metres.
    public let floorAreaM2: Double?
    /// Site area (占地面积) in square metres.
    public let siteAreaM2: Double?

    /// A size from its two areas, positive where given.
    public init(floorAreaM2: Double? = nil, siteAreaM2: Double? = nil) {
        self.floorAreaM2 = floorAreaM2
        self.siteAreaM2 = siteAreaM2
    }

    /// Whether any size will do.
    public var isNone: Bool { floorAreaM2 == nil && siteAreaM2 == nil }
}

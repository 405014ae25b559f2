public import Standards

/// What there is to say of a verdict besides its reason; a remark changes no verdict.
public struct Remarks: OptionSet, Hashable, Sendable {
    /// One bit a remark.
    public let rawValue: UInt8

    /// Remarks by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Served by a building that provides several facilities at once.
    public static let byBundle = Remarks(rawValue: 1)
    /// Served by a facility outside the block's unit.
    public static let inNeighbouringUnit = Remarks(rawValue: 2)

    /// Not served, and the document lets something in this form stand in; nothing of the kind was counted.
    public static func substitute(_ form: Substitute.Form) -> Remarks {
        switch form {
        case .online: Remarks(rawValue: 4)
        case .outdoor: Remarks(rawValue: 8)
        case .shared: Remarks(rawValue: 16)
        case .delivered: Remarks(rawValue: 32)
        }
    }

    /// The names in files, in a fixed order.
    public var names: [String] {
        let served: [(Remarks, String)] = [
            (.byBundle, Reason.byBundle.rawValue), (.inNeighbouringUnit, Reason.inNeighbouringUnit.rawValue),
        ]
        let substitutes = Substitute.Form.allCases.map {
            (Remarks.substitute($0), "substitute_\($0.rawValue)")
        }
        return (served + substitutes).filter { contains($0.0) }.map(\.1)
    }
}

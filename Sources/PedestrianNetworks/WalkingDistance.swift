/// A distance on foot, in whole micrometres.
///
/// Integers make sums exact whatever their order, so that results do not depend on the path of a search, and
/// lengths that are equal stay equal: ties can be settled by a rule. One micrometre per edge keeps a walk of a
/// thousand edges within a millimetre of the sum of its real lengths.
public struct WalkingDistance: Hashable, Comparable, Sendable {
    /// The distance in whole micrometres.
    public var micrometres: Int64

    /// A distance from its micrometres.
    public init(micrometres: Int64) { self.micrometres = micrometres }

    /// A distance from metres, rounded to the nearest micrometre.
    ///
    /// - Parameter metres: Finite and at most `furthest`; larger values count as `furthest`.
    public init(metres: Double) {
        micrometres = Int64((min(metres, 500_000) * 1e6).rounded())
    }

    /// No distance at all.
    public static let zero = WalkingDistance(micrometres: 0)
    /// The longest walk that is ever searched: 500 km.
    public static let furthest = WalkingDistance(micrometres: 500_000_000_000)

    /// Metres, to the micrometre.
    public var metres: Double { Double(micrometres) / 1e6 }

    /// The distance rounded to a millimetre, half up, as it is judged and printed.
    public var millimetres: Int64 { (micrometres + 500) / 1000 }

    /// Metres of the whole millimetres: what is printed, and what a limit was before it took in what rounds to it.
    public var roundedMetres: Double { Double(millimetres) / 1000 }

    /// The longest distance that still rounds to `metres` or less: limits include what rounds to them.
    public static func limit(metres: Double) -> WalkingDistance {
        let millimetres = (min(metres, 1_000_000) * 1000).rounded()
        return WalkingDistance(micrometres: Int64(millimetres) * 1000 + 499)
    }

    /// Orders distances by length.
    public static func < (a: WalkingDistance, b: WalkingDistance) -> Bool { a.micrometres < b.micrometres }
    /// One distance after another.
    public static func + (a: WalkingDistance, b: WalkingDistance) -> WalkingDistance {
        WalkingDistance(micrometres: a.micrometres + b.micrometres)
    }
    /// What is left of `a` after `b`.
    public static func - (a: WalkingDistance, b: WalkingDistance) -> WalkingDistance {
        WalkingDistance(micrometres: a.micrometres - b.micrometres)
    }
}

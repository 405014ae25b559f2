public import PedestrianNetworks

/// How far a service area reaches.
///
/// Ways are cut at exactly the limit; whether a node counts is judged like any walk, to the millimetre.
public struct ReachLimit: Hashable, Comparable, Sendable {
    /// Where ways are cut: whole millimetres.
    public let cut: WalkingDistance
    /// The minutes the limit was given in; nil when it was given in metres.
    public let minutes: Double?

    /// A limit in metres, rounded to the millimetre; more than 0 and at most 500 km.
    public init(metres: Double, minutes: Double? = nil) {
        precondition(metres > 0, "a limit is some way off")
        cut = WalkingDistance(micrometres: WalkingDistance.limit(metres: metres).millimetres * 1000)
        self.minutes = minutes
    }

    /// The walk of `profile` in some minutes.
    public init(minutes: Double, of profile: WalkerProfile) {
        self.init(metres: minutes * 60 * profile.speed, minutes: minutes)
    }

    /// The longest walk that still rounds to the limit.
    public var judged: WalkingDistance { .limit(metres: cut.metres) }

    /// Orders limits by length.
    public static func < (a: ReachLimit, b: ReachLimit) -> Bool { a.cut < b.cut }
}

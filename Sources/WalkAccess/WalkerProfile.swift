public import PedestrianNetworks

/// How long a walk takes, in seconds: another measure than its length, and never mixed with it.
public struct WalkTime: Hashable, Comparable, Sendable {
    /// The time in seconds.
    public var seconds: Double

    /// A time from its seconds.
    public init(seconds: Double) { self.seconds = seconds }

    /// A time from minutes.
    public init(minutes: Double) { seconds = minutes * 60 }

    /// Minutes.
    public var minutes: Double { seconds / 60 }

    /// Orders times by length.
    public static func < (a: WalkTime, b: WalkTime) -> Bool { a.seconds < b.seconds }
}

/// How fast a kind of walker goes, and who says so.
public struct WalkerProfile: Hashable, Sendable {
    /// The name used on the command line.
    public let id: String
    /// Metres per second on the level.
    public let speed: Double
    /// Where the speed comes from.
    public let source: String

    /// A profile with a speed in metres per second, above 0.
    public init(id: String, speed: Double, source: String) {
        precondition(speed > 0 && speed.isFinite, "a walker moves")
        self.id = id
        self.speed = speed
        self.source = source
    }

    /// The pace that Suzhou's table 1 implies.
    public static let standard = WalkerProfile(
        id: "standard", speed: 1.11,
        source: "苏州社区品质提升专项规划（2021-2025）表1: 15 minutes for 1000 m")

    private static let helsinki =
        "Willberg, Fink, Toivonen: The 15-minute city for all? Journal of Transport Geography 106 (2023), "
        + "dry season"

    /// Every profile the command line knows.
    public static let all = [
        standard,
        WalkerProfile(id: "adult", speed: 1.43, source: helsinki),
        WalkerProfile(id: "elderly", speed: 1.18, source: helsinki),
        WalkerProfile(id: "child", speed: 1.19, source: helsinki),
    ]

    /// How long `distance` takes.
    public func time(for distance: WalkingDistance) -> WalkTime {
        WalkTime(seconds: distance.metres / speed)
    }

    /// The longest walk that takes no more than `time`, as a limit: what rounds to it is within.
    public func limit(for time: WalkTime) -> WalkingDistance {
        WalkingDistance.limit(metres: time.seconds * speed)
    }
}

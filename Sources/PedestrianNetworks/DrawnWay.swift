public import Geometry

/// A line of the input and what its attributes say about its height.
public struct DrawnWay: Hashable, Sendable {
    /// The line, in the plane.
    public var line: LineString
    /// Whether it runs on the ground, above or below.
    public var level: WayLevel

    /// A way from its line; on the ground unless said otherwise.
    public init(_ line: LineString, level: WayLevel = .ground) {
        self.line = line
        self.level = level
    }
}

/// At which height a way runs: two ways that cross meet only if they agree in it.
public struct WayLevel: Hashable, Sendable {
    /// What carries a way.
    public enum Structure: Hashable, Sendable {
        case ground
        case bridge
        case tunnel
    }

    /// What carries the way.
    public let structure: Structure
    /// Its place in the stack of ways, 0 on the ground.
    public let layer: Int

    /// A level; without a layer a bridge is one above the ground and a tunnel one below.
    public init(_ structure: Structure, layer: Int? = nil) {
        self.structure = structure
        switch structure {
        case .ground: self.layer = layer ?? 0
        case .bridge: self.layer = layer ?? 1
        case .tunnel: self.layer = layer ?? -1
        }
    }

    /// What is neither bridge nor tunnel and says nothing of layers.
    public static let ground = WayLevel(.ground)
}

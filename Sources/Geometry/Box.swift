/// An axis-parallel rectangle, its edges included.
public struct Box: Hashable, Sendable {
    /// The western edge.
    public var minX: Double
    /// The southern edge.
    public var minY: Double
    /// The eastern edge.
    public var maxX: Double
    /// The northern edge.
    public var maxY: Double

    /// A box from its edges.
    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// The box around two positions.
    public init(_ a: Position, _ b: Position) {
        self.init(minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
    }

    /// The smallest box around `positions`; empty when there are none.
    public init(around positions: [Position]) { self.init(around: positions.span) }

    /// The smallest box around `positions`; empty when there are none.
    public init(around positions: Span<Position>) {
        self = .empty
        for place in positions.indices {
            let position = positions[place]
            minX = min(minX, position.x)
            minY = min(minY, position.y)
            maxX = max(maxX, position.x)
            maxY = max(maxY, position.y)
        }
    }

    /// The box that holds nothing: extending it by anything gives that thing's box.
    public static let empty = Box(
        minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

    /// Whether the box holds nothing.
    public var isEmpty: Bool { minX > maxX || minY > maxY }

    /// Makes the box just large enough to hold `position` too.
    public mutating func extend(to position: Position) {
        extend(to: Box(position, position))
    }

    /// Makes the box just large enough to hold `other` too.
    public mutating func extend(to other: Box) {
        minX = min(minX, other.minX)
        minY = min(minY, other.minY)
        maxX = max(maxX, other.maxX)
        maxY = max(maxY, other.maxY)
    }

    /// The box grown by `margin` on every side.
    public func grown(by margin: Double) -> Box {
        Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
    }

    /// Whether the two boxes share a point.
    public func intersects(_ other: Box) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }

    /// The middle of the box.
    public var centre: Position { Position((minX + maxX) / 2, (minY + maxY) / 2) }

    /// The square of the distance from `position` to the nearest point of the box; 0 inside.
    public func squaredDistance(to position: Position) -> Double {
        let dx = Box.gap(minX - position.x, position.x - maxX)
        let dy = Box.gap(minY - position.y, position.y - maxY)
        return dx * dx + dy * dy
    }

    /// The larger one, at least 0: two instructions, where `max` of three numbers makes a jump.
    private static func gap(_ before: Double, _ behind: Double) -> Double {
        let outside = before > behind ? before : behind
        return outside > 0 ? outside : 0
    }

    /// The distance between the nearest points of two boxes; 0 when they meet.
    public func distance(to other: Box) -> Double {
        let dx = max(minX - other.maxX, 0, other.minX - maxX)
        let dy = max(minY - other.maxY, 0, other.minY - maxY)
        return (dx * dx + dy * dy).squareRoot()
    }
}

import Geometry

/// A vector of the plane, in metres.
typealias Vector = SIMD2<Double>

extension SIMD2<Double> {
    /// Turned a quarter counter-clockwise.
    var left: Vector { Vector(-y, x) }

    func dot(_ other: Vector) -> Double { x * other.x + y * other.y }
}

/// Everything within a radius of a straight stretch, and in closed form what it covers of lines and circles.
///
/// Capsules of one radius are sums of a disc and segments. Of such, the outlines of two cross at most twice when the
/// segments do not cross (Kedem, Livne, Pach and Sharir, "On the union of Jordan regions and collision-free
/// translational motion amidst polygonal obstacles", Discrete & Computational Geometry 1, 1986); and being convex
/// a capsule covers one interval of any line.
struct Capsule {
    let start: Vector
    /// Of length 1.
    let direction: Vector
    let length: Double
    /// The numbers of the vertices at its ends, which other stretches may share.
    let startVertex, endVertex: Int32

    init(from start: Vector, _ startVertex: Int32, to end: Vector, _ endVertex: Int32) {
        let along = end - start
        self.start = start
        length = along.dot(along).squareRoot()
        direction = along / length
        (self.startVertex, self.endVertex) = (startVertex, endVertex)
    }

    var end: Vector { start + length * direction }

    /// The box of what is within `radius`.
    func box(grownBy radius: Double) -> Box {
        Box(
            minX: min(start.x, end.x) - radius, minY: min(start.y, end.y) - radius,
            maxX: max(start.x, end.x) + radius, maxY: max(start.y, end.y) + radius)
    }

    /// What is crossed for less than this, in metres, is only touched.
    static let touch = 1e-5

    /// Metres along the stretch and to its left.
    private func local(_ position: Vector) -> Vector {
        let offset = position - start
        return Vector(offset.dot(direction), offset.dot(direction.left))
    }
}

/// The elements an outline is made of, by number: the two sides of each stretch and the circle of each vertex.
struct OutlineElements {
    let stretches: Int32

    func right(of stretch: Int32) -> Int32 { 2 * stretch }
    func left(of stretch: Int32) -> Int32 { 2 * stretch + 1 }
    func circle(of vertex: Int32) -> Int32 { 2 * stretches + vertex }
    /// The vertex of a circle; nil for a side.
    func vertex(of element: Int32) -> Int32? { element < 2 * stretches ? nil : element - 2 * stretches }
}

/// What a capsule covers of an element, and which of the capsule's own elements bound it.
struct Cover {
    /// Metres along a side, or pseudo-angles on a circle.
    var from, to: Double
    /// Where the element goes in and comes out: on a circle relative to its centre.
    var fromPoint, toPoint: Vector
    /// The capsule's elements that are crossed there.
    var entry, exit: Int32
}

// MARK: - Covers of sides

extension Capsule {
    /// What this capsule, stretch number `number`, covers of a line from `origin` in `heading`, which has length 1;
    /// nil for nothing.
    ///
    /// - Parameter vertices: Those of the line's own stretch, whose circles the line touches and never enters.
    func cover(
        ofLine origin: Vector, _ heading: Vector, radius: Double, besides vertices: (Int32, Int32),
        _ number: Int32, _ elements: OutlineElements
    ) -> Cover? {
        let from = local(origin)
        let along = Vector(heading.dot(direction), heading.dot(direction.left))
        var span = LineSpan(crossingRectangle: from, along, length, radius)
        span.number(right: elements.right(of: number), left: elements.left(of: number))
        if startVertex != vertices.0 && startVertex != vertices.1 {
            span.widen(byDisc: from, along, radius, elements.circle(of: startVertex))
        }
        if endVertex != vertices.0 && endVertex != vertices.1 {
            span.widen(
                byDisc: from - Vector(length, 0), along, radius, elements.circle(of: endVertex))
        }
        guard span.from < span.to else { return nil }
        return Cover(
            from: span.from, to: span.to, fromPoint: origin + span.from * heading,
            toPoint: origin + span.to * heading, entry: span.entry, exit: span.exit)
    }
}

/// The interval of a line within a capsule, found from its rectangle and its discs.
private struct LineSpan {
    var from = Double.infinity
    var to = -Double.infinity
    var entry: Int32 = -1
    var exit: Int32 = -1
    private let climbs: Bool

    /// The part in the rectangle beside a stretch of `length`, in its frame.
    init(crossingRectangle start: Vector, _ along: Vector, _ length: Double, _ radius: Double) {
        climbs = along.y > 0
        let beside = LineSpan.interval(start.y, along.y, -radius, radius)
        let within = LineSpan.interval(start.x, along.x, 0, length)
        let (low, high) = (max(beside.low, within.low), min(beside.high, within.high))
        if low < high { (from, to) = (low, high) }
    }

    /// Names the sides: a line that climbs comes in from the right and goes out to the left.
    mutating func number(right: Int32, left: Int32) {
        (entry, exit) = climbs ? (right, left) : (left, right)
    }

    /// Takes in what lies in a disc about the origin.
    mutating func widen(byDisc start: Vector, _ along: Vector, _ radius: Double, _ circle: Int32) {
        let middle = -start.dot(along)
        let squaredHalf = radius * radius - (start.dot(start) - middle * middle)
        guard squaredHalf > Capsule.touch * Capsule.touch else { return }
        let half = squaredHalf.squareRoot()
        if middle - half < from { (from, entry) = (middle - half, circle) }
        if middle + half > to { (to, exit) = (middle + half, circle) }
    }

    private static func interval(
        _ start: Double, _ step: Double, _ low: Double, _ high: Double
    ) -> (low: Double, high: Double) {
        if step == 0 {
            return start > low && start < high ? (-Double.infinity, .infinity) : (.infinity, -.infinity)
        }
        let (a, b) = ((low - start) / step, (high - start) / step)
        return step > 0 ? (a, b) : (b, a)
    }
}

// MARK: - Covers of circles

extension Capsule {
    /// What this capsule covers of the circle of a vertex at one of its ends: the half on its side.
    func coverOfOwnCircle(
        isAtStart: Bool, radius: Double, _ number: Int32, _ elements: OutlineElements
    ) -> Cover {
        let left = radius * direction.left
        return isAtStart
            ? Cover(onCircle: -left, left, elements.right(of: number), elements.left(of: number))
            : Cover(onCircle: left, -left, elements.left(of: number), elements.right(of: number))
    }

    /// What this capsule covers of the circle about `centre`, a vertex of other stretches; nil for nothing.
    func cover(
        ofCircle centre: Vector, radius: Double, _ number: Int32, _ elements: OutlineElements
    ) -> Cover? {
        let place = local(centre)
        // Mirrored at the stretch, the circle lies to its left; then it comes in towards the start and out
        // towards the end, over the left side or over either end.
        let isMirrored = place.y < 0
        let height = abs(place.y)
        guard height < 2 * radius else { return nil }
        let half = (height * (2 * radius - height)).squareRoot()
        let ends = CircleEnds(at: Vector(place.x, height), length: length, radius: radius)
        guard let incoming = ends.crossing(at: place.x - half, isIn: true),
            let outgoing = ends.crossing(at: place.x + half, isIn: false)
        else { return nil }
        if half < Self.touch, incoming.end == .side, outgoing.end == .side {
            return height < radius ? Cover(ofWholeCircle: elements.left(of: number)) : nil
        }
        let side = isMirrored ? elements.right(of: number) : elements.left(of: number)
        func element(_ end: CircleEnds.End) -> Int32 {
            switch end {
            case .start: elements.circle(of: startVertex)
            case .side: side
            case .end: elements.circle(of: endVertex)
            }
        }
        let (a, b) = (world(incoming.point, isMirrored), world(outgoing.point, isMirrored))
        return isMirrored
            ? Cover(onCircle: b, a, element(outgoing.end), element(incoming.end))
            : Cover(onCircle: a, b, element(incoming.end), element(outgoing.end))
    }

    private func world(_ point: Vector, _ isMirrored: Bool) -> Vector {
        point.x * direction + (isMirrored ? -point.y : point.y) * direction.left
    }
}

/// Where a circle crosses the outline of a capsule of its own radius, in the capsule's frame, relative to its centre.
private struct CircleEnds {
    enum End { case start, side, end }

    let centre: Vector
    let length, radius: Double

    init(at centre: Vector, length: Double, radius: Double) {
        (self.centre, self.length, self.radius) = (centre, length, radius)
    }

    /// - Parameter along: How far along the stretch the crossing would be if the side went on for ever.
    func crossing(at along: Double, isIn: Bool) -> (point: Vector, end: End)? {
        if along < 0 { return crossing(withDiscAt: 0, isIn).map { ($0, .start) } }
        if along > length { return crossing(withDiscAt: length, isIn).map { ($0, .end) } }
        return (Vector(along - centre.x, radius - centre.y), .side)
    }

    private func crossing(withDiscAt along: Double, _ isIn: Bool) -> Vector? {
        let towards = Vector(along, 0) - centre
        let squared = towards.dot(towards)
        let squaredHalf = radius * radius - squared / 4
        guard squaredHalf > Capsule.touch * Capsule.touch, squared > 0 else { return nil }
        let half = (squaredHalf / squared).squareRoot() * towards.left
        return isIn ? 0.5 * towards - half : 0.5 * towards + half
    }
}

extension Cover {
    /// All of a circle.
    fileprivate init(ofWholeCircle element: Int32) {
        self.init(
            from: 0, to: 4, fromPoint: Vector(1, 0), toPoint: Vector(1, 0), entry: element, exit: element)
    }

    /// The arc from `start` counter-clockwise to `end`, both relative to the centre.
    fileprivate init(onCircle start: Vector, _ end: Vector, _ entry: Int32, _ exit: Int32) {
        self.init(
            from: start.pseudoAngle, to: end.pseudoAngle, fromPoint: start, toPoint: end, entry: entry,
            exit: exit)
    }
}

extension Vector {
    /// A number from 0 to 4 that grows with the angle from the first axis, a quarter turn being 1.
    var pseudoAngle: Double {
        let part = y / (abs(x) + abs(y))
        return x < 0 ? 2 - part : part < 0 ? 4 + part : part
    }
}

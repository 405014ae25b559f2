import Geometry

/// Puts the pieces of an outline together to rings, and rings to polygons.
///
/// A piece knows the element before it and the one after it, and of two elements each goes over into the other at most
/// once. So a piece is followed by the one piece of the next element that comes from its own. Where rounding
/// made the two disagree, the nearest end within `reach` that is open follows.
struct OutlineRings {
    /// In metres: a hundred times what ends are moved by.
    private static let reach = 100 * BufferOutline.nudge

    private var elements = OutlineElements(stretches: 0)
    private var circles: [Vector] = []
    private var radius = 0.0
    private var pieces: [Piece] = []
    /// Piece by key of its beginning, ascending.
    private var order: [(key: UInt64, piece: Int32)] = []
    private var next: [Int32] = []
    /// By piece, whether it follows another, and then whether it is in a ring.
    private var isUsed: [Bool] = []
    private var assembly = RingAssembly()

    private struct Piece {
        let element, before, after: Int32
        let start, end: Vector
        /// On a circle the pseudo-angles of both, the second greater.
        let startAngle, endAngle: Double
    }

    mutating func begin(_ elements: OutlineElements, circles: [Vector], radius: Double) {
        (self.elements, self.circles, self.radius) = (elements, circles, radius)
        pieces.removeAll(keepingCapacity: true)
    }

    /// Adds what is left of an element between two ends.
    mutating func append(_ element: Int32, from start: CoverList.End, to end: CoverList.End) {
        pieces.append(
            Piece(
                element: element, before: start.element, after: end.element, start: start.point,
                end: end.point, startAngle: start.at, endAngle: end.at))
    }

    /// The surface that lies to the left of all pieces, moved by `origin`; nil when a piece is followed by none.
    mutating func polygons(origin: Vector) -> [Polygon]? {
        guard link() else { return nil }
        isUsed.removeAll(keepingCapacity: true)
        isUsed.append(contentsOf: repeatElement(false, count: pieces.count))
        assembly.begin(origin: origin)
        for first in pieces.indices where !isUsed[first] {
            var piece = first
            repeat {
                isUsed[piece] = true
                draw(pieces[piece])
                piece = Int(next[piece])
            } while !isUsed[piece]
            guard piece == first else { return nil }
            assembly.close()
        }
        return assembly.polygons
    }

    // MARK: Which piece follows which

    private static func key(_ from: Int32, _ to: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
    }

    private mutating func link() -> Bool {
        order.removeAll(keepingCapacity: true)
        for place in pieces.indices {
            order.append((Self.key(pieces[place].before, pieces[place].element), Int32(place)))
        }
        order.sort { $0.key < $1.key }
        next.removeAll(keepingCapacity: true)
        next.append(contentsOf: repeatElement(-1, count: pieces.count))
        isUsed.removeAll(keepingCapacity: true)
        isUsed.append(contentsOf: repeatElement(false, count: pieces.count))
        for place in pieces.indices {
            guard let follower = piece(of: Self.key(pieces[place].element, pieces[place].after)),
                !isUsed[Int(follower)], isNear(place, Int(follower))
            else { continue }
            next[place] = follower
            isUsed[Int(follower)] = true
        }
        return linkOpenEnds()
    }

    private func piece(of key: UInt64) -> Int32? {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if order[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < order.count && order[low].key == key ? order[low].piece : nil
    }

    private func isNear(_ piece: Int, _ follower: Int) -> Bool {
        let offset = pieces[follower].start - pieces[piece].end
        return offset.dot(offset) <= Self.reach * Self.reach
    }

    private mutating func linkOpenEnds() -> Bool {
        let open = pieces.indices.filter { next[$0] < 0 }
        guard !open.isEmpty else { return true }
        var free = pieces.indices.filter { !isUsed[$0] }
        for place in open {
            let end = pieces[place].end
            func distance(_ other: Int) -> Double {
                let offset = pieces[free[other]].start - end
                return offset.dot(offset)
            }
            guard let nearest = free.indices.min(by: { distance($0) < distance($1) }),
                isNear(place, free[nearest])
            else { return false }
            next[place] = Int32(free[nearest])
            free.swapAt(nearest, free.count - 1)
            free.removeLast()
        }
        return true
    }

    // MARK: Positions

    private mutating func draw(_ piece: Piece) {
        assembly.append(piece.start)
        if let vertex = elements.vertex(of: piece.element) {
            let centre = circles[Int(vertex)]
            UnitCircle.forEachCorner(from: piece.startAngle, to: piece.endAngle) { [radius] in
                assembly.append(centre + radius * $0)
            }
        }
        assembly.append(piece.end)
    }
}

/// The corners that stand for a circle.
private enum UnitCircle {
    private static let corners: [Vector] = PieceBuffer.corners.map { Vector($0.x, $0.y) }
        .sorted { $0.pseudoAngle < $1.pseudoAngle }
    private static let angles: [Double] = corners.map(\.pseudoAngle)

    /// Calls `body` with each corner between two pseudo-angles, of which the second may go beyond a whole turn.
    static func forEachCorner(from: Double, to: Double, _ body: (Vector) -> Void) {
        var turn = (from / 4).rounded(.down) * 4
        // Corners of a quarter are spread over it; a few before the first are passed over.
        var place = max(0, Int((from - turn) * Double(PieceBuffer.quadrantSegments)) - 3)
        while true {
            if place == corners.count { (place, turn) = (0, turn + 4) }
            let angle = angles[place] + turn
            if angle >= to { return }
            if angle > from { body(corners[place]) }
            place += 1
        }
    }
}

/// Rings as they are closed, and the polygons they bound; scratch space that is used again.
private struct RingAssembly {
    /// Positions nearer than this to the one before them are left out, in metres.
    private static let step = 1e-3
    /// Rings that are narrower than this are the space between equal lines, in metres.
    private static let slit = 4 * BufferOutline.nudge

    private var origin = Vector()
    private var ring: [Vector] = []
    private var shells: [Ring] = []
    private var holes: [Ring] = []

    private struct Ring {
        let line: LinearRing
        let area: Double
    }

    mutating func begin(origin: Vector) {
        self.origin = origin
        ring.removeAll(keepingCapacity: true)
        shells.removeAll(keepingCapacity: true)
        holes.removeAll(keepingCapacity: true)
    }

    mutating func append(_ position: Vector) {
        if let last = ring.last, Self.isStep(from: last, to: position) { return }
        ring.append(position)
    }

    private static func isStep(from: Vector, to: Vector) -> Bool {
        let offset = to - from
        return offset.dot(offset) < step * step
    }

    mutating func close() {
        defer { ring.removeAll(keepingCapacity: true) }
        while ring.count > 1, Self.isStep(from: ring[ring.count - 1], to: ring[0]) { ring.removeLast() }
        guard ring.count > 2 else { return }
        let (area, perimeter) = measures
        guard abs(area) > Self.slit * perimeter / 2, let line = try? LinearRing(positions) else { return }
        if area > 0 {
            shells.append(Ring(line: line, area: area))
        } else {
            holes.append(Ring(line: line, area: -area))
        }
    }

    private var measures: (area: Double, perimeter: Double) {
        var (twice, perimeter) = (0.0, 0.0)
        var last = ring[ring.count - 1] - ring[0]
        for position in ring {
            let place = position - ring[0]
            twice += last.x * place.y - last.y * place.x
            let step = place - last
            perimeter += step.dot(step).squareRoot()
            last = place
        }
        return (twice / 2, perimeter)
    }

    /// The open ring in the plane, its first position repeated.
    private var positions: [Position] {
        var positions: [Position] = []
        positions.reserveCapacity(ring.count + 1)
        for position in ring { positions.append(Position(position.x + origin.x, position.y + origin.y)) }
        positions.append(positions[0])
        return positions
    }

    /// Each hole in the smallest shell around it; nil when one has none.
    var polygons: [Polygon]? {
        var holesOf = [[LinearRing]](repeating: [], count: shells.count)
        for hole in holes {
            guard let shell = shell(around: hole) else { return nil }
            holesOf[shell].append(hole.line)
        }
        return zip(shells, holesOf).map { Polygon(shell: $0.line, holes: $1) }
    }

    private func shell(around hole: Ring) -> Int? {
        if shells.count == 1 { return 0 }
        let around = shells.indices.filter {
            shells[$0].area > hole.area && shells[$0].line.surrounds(hole.line.positions[0])
        }
        return around.min { shells[$0].area < shells[$1].area }
    }
}

extension LinearRing {
    /// Whether the ring goes round `position`, by counting its crossings of a ray.
    fileprivate func surrounds(_ position: Position) -> Bool {
        var isInside = false
        for (a, b) in zip(positions, positions.dropFirst()) where (a.y > position.y) != (b.y > position.y) {
            let crossing = a.x + (b.x - a.x) * (position.y - a.y) / (b.y - a.y)
            if position.x < crossing { isInside.toggle() }
        }
        return isInside
    }
}

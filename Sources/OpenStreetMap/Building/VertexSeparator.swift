internal import Geometry

/// Moves vertices apart that lie so close that a network, which joins by position, would take them for one.
///
/// OpenStreetMap joins ways by shared nodes only: a footbridge may have a node at the very place of one in the
/// street below. Of two vertices within `tooClose` the one of the greater node keeps away from the other. Next
/// vertices of one line are left as they are, since they are joined anyway.
struct VertexSeparator {
    /// In metres: twice the network's usual join tolerance.
    static let tooClose = 0.02
    /// How far a vertex is moved at first, in metres.
    static let step = 0.03

    private let table: VertexTable
    /// Where vertices that were moved are now.
    private var places: [Int32: Position] = [:]
    /// Vertices by latitude.
    private let order: [Int32]
    /// Vertices that were moved, by latitude in steps of ten times `tooClose`.
    private var moved: [Int: [Int32]] = [:]
    private(set) var moves: [OSMMovedNode] = []

    init(table: VertexTable) {
        self.table = table
        order = Self.order(of: table.positions)
    }

    /// Sorted by latitude in steps of half a centimetre, by counting, and then the few that are still out of order.
    private static func order(of positions: [Position]) -> [Int32] {
        var keys: [UInt64] = []
        keys.reserveCapacity(positions.count)
        for position in positions {
            let step = UInt64((min(max(position.y, -90), 90) + 90) / 180 * Double(UInt32.max))
            keys.append(step << 32 | UInt64(keys.count))
        }
        var order = CountingSort.numbers(inOrderOf: &keys).map { Int32(truncatingIfNeeded: $0) }
        for start in order.indices.dropFirst() {
            var place = start
            while place > 0, positions[Int(order[place])].y < positions[Int(order[place - 1])].y {
                order.swapAt(place, place - 1)
                place -= 1
            }
        }
        return order
    }

    /// Where each vertex is after moving.
    var positions: [Position] {
        var positions = table.positions
        for (vertex, place) in places { positions[Int(vertex)] = place }
        return positions
    }

    private func position(_ vertex: Int32) -> Position { places[vertex] ?? table.position(vertex) }

    /// Moves what has to be; `neighbours` of one line may stay.
    mutating func separate(_ stretches: [Stretch]) {
        let close = closePairs()
        guard !close.isEmpty else { return }
        var isConcerned = [Bool](repeating: false, count: table.count)
        for pair in close { (isConcerned[Int(pair.kept)], isConcerned[Int(pair.other)]) = (true, true) }
        let neighbours = neighbours(in: stretches) { isConcerned[Int($0)] }
        for pair in close where places[pair.kept] == nil && places[pair.other] == nil {
            guard !neighbours.contains(pair) else { continue }
            move(pair.other, awayFrom: pair.kept)
        }
    }

    private struct Pair: Hashable {
        let kept: Int32
        let other: Int32
    }

    /// By the one to move, so that those before it have their last place.
    private func closePairs() -> [Pair] {
        var pairs: [Pair] = []
        let reach = Self.tooClose / 110_000
        for place in order.indices {
            let a = order[place]
            var next = place + 1
            while next < order.count, table.position(order[next]).y - table.position(a).y <= reach {
                let b = order[next]
                next += 1
                if isClose(table.position(a), table.position(b)) { pairs.append(pair(a, b)) }
            }
        }
        return pairs.sorted { a, b in
            a.other == b.other ? rank(a.kept) < rank(b.kept) : rank(a.other) < rank(b.other)
        }
    }

    private func isClose(_ a: Position, _ b: Position) -> Bool {
        DegreeLengths.metres(a, b) <= Self.tooClose
    }

    private func pair(_ a: Int32, _ b: Int32) -> Pair {
        rank(a) < rank(b) ? Pair(kept: a, other: b) : Pair(kept: b, other: a)
    }

    private func rank(_ vertex: Int32) -> (Int64, Int32) { (table.node(vertex), vertex) }

    private func neighbours(
        in stretches: [Stretch], where isConcerned: (_ vertex: Int32) -> Bool
    ) -> Set<Pair> {
        var pairs: Set<Pair> = []
        for stretch in stretches {
            for (a, b) in zip(stretch.vertices, stretch.vertices.dropFirst())
            where isConcerned(a) && isConcerned(b) { pairs.insert(pair(a, b)) }
        }
        return pairs
    }

    /// Tries eight directions in growing distance until nothing is near.
    private mutating func move(_ vertex: Int32, awayFrom kept: Int32) {
        let from = table.position(vertex)
        let lengths = DegreeLengths(latitude: from.y)
        let half = 0.5.squareRoot()
        let directions = [
            (1, 0), (half, half), (0, 1), (-half, half), (-1, 0), (-half, -half), (0, -1), (half, -half),
        ]
        for ring in 1...1000 {
            for (x, y) in directions {
                let distance = Self.step * Double(ring)
                let place = Position(
                    from.x + x * distance / lengths.ofLongitude, from.y + y * distance / lengths.ofLatitude)
                guard isFree(place, for: vertex) else { continue }
                places[vertex] = place
                moved[band(place), default: []].append(vertex)
                moves.append(
                    OSMMovedNode(
                        node: table.node(vertex), apartFrom: table.node(kept), from: from, to: place))
                return
            }
        }
    }

    private func band(_ position: Position) -> Int {
        Int((position.y * 110_000 / (10 * Self.tooClose)).rounded(.down))
    }

    private func isFree(_ place: Position, for vertex: Int32) -> Bool {
        let reach = Self.tooClose / 110_000
        for other in order[firstVertex(from: place.y - reach)...] {
            if table.position(other).y > place.y + reach { break }
            if other != vertex, isClose(table.position(other), place) { return false }
        }
        let band = band(place)
        return !(band - 1...band + 1).contains { band in
            moved[band, default: []].contains { isClose(position($0), place) }
        }
    }

    /// Where in `order` the vertices from a latitude on begin.
    private func firstVertex(from latitude: Double) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if table.position(order[middle]).y < latitude { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

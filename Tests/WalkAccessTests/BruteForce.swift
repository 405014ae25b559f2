import Geometry

/// Walks by the book and by the slowest way: its own joining of vertices, its own nearest segments, every place
/// a node of its own in the graph, distances in doubles by relaxing all edges until nothing changes.
///
/// It shares no code with the product but the value types.
struct BruteForce {
    private var nodes: [Position] = []
    private var segments: [(a: Int, b: Int)] = []
    private var edges: [(a: Int, b: Int, length: Double)] = []

    /// Where a place joins: its own node, the segment it is on, and the leg.
    struct Joined {
        let node: Int
        let segment: Int
        let leg: Double
    }
    private var joined: [Joined?] = []

    init(lines: [LineString], tolerance: Double, places: [Position], maxSnap: Double) {
        joinVertices(lines, tolerance)
        let feet = places.map { foot(of: $0, maxSnap) }
        var onSegment: [Int: [(fraction: Double, node: Int)]] = [:]
        for (foot, place) in zip(feet, places) {
            guard let foot else {
                joined.append(nil)
                continue
            }
            nodes.append(place)
            onSegment[foot.segment, default: []].append((foot.fraction, nodes.count - 1))
            joined.append(Joined(node: nodes.count - 1, segment: foot.segment, leg: foot.leg))
        }
        for (segment, ends) in segments.enumerated() {
            let length = distance(nodes[ends.a], nodes[ends.b])
            let stops =
                [(0.0, ends.a)] + (onSegment[segment] ?? []).sorted { $0.fraction < $1.fraction }
                + [(1.0, ends.b)]
            for (from, to) in zip(stops, stops.dropFirst()) {
                edges.append((from.1, to.1, (to.0 - from.0) * length))
            }
        }
    }

    private mutating func joinVertices(_ lines: [LineString], _ tolerance: Double) {
        let vertices = lines.flatMap(\.positions)
        var group = Array(vertices.indices)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for a in vertices.indices {
                for b in vertices.indices where distance(vertices[a], vertices[b]) <= tolerance + 1e-8 {
                    let least = min(group[a], group[b])
                    if group[a] != least || group[b] != least {
                        (group[a], group[b]) = (least, least)
                        hasChanged = true
                    }
                }
            }
        }
        nodes = vertices
        var seen: Set<[Int]> = []
        var next = 0
        for line in lines {
            for step in 0..<line.positions.count - 1 {
                let (a, b) = (group[next + step], group[next + step + 1])
                if a != b, seen.insert([min(a, b), max(a, b)]).inserted { segments.append((a, b)) }
            }
            next += line.positions.count
        }
    }

    private func distance(_ a: Position, _ b: Position) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }

    /// The nearest point of the nearest segment; equally near ones, to the micrometre, in input order.
    private func foot(
        of place: Position, _ maxSnap: Double
    ) -> (segment: Int, fraction: Double, leg: Double)? {
        var best: (segment: Int, fraction: Double, leg: Double)?
        for (index, ends) in segments.enumerated() {
            let (a, b) = (nodes[ends.a], nodes[ends.b])
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let t = min(1, max(0, ((place.x - a.x) * dx + (place.y - a.y) * dy) / (dx * dx + dy * dy)))
            let foot = t == 1 ? b : Position(a.x + t * dx, a.y + t * dy)
            let leg = distance(place, foot)
            guard leg <= maxSnap else { continue }
            if let best, (best.leg * 1e6).rounded() <= (leg * 1e6).rounded() { continue }
            best = (index, t, leg)
        }
        return best
    }

    /// The walk from one place to another, legs included; nil when there is none.
    func walk(from: Int, to: Int) -> Double? {
        guard let start = joined[from], let end = joined[to] else { return nil }
        return walks(from: from)[end.node].map { $0 + end.leg } ?? (start.node == end.node ? 0 : nil)
    }

    /// The walks from place `from` to every place, legs included.
    func walksToPlaces(from: Int) -> [Double?] {
        let reached = walks(from: from)
        return joined.map { place in place.flatMap { end in reached[end.node].map { $0 + end.leg } } }
    }

    private func walks(from: Int) -> [Double?] {
        var best = [Double?](repeating: nil, count: nodes.count)
        guard let start = joined[from] else { return best }
        best[start.node] = start.leg
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for edge in edges {
                for (a, b) in [(edge.a, edge.b), (edge.b, edge.a)] {
                    guard let walked = best[a] else { continue }
                    if best[b].map({ walked + edge.length < $0 - 1e-12 }) ?? true {
                        best[b] = walked + edge.length
                        hasChanged = true
                    }
                }
            }
        }
        return best
    }

    /// Whether the place joins the network at all, and its leg.
    func leg(of place: Int) -> Double? { joined[place]?.leg }
}

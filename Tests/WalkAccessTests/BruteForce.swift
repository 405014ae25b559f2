import Geometry

/// Walks by the book and by the slowest way: its own joining of vertices, its own nearest segments, every place
/// a node of its own in the graph, distances in doubles by relaxing all edges until nothing changes.
///
/// It shares no code with the product but the value types.
struct BruteForce {
    private var nodes: [Position] = []
    private var segments: [(a: Int, b: Int, compound: Int32)] = []
    private var edges: [(a: Int, b: Int, length: Double, compound: Int32)] = []

    /// Where a place joins: its own node, the segment it is on, and the leg.
    struct Joined {
        let node: Int
        let segment: Int
        let leg: Double
    }
    private var joined: [Joined?] = []

    /// - Parameters:
    ///   - compounds: By line; -1 for ways that are open to everybody.
    ///   - inside: By place, the compound it lies in.
    init(
        lines: [LineString], tolerance: Double, places: [Position], maxSnap: Double,
        compounds: [Int32]? = nil,
        inside: [Int32]? = nil
    ) {
        joinVertices(lines, tolerance, compounds ?? lines.map { _ in -1 })
        let feet = places.indices.map { foot(of: places[$0], maxSnap, inside?[$0] ?? -1) }
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
                edges.append((from.1, to.1, (to.0 - from.0) * length, ends.compound))
            }
        }
    }

    private mutating func joinVertices(_ lines: [LineString], _ tolerance: Double, _ compounds: [Int32]) {
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
        var drawn: [(a: Int, b: Int, compound: Int32)] = []
        var next = 0
        for (line, compound) in zip(lines, compounds) {
            for step in 0..<line.positions.count - 1 {
                let (a, b) = (group[next + step], group[next + step + 1])
                if a != b { drawn.append((a, b, compound)) }
            }
            next += line.positions.count
        }
        // Of segments that coincide the first open one counts, else the first.
        for (index, segment) in drawn.enumerated() {
            let same = drawn.indices.filter {
                Set([drawn[$0].a, drawn[$0].b]) == Set([segment.a, segment.b])
            }
            if index == same.first(where: { drawn[$0].compound == -1 }) ?? same[0] {
                segments.append(segment)
            }
        }
    }

    private func distance(_ a: Position, _ b: Position) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }

    /// The nearest point of the nearest segment; equally near ones, to the micrometre, in input order.
    private func foot(
        of place: Position, _ maxSnap: Double, _ inside: Int32
    ) -> (segment: Int, fraction: Double, leg: Double)? {
        var best: (segment: Int, fraction: Double, leg: Double)?
        for (index, ends) in segments.enumerated() where ends.compound < 0 || ends.compound == inside {
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
        guard let start = joined[from] else { return [Double?](repeating: nil, count: nodes.count) }
        let own = segments[start.segment].compound
        var best = [Standing: Double]()
        best[Standing(node: start.node, phase: own == -1 ? .open : .leaving(own))] = start.leg
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for edge in edges {
                for (a, b) in [(edge.a, edge.b), (edge.b, edge.a)] {
                    for (standing, walked) in best where standing.node == a {
                        guard let phase = standing.phase.after(edge.compound) else { continue }
                        let next = Standing(node: b, phase: phase)
                        if best[next].map({ walked + edge.length < $0 - 1e-12 }) ?? true {
                            best[next] = walked + edge.length
                            hasChanged = true
                        }
                    }
                }
            }
        }
        return nodes.indices.map { node in
            best.filter { $0.key.node == node }.map(\.value).min()
        }
    }

    /// Where a walker stands, and whether they have left where they started or entered where they will end.
    private struct Standing: Hashable {
        enum Phase: Hashable {
            case leaving(Int32)
            case open
            case entering(Int32)

            /// After a stretch of a compound, -1 being open; nil when it may not be walked.
            func after(_ compound: Int32) -> Phase? {
                switch self {
                case .leaving(let own):
                    compound == -1 ? .open : compound == own ? self : .entering(compound)
                case .open: compound == -1 ? .open : .entering(compound)
                case .entering(let other): compound == other ? self : nil
                }
            }
        }
        let node: Int
        let phase: Phase
    }

    /// Whether the place joins the network at all, and its leg.
    func leg(of place: Int) -> Double? { joined[place]?.leg }
}

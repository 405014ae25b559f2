import Geometry

/// Plans a vertex in both lines wherever two of one level cross or touch without one.
struct CrossingNoder {
    private let network: DrawnNetwork
    private let pairs: SegmentPairs

    init(_ ways: [DrawnWay]) {
        network = DrawnNetwork(ways, joinTolerance: 0)
        pairs = SegmentPairs(network: network, tolerance: 0)
    }

    /// A crossing this near to a vertex of its lines or to another crossing, in metres, is put on it: vertices closer
    /// than that would be one node in any network.
    private static let hair = 0.01

    func plan() -> VertexEdits {
        var edits = VertexEdits()
        var sites = CrossingSites(hair: Self.hair)
        for crossing in crossings() {
            let (first, second) = crossing.pieces
            let position = vertex(near: crossing) ?? sites.site(at: crossing.position)
            add(position, to: first, because: second, &edits)
            add(position, to: second, because: first, &edits)
        }
        return edits
    }

    /// Those of one level, by where they lie, so that the order of the lines is of no matter.
    private func crossings() -> [SegmentPairs.Crossing] {
        var scratch = SpatialIndex.Scratch()
        var found: [SegmentPairs.Crossing] = []
        for piece in network.pieces.indices {
            network.index.forEach(meeting: network.segment(piece).box, scratch: &scratch) { other in
                guard other > piece, network.level(ofPiece: piece) == network.level(ofPiece: other),
                    let crossing = pairs.crossing(piece, other)
                else { return }
                found.append(crossing)
            }
        }
        return found.sorted {
            ($0.position.x, $0.position.y, $0.pieces.0, $0.pieces.1)
                < ($1.position.x, $1.position.y, $1.pieces.0, $1.pieces.1)
        }
    }

    /// The nearest end of the two pieces, where one is a hair away.
    private func vertex(near crossing: SegmentPairs.Crossing) -> Position? {
        let pieces = [crossing.pieces.0, crossing.pieces.1].map { network.segment($0) }
        let ends = pieces.flatMap { [$0.start, $0.end] }.map { end in
            (metres: end.distance(to: crossing.position), end: end)
        }
        let nearest = ends.min { ($0.metres, $0.end.x, $0.end.y) < ($1.metres, $1.end.x, $1.end.y) }
        return nearest.flatMap { $0.metres <= Self.hair ? $0.end : nil }
    }

    private func add(_ position: Position, to piece: Int, because other: Int, _ edits: inout VertexEdits) {
        let segment = network.segment(piece)
        guard position != segment.start, position != segment.end else { return }
        let nearest = segment.nearest(to: position)
        edits.add(
            position, to: Int(network.pieces[piece].line), place: Int(network.pieces[piece].place),
            at: (nearest.fraction, nearest.point), other: Int(network.pieces[other].line))
    }
}

/// New vertices, those a hair apart taken for one.
private struct CrossingSites {
    private struct Cell: Hashable {
        let x: Double
        let y: Double
    }

    private let hair: Double
    private var sites: [Cell: [Position]] = [:]

    init(hair: Double) { self.hair = hair }

    /// The first position that was a hair away; `position` itself when there was none.
    mutating func site(at position: Position) -> Position {
        let home = cell(of: position)
        for dx in [-1.0, 0, 1] {
            for dy in [-1.0, 0, 1] {
                let near = sites[Cell(x: home.x + dx, y: home.y + dy)] ?? []
                if let site = near.first(where: { $0.distance(to: position) <= hair }) { return site }
            }
        }
        sites[home, default: []].append(position)
        return position
    }

    private func cell(of position: Position) -> Cell {
        Cell(x: (position.x / hair).rounded(.down), y: (position.y / hair).rounded(.down))
    }
}

import Geometry

/// Finds line ends that stop short of something they were probably meant to meet.
///
/// What lies close counts only if it is far on foot: the ends of a narrow hairpin are close to one another and no
/// mistake.
struct LooseEnds: Sendable {
    /// Something that is already this many gaps away on foot is joined well enough.
    static let detour = 10.0

    let network: DrawnNetwork
    /// The widest gap, in metres.
    let reach: Double
    private let nodeIndex: SpatialIndex

    init(network: DrawnNetwork, reach: Double) {
        self.network = network
        self.reach = reach
        nodeIndex = SpatialIndex(network.nodes.map { Box($0, $0) })
    }

    /// One task's room for queries.
    struct Scratch: Sendable {
        fileprivate var index = SpatialIndex.Scratch()
    }

    /// The walks that are short enough to make a gap no gap.
    var walk: LocalWalk { LocalWalk(on: network, within: Self.detour * reach) }

    /// The nodes within reach of `node` that are far on foot, ascending.
    func nodes(near node: Int32, _ walked: [Int32: Double], _ scratch: inout Scratch) -> [Int32] {
        let position = network.nodes[Int(node)]
        var found: [Int32] = []
        nodeIndex.forEach(meeting: Box(position, position).grown(by: reach), scratch: &scratch.index) {
            let other = Int32($0)
            guard walked[other] == nil, isWithinReach(network.nodes[$0], of: position) else { return }
            found.append(other)
        }
        return found.sorted()
    }

    /// The point of a piece near a node.
    struct Target: Sendable {
        let piece: Int
        let fraction: Double
        let point: Position
        let squaredDistance: Double

        func precedes(_ other: Target) -> Bool {
            (squaredDistance, point.x, point.y, piece)
                < (other.squaredDistance, other.point.x, other.point.y, other.piece)
        }
    }

    /// The nearest point within reach of `node` that lies inside a piece and is far on foot; pieces that `isWanted`
    /// refuses are passed over, and of equally near points the western one counts, then the southern one.
    func target(
        near node: Int32, _ walked: [Int32: Double], _ scratch: inout Scratch, isWanted: (Int) -> Bool
    ) -> Target? {
        let position = network.nodes[Int(node)]
        var best: Target?
        let walk = walk
        network.index.forEach(
            meeting: Box(position, position).grown(by: reach), scratch: &scratch.index
        ) { piece in
            let nearest = network.segment(piece).nearest(to: position)
            guard nearest.fraction > 0, nearest.fraction < 1, isWithinReach(nearest.point, of: position),
                !touches(piece, node), !network.isRepeated[piece], isWanted(piece),
                !walk.reaches(piece, at: nearest.fraction, walked)
            else { return }
            let found = Target(
                piece: piece, fraction: nearest.fraction, point: nearest.point,
                squaredDistance: nearest.squaredDistance)
            if best.map(found.precedes) ?? true { best = found }
        }
        return best
    }

    /// A gap of just the reach counts, though coordinates of millions of metres are exact to a nanometre only.
    private func isWithinReach(_ point: Position, of position: Position) -> Bool {
        point.distance(to: position) <= reach + 1e-8
    }

    private func touches(_ piece: Int, _ node: Int32) -> Bool {
        network.pieces[piece].tail == node || network.pieces[piece].head == node
    }
}

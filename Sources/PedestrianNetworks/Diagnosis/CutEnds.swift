import Geometry

/// Finds dangling ends that look cut off: they lie on the hull of the data, or point out of it, so that whoever walks
/// on in the direction of the last piece meets no other way.
struct CutEnds: Sendable {
    private let network: DrawnNetwork
    private let box: Box
    private let hull: [Segment]

    init(network: DrawnNetwork) {
        self.network = network
        var box = Box.empty
        for node in network.nodes { box.extend(to: node) }
        self.box = box
        let corners = ConvexHull(of: network.nodes).corners
        hull = zip(corners, corners.dropFirst() + corners.prefix(1)).map { Segment($0, $1) }
    }

    /// Rays are looked at so many metres at a time, since most soon meet something.
    private static let step = 100.0

    /// An end this near to the hull, in metres, lies on it.
    private static let hullTolerance = 1.0

    /// Whether the dangling end `node` lies on the hull, or nothing lies ahead of it.
    func isCut(_ node: Int32, _ scratch: inout SpatialIndex.Scratch) -> Bool {
        guard let back = network.neighbours(of: node).first?.node else { return false }
        let (end, from) = (network.nodes[Int(node)], network.nodes[Int(back)])
        let length = from.distance(to: end)
        guard length > 0 else { return false }
        if distanceToHull(of: node) <= Self.hullTolerance { return true }
        let step = max(Self.step, 1e-3 * max(box.maxX - box.minX, box.maxY - box.minY))
        let (dx, dy) = ((end.x - from.x) / length * step, (end.y - from.y) / length * step)
        var start = end
        while box.squaredDistance(to: start) == 0 {
            let next = Position(start.x + dx, start.y + dy)
            if meetsAnything(Segment(start, next), except: node, &scratch) { return false }
            start = next
        }
        return true
    }

    private func meetsAnything(
        _ ray: Segment, except node: Int32, _ scratch: inout SpatialIndex.Scratch
    ) -> Bool {
        var isBlocked = false
        network.index.forEach(meeting: ray.box, scratch: &scratch) { piece in
            guard !isBlocked, network.pieces[piece].tail != node, network.pieces[piece].head != node else {
                return
            }
            isBlocked = network.segment(piece).meets(ray)
        }
        return isBlocked
    }

    /// How far `node` lies from the hull of the network, in metres; 0 on it.
    func distanceToHull(of node: Int32) -> Double {
        let position = network.nodes[Int(node)]
        return (hull.map { $0.nearest(to: position).squaredDistance }.min() ?? 0).squareRoot()
    }
}

import Geometry
import WorkSharing

/// Near misses, undershoots and cut ends, as issues.
struct GapIssues: Sendable {
    private let network: DrawnNetwork
    private let loose: LooseEnds
    private let cut: CutEnds
    private let lines: [[Int32]]
    private let isEnd: [Bool]
    /// Pairs of pieces that cross: an end that overshoots a line is a crossing, no gap.
    private let crossed: [Int: Set<Int>]

    init(
        network: DrawnNetwork, limits: NetworkDiagnosis.Limits, crossings: [SegmentPairs.Crossing]
    ) {
        self.network = network
        loose = LooseEnds(network: network, reach: limits.nearMiss)
        cut = CutEnds(network: network)
        lines = network.linesOfNodes()
        var isEnd = [Bool](repeating: false, count: network.nodes.count)
        for node in network.ends { isEnd[Int(node)] = true }
        self.isEnd = isEnd
        crossed = crossings.reduce(into: [:]) {
            $0[$1.pieces.0, default: []].insert($1.pieces.1)
            $0[$1.pieces.1, default: []].insert($1.pieces.0)
        }
    }

    private struct Scratch {
        var loose = LooseEnds.Scratch()
        var index = SpatialIndex.Scratch()
    }

    func issues(threads: Int) async throws -> [NetworkIssue] {
        let ends = network.ends
        let pieces = lastPieces()
        let parts = chunks(of: ends.count, size: 256)
        return try await concurrentMap(
            count: parts.count, threads: threads, workspace: { Scratch() }
        ) { part, scratch in
            parts[part].flatMap { issues(at: ends[$0], pieces, &scratch) }
        }.flatMap { $0 }
    }

    /// The one piece that leads to each dangling end, the first where it is drawn several times.
    private func lastPieces() -> [Int32: Int] {
        network.pieces.enumerated().reduce(into: [:]) { last, piece in
            for node in [piece.element.tail, piece.element.head] where network.isDangling(node) {
                last[node] = last[node] ?? piece.offset
            }
        }
    }

    private func issues(
        at end: Int32, _ lastPieces: [Int32: Int], _ scratch: inout Scratch
    ) -> [NetworkIssue] {
        let walked = loose.walk.distances(from: end)
        let partners = loose.nodes(near: end, walked, &scratch.loose)
        // Of two ends the first tells of both.
        var issues = partners.filter { $0 > end || !isEnd[Int($0)] }.map { nearMiss(end, $0) }
        guard network.isDangling(end) else { return issues }
        if partners.isEmpty, let last = lastPieces[end] {
            let target = loose.target(near: end, walked, &scratch.loose) { piece in
                crossed[last]?.contains(piece) != true
            }
            if let target { issues.append(undershoot(end, target)) }
        }
        if cut.isCut(end, &scratch.index) { issues.append(cutEnd(end)) }
        return issues
    }

    private func nearMiss(_ a: Int32, _ b: Int32) -> NetworkIssue {
        let gap = Segment(network.nodes[Int(a)], network.nodes[Int(b)])
        let (first, second) = (lines[Int(a)], lines[Int(b)])
        return NetworkIssue(
            .nearMiss, gap.shape, lines: [first[0], second[0]], metres: gap.length,
            isExplained: levels(first).isDisjoint(with: levels(second)))
    }

    private func undershoot(_ end: Int32, _ target: LooseEnds.Target) -> NetworkIssue {
        let gap = Segment(network.nodes[Int(end)], target.point)
        let line = network.pieces[target.piece].line
        return NetworkIssue(
            .undershoot, gap.shape, lines: [lines[Int(end)][0], line], metres: gap.length,
            isExplained: !levels(lines[Int(end)]).contains(network.ways[Int(line)].level))
    }

    private func cutEnd(_ end: Int32) -> NetworkIssue {
        NetworkIssue(
            .cutEnd, .point(network.nodes[Int(end)]), lines: [lines[Int(end)][0]],
            metres: cut.distanceToHull(of: end))
    }

    private func levels(_ lines: [Int32]) -> Set<WayLevel> {
        Set(lines.map { network.ways[Int($0)].level })
    }
}

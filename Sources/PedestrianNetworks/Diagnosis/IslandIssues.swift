import Geometry

/// The connected pieces but the longest, as issues.
struct IslandIssues {
    let network: PedestrianNetwork

    var issues: [NetworkIssue] {
        guard network.components.count > 1 else { return [] }
        var edges = [[Int]](repeating: [], count: network.components.count)
        for edge in 0..<network.edgeCount {
            edges[Int(network.component(of: network.edgeTail[edge]))].append(edge)
        }
        return (1..<edges.count).map { issue(component: $0, edges: edges[$0]) }
    }

    private func issue(component: Int, edges: [Int]) -> NetworkIssue {
        let lines = edges.compactMap { edge -> LineString? in
            let segment = network.segment(of: edge)
            return try? LineString([segment.start, segment.end])
        }
        let named = edges.map { network.line(of: $0) }
        return NetworkIssue(
            .island, .multiLineString(lines), lines: named.min().map { [$0] } ?? [],
            metres: network.components[component].length.metres, component: component)
    }
}

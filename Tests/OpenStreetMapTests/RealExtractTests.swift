import Geometry
import PedestrianNetworks
import Testing

@testable import OpenStreetMap

/// Real extracts are read whole and give networks of sensible size.
@Suite struct RealExtractTests {
    @Test(arguments: SharedData.extracts.filter(SharedData.has))
    func extractIsSensible(_ name: String) throws {
        let extract = try OSMReader().read(SharedData.path(name))
        let report = extract.report
        let objects = Set(extract.ways.map(\.id)).count
        #expect(objects <= report.walkableObjects + report.privateObjects)
        #expect(objects > 150)
        let network = extract.network()
        let largest = network.components.map(\.length.metres).max() ?? 0
        // Most of a district can be walked through.
        #expect(largest > 0.5 * network.length.metres)
        #expect(report.movedNodes.count < 20)
        // Nodes that are not shared stay more than the join tolerance apart, unless they are next on one line.
        #expect(network.components.count == componentsBySharedNodes(extract.ways))
    }

    /// Components by positions that are equal bit by bit, which only shared nodes have.
    private func componentsBySharedNodes(_ ways: [OSMWay]) -> Int {
        var parent: [Position: Position] = [:]
        func root(_ position: Position) -> Position {
            var position = position
            while let next = parent[position], next != position { position = next }
            return position
        }
        for position in ways.flatMap(\.positions) { parent[position] = position }
        for way in ways {
            for (a, b) in zip(way.positions, way.positions.dropFirst()) {
                let (first, second) = (root(a), root(b))
                parent[first] = second
                parent[a] = second
            }
        }
        return parent.count { $0.key == $0.value }
    }
}

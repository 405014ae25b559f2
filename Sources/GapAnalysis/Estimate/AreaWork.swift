import Foundation
import Geometry
import PedestrianNetworks
import WalkAccess

/// How much there is to walk in a study area, as far as it can be told without walking.
struct AreaWork {
    /// Nodes that searches look at.
    let graphNodes: Double
    /// Nodes that the edge of the data is found from.
    let edgeNodes: Double
    private let squareMetres: Double

    init(_ network: PedestrianNetwork) {
        graphNodes = Double(network.graph.nodeCount)
        edgeNodes = Double(network.nodeCount)
        let box = network.box
        squareMetres = network.nodeCount == 0 ? 1 : max((box.maxX - box.minX) * (box.maxY - box.minY), 1)
    }

    /// Nodes within a walk of a place, were they spread evenly: on a square grid those within a walk fill a diamond.
    func nodes(within limit: WalkingDistance) -> Double {
        min(graphNodes, 2 * limit.metres * limit.metres * graphNodes / squareMetres)
    }

    /// Nodes that searches from `facilities` of `kinds` label together, were the facilities strewn at random.
    func labelled(from facilities: Int, kinds: Int, within limit: WalkingDistance) -> Double {
        guard kinds > 0, graphNodes > 0 else { return 0 }
        let perKind = Double(facilities) / Double(kinds)
        return Double(kinds) * graphNodes * (1 - exp(-perKind * nodes(within: limit) / graphNodes))
    }
}

import Geometry
import PedestrianNetworks

/// The edges of a network put together again to lines, as far as they were drawn as one.
struct NetworkChains {
    private(set) var shapes: [Shape] = []
    /// In metres.
    private(set) var lengths: [Double] = []
    /// The connected piece of each, 0 for the longest.
    private(set) var components: [Int] = []
    /// The edges of each, in the order of the network.
    private(set) var edges: [Range<Int>] = []

    init(_ network: PedestrianNetwork) {
        var chain: [Position] = []
        var length = 0
        var first = 0
        for edge in 0..<network.edgeCount {
            let isNext =
                edge > 0 && network.line(of: edge) == network.line(of: edge - 1)
                && network.edgeTail[edge] == network.edgeHead[edge - 1]
            if !isNext {
                if edge > 0 {
                    add(chain, length, network.component(of: network.edgeTail[edge - 1]), first..<edge)
                }
                first = edge
                chain = [network.position(of: network.edgeTail[edge])]
                length = 0
            }
            chain.append(network.position(of: network.edgeHead[edge]))
            length += Int(network.length(of: edge))
        }
        if let last = network.edgeTail.last {
            add(chain, length, network.component(of: last), first..<network.edgeCount)
        }
    }

    private mutating func add(
        _ chain: [Position], _ micrometres: Int, _ component: Int32, _ range: Range<Int>
    ) {
        guard let line = try? LineString(chain) else { return }
        shapes.append(.lineString(line))
        lengths.append(Double(micrometres) / 1e6)
        components.append(Int(component))
        edges.append(range)
    }
}

import Foundation
import Geometry
import PedestrianNetworks

/// A city of `make-city`, with its network built and its places put at junctions.
struct City: Sendable {
    let network: PedestrianNetwork
    /// By junction of the file, an edge that begins there; its complement when it ends there.
    private let edge: [Int32]
    let facilityNode: [Int32]
    let facilityKind: [Int32]
    let blockNode: [Int32]
    let placeNode: [Int32]

    static let kinds = 40

    init(folder: String) throws {
        let files = CityFiles(folder: folder)
        let streets = try StreetColumns(files)
        network = NetworkBuilder().build(streets.lines).network
        edge = streets.junctions(on: network)
        facilityNode = try files.column("facility_node")
        facilityKind = try files.column("facility_kind")
        blockNode = try files.column("block_node")
        placeNode = try files.column("place_node")
    }

    /// The number of junctions.
    var junctionCount: Int { edge.count }

    /// The network's node that a junction is.
    func node(of junction: Int32) -> Int32 {
        let edge = edge[Int(junction)]
        return edge < 0 ? network.edgeHead[Int(~edge)] : network.edgeTail[Int(edge)]
    }

    /// Where a junction is on the network, without a leg.
    func location(of junction: Int32) -> NetworkLocation {
        let edge = edge[Int(junction)]
        let end = edge < 0 ? network.length(of: Int(~edge)) : 0
        return NetworkLocation(edge: edge < 0 ? ~edge : edge, low: end, high: end, leg: .zero)
    }

    /// Places at junctions.
    func places(at junctions: some Sequence<Int32>) -> NetworkPlaces {
        var places = NetworkPlaces()
        for junction in junctions { places.append(location(of: junction)) }
        return places
    }

    /// The junctions of the facilities of each kind.
    var facilityNodesByKind: [[Int32]] {
        var nodes = [[Int32]](repeating: [], count: City.kinds)
        for (node, kind) in zip(facilityNode, facilityKind) { nodes[Int(kind)].append(node) }
        return nodes
    }
}

/// One flat file a column, little-endian, as `make-city` writes them.
struct CityFiles {
    let folder: String

    func column<Element: BitwiseCopyable>(_ name: String) throws -> [Element] {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
        return data.withUnsafeBytes { Array($0.bindMemory(to: Element.self)) }
    }
}

/// Streets between junctions, each with the vertices in between.
private struct StreetColumns {
    private let nodeX, nodeY: [Double]
    private let from, to: [Int32]
    private let bendFirst: [Int32]
    private let bendX, bendY: [Double]

    init(_ files: CityFiles) throws {
        nodeX = try files.column("node_x")
        nodeY = try files.column("node_y")
        from = try files.column("edge_from")
        to = try files.column("edge_to")
        bendFirst = try files.column("bend_first")
        bendX = try files.column("bend_x")
        bendY = try files.column("bend_y")
    }

    var lines: LineColumns {
        var lines = LineColumns()
        lines.reserveCapacity(lines: from.count, positions: 2 * from.count + bendX.count)
        var street: [Position] = []
        for number in from.indices {
            street.append(position(from[number]))
            for bend in Int(bendFirst[number])..<Int(bendFirst[number + 1]) {
                street.append(Position(bendX[bend], bendY[bend]))
            }
            street.append(position(to[number]))
            lines.append(street)
            street.removeAll(keepingCapacity: true)
        }
        return lines
    }

    private func position(_ junction: Int32) -> Position {
        Position(nodeX[Int(junction)], nodeY[Int(junction)])
    }

    /// Every junction is an end of a street: its first segment starts there, or its last one ends there.
    func junctions(on network: PedestrianNetwork) -> [Int32] {
        var edges = [Int32](repeating: 0, count: nodeX.count)
        for edge in 0..<network.edgeCount {
            let street = Int(network.line(of: edge))
            if edge == 0 || Int(network.line(of: edge - 1)) != street {
                edges[Int(from[street])] = Int32(edge)
            }
            if edge + 1 == network.edgeCount || Int(network.line(of: edge + 1)) != street {
                edges[Int(to[street])] = ~Int32(edge)
            }
        }
        return edges
    }
}

import Geometry
import PedestrianNetworks
import StudyAreas
import WalkAccess

/// Where ways and facilities may go on that the data does not have (Docs/Methods: The edge of the data).
///
/// The outline of the network, or where ways leave the boundary within which the data is declared complete.
struct DataEdge {
    /// Where walks leave the data, as one place.
    let exits: NetworkPlaces
    /// The edge as lines.
    private let lines: [Segment]
    private let index: SpatialIndex
    /// The land within which the data is complete; nil where that was not declared.
    private let land: PreparedShape?

    /// A way that ends this near to the declared boundary, in metres, was cut off there.
    private static let cutTolerance = 1.0

    /// - Throws: `GeometryError` when GEOS fails.
    init(of area: StudyArea) throws {
        let network = area.network
        let nodes: [Int32]
        var crossings: [NetworkLocation] = []
        if area.boundary.isEmpty {
            let outline = NetworkOutline(of: network)
            (land, nodes, lines) = (nil, outline.nodes, outline.segments)
        } else {
            let land = try PreparedShape(.multiPolygon(area.boundary), in: GEOSContext())
            let rim = ZoneBoundary(area.boundary)
            var scratch = SpatialIndex.Scratch()
            nodes = try (0..<Int32(network.nodeCount)).filter { node in
                let position = network.position(of: node)
                return try !land.covers(position)
                    || rim.isNear(position, within: Self.cutTolerance, &scratch)
            }
            var snapping = Snapper.Scratch()
            crossings = Snapper(network).crossings(ofBoundary: area.boundary, scratch: &snapping)
            self.land = land
            lines = area.boundary.flatMap(\.rings).flatMap { ring in
                zip(ring.positions, ring.positions.dropFirst()).map { Segment($0, $1) }
            }
        }
        index = SpatialIndex(lines.map(\.box))
        var exits = NetworkPlaces()
        exits.append(Self.locations(of: nodes, in: network) + crossings)
        self.exits = exits
    }

    private static func locations(of nodes: [Int32], in network: PedestrianNetwork) -> [NetworkLocation] {
        var wanted = [Bool](repeating: false, count: network.nodeCount)
        for node in nodes { wanted[Int(node)] = true }
        var locations: [NetworkLocation] = []
        // A closed way leads to strangers nowhere, so an exit stands on an open one where there is any.
        let edges = 0..<network.edgeCount
        let isOpen = { network.compound(of: $0) == Compound.none }
        for edge in edges.filter(isOpen) + edges.filter({ !isOpen($0) }) {
            for (node, offset) in [
                (network.edgeTail[edge], 0), (network.edgeHead[edge], network.length(of: edge)),
            ]
            where wanted[Int(node)] {
                wanted[Int(node)] = false
                locations.append(NetworkLocation(edge: Int32(edge), low: offset, high: offset, leg: .zero))
            }
        }
        return locations
    }

    /// The walk to the edge from each of the first `count` places; nil when it is longer than `limit`.
    func walks(
        from places: NetworkPlaces, count: Int, on network: PedestrianNetwork, within limit: WalkingDistance
    ) -> [WalkingDistance?] {
        var search = NearestFacilitySearch(on: network)
        search.prepare(exits, within: limit)
        return (0..<count).map { search.nearest(to: places[$0])?.distance }
    }

    /// The straight line from `position` to the edge, in metres; 0 beyond it, nil when it is longer than `limit`.
    func straightDistance(
        from position: Position, within limit: Double, _ scratch: inout SpatialIndex.Scratch
    ) throws -> Double? {
        if let land, try !land.covers(position) { return 0 }
        var reach = limit * limit
        var nearest: Double?
        index.forEach(near: position, reach: &reach, scratch: &scratch) { place, reach in
            let squared = lines[place].nearest(to: position).squaredDistance
            guard squared <= reach else { return }
            reach = squared
            nearest = squared.squareRoot()
        }
        return nearest
    }

    /// The straight line from the outline of `shape` to the edge, in metres; 0 where it crosses it or lies beyond, nil
    /// when it is longer than `limit`.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    func straightDistance(
        from shape: Shape, within limit: Double, _ context: GEOSContext, _ scratch: inout SpatialIndex.Scratch
    ) throws -> Double? {
        var isBeyond = false
        if let land { try shape.forEachRun { isBeyond = try isBeyond || !$0.allSatisfy(land.covers) } }
        if isBeyond { return 0 }
        var near: [LineString] = []
        index.forEach(meeting: shape.box.grown(by: limit), scratch: &scratch) { place in
            if let line = try? LineString([lines[place].start, lines[place].end]) { near.append(line) }
        }
        guard !near.isEmpty else { return nil }
        let distance = try shape.distance(to: .multiLineString(near), in: context)
        return distance <= limit ? distance : nil
    }
}

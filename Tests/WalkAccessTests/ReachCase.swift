import Geometry
import NetworkFixtures
import PedestrianNetworks
import WalkAccess

/// Ways, barriers and places, joined and ready to be reached.
struct ReachCase {
    let network: PedestrianNetwork
    let barriers: BarrierLines
    let places: NetworkPlaces

    init(
        _ lines: [LineString], places positions: [Position], barriers runs: [[Position]] = [],
        maxSnap: Double = 60
    ) {
        network = NetworkBuilder().build(lines).network
        barriers = BarrierLines(runs)
        let snapper = Snapper(network, barriers: barriers)
        var scratch = Snapper.Scratch()
        var places = NetworkPlaces()
        for position in positions {
            let joined = snapper.location(
                of: position, within: WalkingDistance(metres: maxSnap), scratch: &scratch)
            places.append([try? joined.get()].compactMap { $0 })
        }
        self.places = places
    }

    func ways(_ chosen: [Int]? = nil, within limits: [Double]) -> ReachedWays {
        var search = ReachSearch(on: network, ArcChains(of: network))
        return search.ways(
            from: chosen.map { places.selecting($0) } ?? places,
            within: limits.map { ReachLimit(metres: $0) })
    }

    func areas(
        _ ways: ReachedWays, _ limits: [Double], _ options: ReachedAreaOptions = ReachedAreaOptions()
    ) throws -> [ReachedArea] {
        var builder = ReachedAreaBuilder(network, barriers: barriers, options: options)
        return try builder.areas(of: ways, bands: limits.count)
    }

    /// Searches that answer how far single spots are.
    func distances(_ chosen: [Int]? = nil) -> NearestFacilitySearch {
        var search = NearestFacilitySearch(on: network)
        search.prepare(chosen.map { places.selecting($0) } ?? places, within: .furthest)
        return search
    }
}

extension NearestFacilitySearch {
    /// The nearest of the places to a spot of an edge, in micrometres from its tail.
    func nearest(toSpot offset: UInt32, on edge: Int32) -> NearestWalk? {
        nearest(to: [NetworkLocation(edge: edge, low: offset, high: offset, leg: .zero)])
    }
}

extension RandomLines {
    /// Walls between random positions around the lines, by the seed of the case.
    static func walls(seed: UInt64, around lines: [LineString]) -> [[Position]] {
        var random = SeededRandom(seed: seed &+ 77)
        var box = Box.empty
        for line in lines { for position in line.positions { box.extend(to: position) } }
        func position() -> Position {
            Position(
                Double.random(in: box.minX - 20...box.maxX + 20, using: &random),
                Double.random(in: box.minY - 20...box.maxY + 20, using: &random))
        }
        return (0..<Int.random(in: 1...6, using: &random)).map { _ in
            (0..<Int.random(in: 2...4, using: &random)).map { _ in position() }
        }
    }
}

extension Polygon {
    /// The width in metres of a long surface of this area and outline.
    var meanWidth: Double {
        let steps = zip(shell.positions, shell.positions.dropFirst())
        return 2 * area / steps.reduce(0) { $0 + Segment($1.0, $1.1).length }
    }
}

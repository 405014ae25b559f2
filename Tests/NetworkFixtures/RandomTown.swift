public import Geometry
public import PedestrianNetworks

/// A town of many junctions on a grid pushed out of shape, with a quarter of its streets missing.
public struct RandomTown: Sendable {
    /// Its streets.
    public let network: PedestrianNetwork

    /// A town of `side` by `side` junctions 50 m apart.
    public init(side: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let junctions = (0..<side * side).map { place in
            Position(
                Double(place % side) * 50 + Double.random(in: -20...20, using: &random),
                Double(place / side) * 50 + Double.random(in: -20...20, using: &random))
        }
        var lines: [LineString] = []
        for place in junctions.indices {
            let steps = [place % side + 1 < side ? place + 1 : -1, place + side]
            for next in steps where junctions.indices.contains(next) && !random.oneIn(4) {
                lines += [try? LineString([junctions[place], junctions[next]])].compactMap { $0 }
            }
        }
        network = NetworkBuilder().build(lines).network
    }

    /// Places anywhere on its streets, some way off them.
    public func places(_ count: Int, seed: UInt64) -> NetworkPlaces {
        var random = SeededRandom(seed: seed)
        var places = NetworkPlaces()
        for _ in 0..<count {
            let edge = Int.random(in: 0..<network.edgeCount, using: &random)
            let along = UInt32.random(in: 0...network.length(of: edge), using: &random)
            let leg = WalkingDistance(metres: Double.random(in: 0...60, using: &random))
            places.append([NetworkLocation(edge: Int32(edge), low: along, high: along, leg: leg)])
        }
        return places
    }
}

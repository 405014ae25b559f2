import Geometry
import PedestrianNetworks

@testable import OpenStreetMap

extension OSMExtract {
    /// The network of the ways in metres around their middle, as it is built downstream.
    func network(privateToo: Bool = true) -> PedestrianNetwork {
        var box = Box.empty
        for position in ways.flatMap(\.positions) { box.extend(to: position) }
        guard !box.isEmpty else { return .empty }
        let degrees = DegreeLengths(latitude: box.centre.y)
        let lines = ways.filter { privateToo || !$0.isPrivate }.compactMap { way in
            try? LineString(
                way.positions.map {
                    Position(
                        ($0.x - box.centre.x) * degrees.ofLongitude,
                        ($0.y - box.centre.y) * degrees.ofLatitude
                    )
                })
        }
        return NetworkBuilder().build(lines).network
    }

    /// How many parts of the network cannot be walked between.
    var components: Int { network().components.count }

    /// What was left out and why, as `way/5 nodes_missing`.
    var leftOut: [String] { report.leftOut.map { "\($0.id) \($0.reason.code)" } }

    /// The places as `way/5`.
    var placeIDs: [String] { places.map(\.id.description) }
}

import Geometry
import PedestrianNetworks

/// What is to be joined of each place, flat: places themselves are large, and are joined in another order than they lie.
struct JoinSites: Sendable {
    /// By place, what the order goes by.
    private(set) var middles: [Position] = []
    /// The positions, place by place, and whether they lie outside every compound.
    private(set) var positions: [(Position, isOutside: Bool)] = []
    /// The surfaces of places that are joined by their boundary.
    private(set) var boundaries: [Int: [Polygon]] = [:]
    private var ends: [Int32] = []

    mutating func add(_ positions: [Position], isOutside: Bool, around middle: Position) {
        for position in positions { self.positions.append((position, isOutside)) }
        end(middle)
    }

    mutating func add(boundary: [Polygon], around middle: Position) {
        boundaries[middles.count] = boundary
        end(middle)
    }

    private mutating func end(_ middle: Position) {
        middles.append(middle)
        ends.append(Int32(positions.count))
    }

    /// A position and the compound it lies in.
    func spot(_ number: Int, in gated: inout GatedCompounds) -> (position: Position, compound: Int32) {
        let (position, isOutside) = positions[number]
        return (position, isOutside ? Compound.none : gated.compound(at: position))
    }

    /// The positions of a place.
    func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place]) }
}

/// Where places join the network, and why some do not.
struct JoinedPlaces: Sendable {
    let places: NetworkPlaces
    /// By place, for those without a location.
    let failures: [Int: JoinFailure]

    /// Some places one after another.
    struct Part: Sendable {
        var locations: [NetworkLocation] = []
        /// Where the locations of each place end.
        private(set) var ends: [Int32] = []
        private(set) var failures: [(place: Int, failure: JoinFailure)] = []

        /// Ends a place, which has locations by now or failed.
        mutating func end(_ place: UInt32, _ failure: JoinFailure) {
            if Int(ends.last ?? 0) == locations.count { failures.append((Int(place), failure)) }
            ends.append(Int32(locations.count))
        }
    }

    /// - Parameter order: The places in the order of the parts.
    init(_ parts: [Part], order: [UInt32]) {
        places = NetworkPlaces(parts.map { ($0.locations, $0.ends) }, order: order)
        failures = Dictionary(
            uniqueKeysWithValues: parts.flatMap { $0.failures }.map { ($0.place, $0.failure) })
    }
}

import Geometry
public import PedestrianNetworks

/// The nearest of several facilities, and how the walk to it is made up.
public struct NearestWalk: Hashable, Sendable {
    /// The facility, a place in the facilities searched.
    public let facility: Int32
    /// The whole walk: leg of the block, way along the network, leg of the facility.
    public let distance: WalkingDistance
    /// The straight leg at the block's end.
    public let blockLeg: WalkingDistance
    /// The straight leg at the facility's end.
    public let facilityLeg: WalkingDistance

    /// A walk from its parts; the distance includes both legs.
    public init(
        facility: Int32, distance: WalkingDistance, blockLeg: WalkingDistance, facilityLeg: WalkingDistance
    ) {
        self.facility = facility
        self.distance = distance
        self.blockLeg = blockLeg
        self.facilityLeg = facilityLeg
    }

    /// The way along the network.
    public var along: WalkingDistance { distance - blockLeg - facilityLeg }
}

/// Nearest facility of one set for any number of blocks: one search from all facilities at once.
///
/// After `prepare`, an answer is read off the two ends of the block's chain and off the facilities on that chain
/// itself. Ties go to the first facility, then to its first location; of the block's own locations to the first.
public struct NearestFacilitySearch: Sendable {
    let network: PedestrianNetwork
    private(set) var search: WalkSearch
    private(set) var facilities = NetworkPlaces()
    /// The facilities' locations on their chains.
    private(set) var spots: [ChainSpot] = []
    private(set) var onChains: SpotsOnChains
    private(set) var limit = WalkingDistance.zero

    /// Scratch space for one task.
    public init(on network: PedestrianNetwork) {
        self.network = network
        search = WalkSearch(for: network)
        onChains = SpotsOnChains(chains: network.chains.count)
    }

    /// What the searches did so far.
    public var counters: SearchCounters { search.counters }

    /// Walks from all `facilities` at once, as far as `limit`.
    ///
    /// - Parameter facilities: At most 16,777,216 locations.
    public mutating func prepare(_ facilities: NetworkPlaces, within limit: WalkingDistance) {
        precondition(
            facilities.locations.count <= WalkLabel.maximumSources, "a label tells sources by 24 bits")
        self.facilities = facilities
        self.limit = limit
        spots = facilities.locations.map { network.spot(of: $0) }
        onChains.hold(spots)
        search.reset()
        if TiledSearch.pays(within: limit, on: network) {
            TiledSearch(spots, on: network).run(&search, within: limit)
        } else {
            for (number, spot) in spots.enumerated() {
                search.addSource(Int32(number), at: spot, of: network)
            }
            search.run(on: network, within: limit)
        }
    }

    /// The nearest facility within the limit from a place with these locations; nil when there is none.
    public func nearest(to locations: ArraySlice<NetworkLocation>) -> NearestWalk? {
        var (best, leg) = (WalkLabel.unreached, WalkingDistance.zero)
        for location in locations {
            let label = label(at: network.spot(of: location)).further(by: location.leg.micrometres)
            if label < best { (best, leg) = (label, location.leg) }
        }
        return walk(best, from: leg)
    }

    private func walk(_ label: WalkLabel, from leg: WalkingDistance) -> NearestWalk? {
        guard label.isReached, label.walked <= limit.micrometres else { return nil }
        return NearestWalk(
            facility: facilities.place[Int(label.source)],
            distance: WalkingDistance(micrometres: label.walked), blockLeg: leg,
            facilityLeg: spots[Int(label.source)].leg)
    }

    /// The walk from one location to the nearest facility; nil when none is within the limit.
    public func walk(to location: NetworkLocation) -> WalkingDistance? {
        walk(to: network.spot(of: location))
    }

    /// The walk from one spot to the nearest facility; nil when none is within the limit.
    public func walk(to spot: ChainSpot) -> WalkingDistance? {
        let label = label(at: spot).further(by: spot.leg.micrometres)
        guard label.isReached, label.walked <= limit.micrometres else { return nil }
        return WalkingDistance(micrometres: label.walked)
    }

    /// The way from a spot to the nearest facility, its own leg not charged.
    func label(at spot: ChainSpot) -> WalkLabel {
        // What is at an end of its chain is reached through that end, whatever lies on the chain.
        if spot.node >= 0 { return search.labels[Int(spot.node)] }
        var best = min(
            search.labels[Int(spot.tail)].further(by: spot.low),
            search.labels[Int(spot.head)].further(by: spot.rest))
        best = min(best, .unreached)
        guard onChains.holdsAny(on: spot.chain) else { return best }
        onChains.forEach(on: spot.chain) { number in
            let other = spots[Int(number)]
            best = min(best, WalkLabel(walked: spot.along(to: other) + other.leg.micrometres, from: number))
        }
        return best
    }
}

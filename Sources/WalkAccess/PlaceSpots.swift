import Geometry
public import PedestrianNetworks

/// Where many places join the network, found once and kept in the order of its nodes: 32 bytes a location and 8 a place.
///
/// In that order what one place needs is still in the caches for the next one, whether one search is read off at all of
/// them or each is searched from. Nothing of the network is read besides.
public struct PlaceSpots: Sendable {
    let places: NetworkPlaces
    /// The places, in the order of the nodes they lie at; those without a location last.
    public let order: [Int32]
    /// Where the spots of each place in `order` begin; one more entry than there are places.
    let first: [Int32]
    let spots: [ChainSpot]

    /// The spots of `places` on `network`.
    public init(_ places: NetworkPlaces, on network: PedestrianNetwork) {
        let all = places.locations.map { network.spot(of: $0) }
        var keys = (0..<places.count).map { place -> UInt64 in
            let range = places.range(place)
            let start = range.isEmpty ? Int32.max : network.graph.placeOnCurve(all[range.lowerBound].tail)
            return UInt64(start) << 32 | UInt64(place)
        }
        let order = CountingSort.numbers(inOrderOf: &keys).map { Int32(truncatingIfNeeded: $0) }
        var first: [Int32] = [0]
        var spots: [ChainSpot] = []
        first.reserveCapacity(order.count + 1)
        spots.reserveCapacity(all.count)
        for place in order {
            for number in places.range(Int(place)) { spots.append(all[number]) }
            first.append(Int32(spots.count))
        }
        (self.places, self.order, self.first, self.spots) = (places, order, first, spots)
    }

    /// The spots of the place that is number `rank` in the order.
    public subscript(rank: Int) -> ArraySlice<ChainSpot> { spots[Int(first[rank])..<Int(first[rank + 1])] }
}

/// The nearest facility from each of many places: 8 bytes a place.
public struct NearestWalks: Sendable {
    /// By place, the whole walk and the location of the facility it ends at.
    @usableFromInline fileprivate(set) var labels: [WalkLabel]
    /// By place, which of its locations the walk begins at; empty when no place has more than one.
    @usableFromInline fileprivate(set) var start: [Int32]
    @usableFromInline let places: NetworkPlaces
    /// The facilities that were searched from.
    public let facilities: NetworkPlaces

    init(from places: NetworkPlaces, to facilities: NetworkPlaces) {
        labels = [WalkLabel](repeating: .unreached, count: places.count)
        let hasChoice = places.locations.count > places.count || places.place.hasRepetition
        start = hasChoice ? [Int32](repeating: 0, count: places.count) : []
        (self.places, self.facilities) = (places, facilities)
    }

    /// Takes what was found for some places; `starts` is empty where each has one location.
    mutating func take(_ labels: [WalkLabel], _ starts: [Int32], of places: ArraySlice<Int32>) {
        for (place, label) in zip(places, labels) { self.labels[Int(place)] = label }
        for (place, start) in zip(places, starts) { self.start[Int(place)] = start }
    }

    /// The number of places.
    public var count: Int { labels.count }

    /// The length of the walk from `place`; nil when none is within the limit.
    public func distance(from place: Int) -> WalkingDistance? {
        labels[place].isReached ? WalkingDistance(micrometres: labels[place].walked) : nil
    }

    /// Calls `body` with the length of the walk from each of `places`, nil when none is within the limit, the straight leg it
    /// begins with, and which of the facilities' locations it ends at.
    @inlinable public func forEach(
        from places: Range<Int>,
        _ body: (_ walk: WalkingDistance?, _ leg: WalkingDistance, _ location: Int) -> Void
    ) {
        let (labels, first, own) = (labels.span, self.places.first.span, self.places.locations.span)
        for place in places {
            let label = labels[place]
            guard label.isReached else {
                body(nil, .zero, -1)
                continue
            }
            let location = Int(first[place]) + (start.isEmpty ? 0 : Int(start[place]))
            body(WalkingDistance(micrometres: label.walked), own[location].leg, Int(label.source))
        }
    }

    /// The walk from `place`; nil when none is within the limit.
    public subscript(place: Int) -> NearestWalk? {
        let label = labels[place]
        guard label.isReached else { return nil }
        let location = Int(places.first[place]) + (start.isEmpty ? 0 : Int(start[place]))
        return NearestWalk(
            facility: facilities.place[Int(label.source)],
            distance: WalkingDistance(micrometres: label.walked), blockLeg: places.locations[location].leg,
            facilityLeg: facilities.locations[Int(label.source)].leg)
    }
}

extension [Int32] {
    /// Whether two neighbours are equal.
    fileprivate var hasRepetition: Bool { zip(self, dropFirst()).contains { $0 == $1 } }
}

extension NearestFacilitySearch {
    /// The nearest facility within the limit from each of many places, as `nearest(to:)` has it for one.
    ///
    /// - Parameter spots: On the network that was searched.
    public func walks(from spots: PlaceSpots) -> NearestWalks {
        var walks = NearestWalks(from: spots.places, to: facilities)
        for (rank, place) in spots.order.enumerated() {
            var best = WalkLabel.unreached
            let own = Int(spots.first[rank])..<Int(spots.first[rank + 1])
            for number in own {
                let spot = spots.spots[number]
                let label = label(at: spot).further(by: spot.leg.micrometres)
                guard label < best else { continue }
                best = label
                if own.count > 1 { walks.start[Int(place)] = Int32(number - own.lowerBound) }
            }
            if best.walked <= limit.micrometres { walks.labels[Int(place)] = best }
        }
        return walks
    }
}

/// Where a place joins the network: a spot, or a stretch, of one edge and the straight leg to it.
///
/// A stretch (`low < high`) is an entrance as long as the way that runs along a park's boundary: whoever walks
/// there has arrived.
public struct NetworkLocation: Hashable, Sendable {
    /// The edge, a place in the network's edge columns.
    public let edge: Int32
    /// Where the stretch begins, in micrometres from the edge's tail.
    public let low: UInt32
    /// Where the stretch ends, in micrometres from the edge's tail; equal to `low` for a spot.
    public let high: UInt32
    /// The straight way between the place and the edge, which is charged.
    public let leg: WalkingDistance

    /// A location from its parts, `low <= high <= edge length`.
    public init(edge: Int32, low: UInt32, high: UInt32, leg: WalkingDistance) {
        precondition(low <= high, "a stretch does not end before it begins")
        self.edge = edge
        self.low = low
        self.high = high
        self.leg = leg
    }

    /// The way along the edge to another location on the same edge; 0 when the stretches overlap.
    public func along(to other: NetworkLocation) -> Int64 {
        max(0, Int64(other.low) - Int64(high), Int64(low) - Int64(other.high))
    }
}

/// Many places and the locations each of them has, flat: most have one, a park with five gates has five, one
/// that is off the network has none.
public struct NetworkPlaces: Sendable {
    /// Where each place's locations begin; one more entry than there are places.
    public private(set) var first: [Int32] = [0]
    /// The locations, place by place.
    public private(set) var locations: [NetworkLocation] = []
    /// The place each location belongs to.
    public private(set) var place: [Int32] = []

    /// No places yet.
    public init() {}

    /// Places that were found in another order than their own.
    ///
    /// - Parameters:
    ///   - parts: The locations of places one after another, and where those of each place end in their part.
    ///   - order: The places in the order of the parts.
    public init(_ parts: [(locations: [NetworkLocation], ends: [Int32])], order: [UInt32]) {
        var own = [(part: Int32, start: Int32, end: Int32)](repeating: (0, 0, 0), count: order.count)
        var rank = 0
        for (number, part) in parts.enumerated() {
            var start: Int32 = 0
            for end in part.ends {
                own[Int(order[rank])] = (Int32(number), start, end)
                (start, rank) = (end, rank + 1)
            }
        }
        let count = parts.reduce(0) { $0 + $1.locations.count }
        locations.reserveCapacity(count)
        place.reserveCapacity(count)
        first.reserveCapacity(order.count + 1)
        for (number, (part, start, end)) in own.enumerated() {
            for location in start..<end {
                locations.append(parts[Int(part)].locations[Int(location)])
                place.append(Int32(number))
            }
            first.append(Int32(locations.count))
        }
    }

    /// Adds a place with its locations, in the order in which ties between them are settled.
    public mutating func append(_ locations: some Collection<NetworkLocation>) {
        place += repeatElement(Int32(first.count - 1), count: locations.count)
        self.locations += locations
        first.append(Int32(self.locations.count))
    }

    /// Adds a place with one location, without the cost of a collection of one.
    public mutating func append(_ location: NetworkLocation) {
        place.append(Int32(first.count - 1))
        locations.append(location)
        first.append(Int32(locations.count))
    }

    /// The number of places.
    public var count: Int { first.count - 1 }

    /// The places in `locations` that belong to place `index`.
    public func range(_ index: Int) -> Range<Int> { Int(first[index])..<Int(first[index + 1]) }

    /// The locations of place `index`.
    public subscript(index: Int) -> ArraySlice<NetworkLocation> { locations[range(index)] }

    /// The places numbered in `wanted`, in that order.
    public func selecting(_ wanted: [Int]) -> NetworkPlaces {
        var chosen = NetworkPlaces()
        for index in wanted { chosen.append(self[index]) }
        return chosen
    }
}

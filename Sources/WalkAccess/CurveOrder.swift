public import PedestrianNetworks

extension NetworkPlaces {
    /// The places in the order of the nodes they lie at, those without a location last.
    ///
    /// Whoever searches from many places should take them in this order: what a search has read is then still in the
    /// caches for the next one. O(n log n).
    public func alongCurve(of network: PedestrianNetwork) -> [Int] {
        let keys = (0..<count).map { place -> UInt64 in
            guard let location = self[place].first else { return UInt64(UInt32.max) << 32 | UInt64(place) }
            let node = network.graph.departing(network.spot(of: location).tail)
            return UInt64(node) << 32 | UInt64(place)
        }
        return keys.sorted().map { Int($0 & 0xFFFF_FFFF) }
    }
}

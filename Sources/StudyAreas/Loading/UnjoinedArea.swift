import PedestrianNetworks

extension StudyAreaLoader.Built {
    /// The area with no place joined to the network, for what is judged without walking.
    public var unjoined: StudyArea {
        let nowhere = { (count: Int) in
            var places = NetworkPlaces()
            for _ in 0..<count { places.append([]) }
            return places
        }
        return StudyArea(
            name: layers.input.name, plane: layers.plane, blocks: blocks, facilities: facilities,
            units: units, network: network, barriers: barriers, boundary: boundary, maxSnap: .zero,
            blockPlaces: nowhere(blocks.count), facilityPlaces: nowhere(facilities.count),
            surveyed: layers.input.surveyed, findings: findings,
            tallies: tallies)
    }
}

import Geometry
public import PedestrianNetworks

/// Makes a study area out of projected layers: the last steps of loading.
public struct StudyAreaLoader: Sendable {
    /// How facilities are sorted into kinds.
    public var kinds: KindReading
    /// How walks end at facilities.
    public var access: FacilityAccess
    /// Vertices of ways no further apart than this are one node, in metres.
    public var joinTolerance: Double
    /// The longest straight leg between a place and the network.
    public var maxSnap: WalkingDistance
    /// At most this many tasks.
    public var threads: Int

    /// A loader with the method's defaults.
    public init(
        kinds: KindReading, access: FacilityAccess = .automatic, joinTolerance: Double = 0.01,
        maxSnap: WalkingDistance = WalkingDistance(metres: 200), threads: Int = 1
    ) {
        self.kinds = kinds
        self.access = access
        self.joinTolerance = joinTolerance
        self.maxSnap = maxSnap
        self.threads = threads
    }

    /// Places and network, not yet joined: what `build` makes of the projected layers.
    public struct Built: Sendable {
        let layers: ProjectedLayers
        let blocks: [ResidentialBlock]
        let facilities: [Facility]
        let units: [Unit]
        let barriers: BarrierLines
        let boundary: [Polygon]
        /// The walking network.
        public let network: PedestrianNetwork
        let findings: [Finding]
        let tallies: [LayerTally]
    }

    /// Makes blocks, facilities, units and the network, with a finding for everything left out or mended.
    ///
    /// - Throws: `StudyAreaError` when a layer has nothing usable or lacks a column it needs, `GeometryError`
    ///   when GEOS fails.
    public func build(_ projected: ProjectedLayers) throws -> Built {
        var layers = projected.layers
        var findings = projected.findings
        let interior = InteriorPoint()
        let blockLoader = BlockLoader(interior: interior)
        var blocks: [ResidentialBlock] = []
        var units: [Unit] = []
        var barriers: [[Position]] = []
        var gated = GatedCompounds([])
        var boundary: [Polygon] = []
        var ways = NetworkLoader(joinTolerance: joinTolerance, interior: interior)
        var network = PedestrianNetwork.empty
        let lastOfNetwork = layers.lastIndex { $0.role == "network" }
        for place in layers.indices {
            switch layers[place].role {
            case "blocks":
                blocks = try blockLoader.blocks(of: &layers[place], findings: &findings)
                gated = GatedCompounds(blocks)
            case "entrances":
                try blockLoader.addEntrances(of: &layers[place], to: &blocks, findings: &findings)
            case "network":
                try ways.add(&layers[place], gated: &gated, findings: &findings)
                if place == lastOfNetwork {
                    network = try ways.network(findings: &findings)
                    GateNotes(closed: ways.closed).apply(to: &blocks, findings: &findings)
                }
            case "barriers":
                try layers[place].checkShapes([.lines, .surfaces], interior, findings: &findings)
                for shape in layers[place].shapes { shape?.forEachRun { barriers.append($0) } }
            case "boundary":
                try layers[place].checkShapes([.surfaces], interior, findings: &findings)
                for shape in layers[place].shapes { boundary += shape?.polygons ?? [] }
            case "units":
                let loader = UnitLoader(interior: interior)
                units = try loader.units(of: &layers[place], findings: &findings)
                try loader.assign(units, to: &blocks, findings: &findings)
            default: break
            }
        }
        let facilities = try FacilityLoader(interior: interior, kinds: kinds, access: access)
            .facilities(of: &layers, findings: &findings)
        return Built(
            layers: projected, blocks: blocks, facilities: facilities, units: units,
            barriers: BarrierLines(barriers), boundary: boundary, network: network, findings: findings,
            tallies: layers.map {
                LayerTally(
                    layer: $0.role, path: $0.raw.path, read: $0.shapes.count, excluded: $0.excluded)
            })
    }

    /// Joins the places of `built` to its network.
    public func join(_ built: Built) async throws -> StudyArea {
        let joiner = PlaceJoiner(
            snapper: Snapper(built.network, barriers: built.barriers), gated: GatedCompounds(built.blocks),
            limit: maxSnap, threads: threads)
        let blocks = try await joiner.join(built.blocks)
        let facilities = try await joiner.join(built.facilities)
        let notes = JoinNotes(network: built.network, limit: maxSnap)
        let suspicion = try OffsetDetector(snapper: joiner.snapper, plane: built.layers.plane)
            .findings(on: built.layers.layers)
        let joinFindings =
            suspicion
            + notes.worthTelling(blocks).flatMap { notes.findings(on: built.blocks[$0], $0, of: blocks) }
            + notes.worthTelling(facilities)
            .flatMap { notes.findings(on: built.facilities[$0], $0, of: facilities) }
        // Without a network nothing was meant to join.
        let findings = built.findings + (built.network.edgeCount > 0 ? joinFindings : [])
        return StudyArea(
            name: built.layers.input.name, plane: built.layers.plane, blocks: built.blocks,
            facilities: built.facilities, units: built.units, network: built.network,
            barriers: built.barriers, boundary: built.boundary, maxSnap: maxSnap,
            blockPlaces: blocks.places, facilityPlaces: facilities.places,
            surveyed: built.layers.input.surveyed, findings: findings, tallies: built.tallies)
    }
}

/// Says which places did not join, or joined an island.
struct JoinNotes {
    let network: PedestrianNetwork
    let limit: WalkingDistance

    /// The places that did not join the largest piece: few, and no others are looked at closely.
    func worthTelling(_ joined: JoinedPlaces) -> [Int] {
        let locations = joined.places.locations
        return (0..<joined.places.count).filter { place in
            for number in joined.places.range(place) where piece(of: locations[number]) == 0 { return false }
            return true
        }
    }

    private func piece(of location: NetworkLocation) -> Int32 {
        network.component(of: network.edgeTail[Int(location.edge)])
    }

    func findings(on block: ResidentialBlock, _ place: Int, of joined: JoinedPlaces) -> [Finding] {
        findings(
            place, joined, layer: "blocks", id: block.id, population: block.population,
            codes: (.blockOffNetwork, .blockBehindBarrier, .blockOnIsland))
    }

    func findings(on facility: Facility, _ place: Int, of joined: JoinedPlaces) -> [Finding] {
        findings(
            place, joined, layer: "facilities", id: facility.id, population: nil,
            codes: (.facilityOffNetwork, .facilityBehindBarrier, .facilityOnIsland))
    }

    private typealias Codes = (off: Finding.Code, barred: Finding.Code, island: Finding.Code)

    private func findings(
        _ place: Int, _ joined: JoinedPlaces, layer: String, id: String, population: Double?, codes: Codes
    ) -> [Finding] {
        func finding(_ code: Finding.Code, _ argument: String) -> [Finding] {
            [Finding(code, layer: layer, feature: id, arguments: [argument], population: population)]
        }
        if let failure = joined.failures[place] {
            let code = failure.reason == .tooFar ? codes.off : codes.barred
            return finding(code, "\(Int(limit.metres.rounded()))")
        }
        guard let piece = joined.places[place].map(self.piece(of:)).min(), piece > 0 else { return [] }
        let length = network.components[Int(piece)].length.metres
        return finding(codes.island, "\(Int(length.rounded()))")
    }
}

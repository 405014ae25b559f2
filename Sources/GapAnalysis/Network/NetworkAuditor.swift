import Geometry
import PedestrianNetworks
public import Standards
public import StudyAreas
import WorkSharing

extension NetworkAudit {
    /// Audits the network of `area`, whose facilities are the rail stations, by `standard`.
    ///
    /// Zones are measured one by one, spread over `threads` tasks; the result does not depend on how many.
    ///
    /// - Parameter progress: Called from any task with the share of the work done, 0…1.
    /// - Throws: `GeometryError` when GEOS fails.
    public init(
        of area: StudyArea, by standard: FacilityStandard, threads: Int = 1,
        progress: @Sendable @escaping (Double) -> Void = { _ in }
    ) async throws {
        let context = GEOSContext()
        let window = try NetworkWindow(of: area, radii: standard.stationRadii, context)
        let topology = JunctionLinks(of: area.network)
        var scratch = SpatialIndex.Scratch()
        let deadEnds = topology.deadEnds.filter {
            !window.edge.isNear($0.position, within: NetworkAuditor.edgeTolerance, &scratch)
        }
        let auditor = NetworkAuditor(
            area: area, standard: standard, topology: topology, deadEnds: deadEnds,
            streetBlocks: try StreetBlocks(network: area.network, residentialBlocks: area.blocks).all(
                context),
            window: window)
        let figures = try await auditor.figures(threads: threads, progress: progress)
        self.area = area
        self.standard = standard
        units = Array(figures.prefix(window.units.count))
        stationBands = Array(figures.dropFirst(window.units.count))
        links = topology.links
        self.deadEnds = deadEnds
        streetBlocks = auditor.streetBlocks
        compounds = ClosedCompounds(blocks: area.blocks).closed
        offences = NetworkOffences(
            standard: standard, links: links, deadEnds: deadEnds, streetBlocks: streetBlocks,
            compounds: compounds, bands: stationBands
        ).all(in: units)
    }
}

extension FacilityStandard {
    /// The radii around stations that the standard has figures for, ascending.
    fileprivate var stationRadii: [Double] {
        Set(
            network.compactMap { requirement in
                if case .stationBand(let metres) = requirement.scope { metres } else { nil }
            }
        ).sorted()
    }
}

/// The work of a network audit, step by step.
private struct NetworkAuditor: Sendable {
    let area: StudyArea
    let standard: FacilityStandard
    let topology: JunctionLinks
    let deadEnds: [DeadEnd]
    let streetBlocks: [StreetBlock]
    let window: NetworkWindow

    /// A way that ends this near to the edge of the window, in metres, may go on beyond it.
    static let edgeTolerance = 1.0

    func figures(
        threads: Int, progress: @Sendable @escaping (Double) -> Void
    ) async throws -> [NetworkZoneFigures] {
        let zones = window.units + window.bands
        let members = try members()
        let index = SpatialIndex((0..<area.network.edgeCount).map { area.network.segment(of: $0).box })
        let places = places
        return try await concurrentMap(
            count: zones.count, threads: threads, workspace: { GEOSContext() },
            progress: { progress(Double($0) / Double(zones.count)) }
        ) { place, context in
            let zone = zones[place]
            var scratch = SpatialIndex.Scratch()
            let ways =
                zone.polygons.isEmpty
                ? .zero : try WaysWithin(zone.polygons, context).length(of: area.network, index, &scratch)
            var figures = figures(of: zone, members[place], ways: ways)
            figures.judgements = standard.network.filter { $0.scope == zone.scope }
                .map { NetworkRules.judgement($0, figures, places) }
            return figures
        }
    }

    private func figures(
        of zone: NetworkZone, _ members: ZoneMembers, ways: WalkingDistance
    ) -> NetworkZoneFigures {
        let links = members.links.sorted {
            (topology.links[$0].length, $0) < (topology.links[$1].length, $1)
        }
        return NetworkZoneFigures(
            zone: zone, ways: ways, junctions: members.junctions.count, links: links,
            deadEnds: members.deadEnds, streetBlocks: members.streetBlocks,
            residentialBlocks: members.residentialBlocks,
            spacing: JunctionSpacing(lengths: links.map { topology.links[$0].length }))
    }

    private var places: NetworkPlacesJudged {
        let compounds = ClosedCompounds(blocks: area.blocks)
        func byBlock(_ compounds: [ClosedCompound]) -> [Int: ClosedCompound] {
            Dictionary(compounds.map { ($0.block, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return NetworkPlacesJudged(
            blocks: area.blocks, streetBlocks: streetBlocks, closed: byBlock(compounds.closed),
            possiblyClosed: byBlock(compounds.possiblyClosed))
    }

    /// What lies in each zone: in the first unit that covers it, and in every band that does.
    private func members() throws -> [ZoneMembers] {
        var sorter = try MemberSorter(units: window.units, bands: window.bands)
        let network = area.network
        for (place, node) in topology.junctions.enumerated() {
            try sorter.add(place, at: network.position(of: node), to: \.junctions)
        }
        for (place, link) in topology.links.enumerated() {
            try sorter.add(place, at: link.midpoint, to: \.links)
        }
        for (place, end) in deadEnds.enumerated() { try sorter.add(place, at: end.position, to: \.deadEnds) }
        for (place, block) in streetBlocks.enumerated() {
            try sorter.add(place, at: block.position, to: \.streetBlocks)
        }
        for (place, block) in area.blocks.enumerated() {
            try sorter.add(place, at: block.origin, to: \.residentialBlocks)
        }
        return sorter.members
    }
}

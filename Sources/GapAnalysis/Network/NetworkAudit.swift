import PedestrianNetworks
public import Standards
public import StudyAreas

/// The walking network held against a standard's figures for it: how dense, how far apart its junctions, how large
/// what it encloses (Docs/Methods: The walking network's own figures).
public struct NetworkAudit: Sendable {
    /// The network, the units, and where given blocks and stations, the latter as the facilities.
    public let area: StudyArea
    /// The standard.
    public let standard: FacilityStandard
    /// By unit in input order, or of the hull of the ways.
    public let units: [NetworkZoneFigures]
    /// By station in input order, for each radius that the standard names; none without stations.
    public let stationBands: [NetworkZoneFigures]
    /// All links between neighbouring junctions, wherever they lie.
    public let links: [JunctionLink]
    /// All dead ends but those at the edge of the window.
    public let deadEnds: [DeadEnd]
    /// Everything that the ways enclose.
    public let streetBlocks: [StreetBlock]
    /// The closed compounds whose extent is known.
    public let compounds: [ClosedCompound]
    /// The offending places: links, dead ends, street blocks, compounds, the largest of each first.
    public let offences: [NetworkOffence]

    /// The area's findings, and what to know of the standard.
    public var findings: [Finding] { area.findings + standard.draftFindings }

    /// The junction spacing that shares over the limit are about: the largest figure that holds in such a zone.
    public func spacingLimit(of zone: NetworkZone) -> Double? {
        standard.network.compactMap { $0.maximumSpacing(in: [zone.scope]) }.max()
    }

    /// How many street blocks of a zone are larger than so many hectares.
    public func streetBlocks(of figures: NetworkZoneFigures, over hectares: Double) -> Int {
        figures.streetBlocks.count { streetBlocks[$0].hectares > hectares }
    }
}

extension NetworkZone {
    /// Which of a standard's figures hold in the zone.
    var scope: NetworkScope {
        if case .stationBand(let metres) = kind { .stationBand(metres: metres) } else { .general }
    }
}

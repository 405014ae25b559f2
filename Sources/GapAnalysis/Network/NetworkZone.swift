public import Geometry
public import PedestrianNetworks

/// An area whose network is measured.
public struct NetworkZone: Sendable {
    /// What makes an area a zone.
    public enum Kind: Hashable, Sendable {
        /// A unit that was given.
        case unit
        /// The convex hull of the ways, when no units were given.
        case hull
        /// What lies within so many metres of a rail station.
        case stationBand(metres: Double)
    }

    /// What makes it a zone.
    public let kind: Kind
    /// The unit's or the station's id; `all` for the hull.
    public let id: String
    /// Its name, when it has one.
    public let name: String?
    /// In the plane; empty when nothing of it lies in the window.
    public let polygons: [Polygon]
    /// In m².
    public let area: Double

    init(_ kind: Kind, id: String, name: String?, polygons: [Polygon]) {
        self.kind = kind
        self.id = id
        self.name = name
        self.polygons = polygons
        area = polygons.reduce(0) { $0 + $1.area }
    }

    /// Whether this is land around a station.
    public var isStationBand: Bool {
        if case .stationBand = kind { true } else { false }
    }
}

/// What was measured in a zone, and what the standard makes of it.
public struct NetworkZoneFigures: Sendable {
    /// The zone.
    public let zone: NetworkZone
    /// The ways in it.
    public let ways: WalkingDistance
    /// How many junctions lie in it.
    public let junctions: Int
    /// The links whose midpoint lies in it, places in the audit's links, the shortest first.
    public let links: [Int]
    /// The dead ends in it, places in the audit's dead ends.
    public let deadEnds: [Int]
    /// The street blocks that lie in it, places in the audit's street blocks.
    public let streetBlocks: [Int]
    /// The residential blocks that lie in it, places in the area's blocks.
    public let residentialBlocks: [Int]
    /// The walks between neighbouring junctions.
    public let spacing: JunctionSpacing
    /// By requirement that holds in such a zone, in the standard's order.
    public internal(set) var judgements: [NetworkJudgement] = []

    /// Kilometres of ways per square kilometre, to three decimals; nil when the zone has no area.
    public var density: Double? {
        guard zone.area > 0 else { return nil }
        return (ways.metres / zone.area * 1e6).rounded() / 1000
    }
}

/// The walks between neighbouring junctions of a zone.
public struct JunctionSpacing: Hashable, Sendable {
    /// In ascending order.
    public let lengths: [WalkingDistance]

    /// The middle one, or the mean of the two middle ones; nil when there is none.
    public var median: WalkingDistance? {
        guard !lengths.isEmpty else { return nil }
        let (low, high) = (lengths[(lengths.count - 1) / 2], lengths[lengths.count / 2])
        return WalkingDistance(micrometres: (low.micrometres + high.micrometres) / 2)
    }

    /// How many are longer than `metres`.
    public func count(over metres: Double) -> Int {
        let limit = WalkingDistance.limit(metres: metres)
        return lengths.count { $0 > limit }
    }

    /// Which share is longer than `metres`, 0…1; nil when there are none.
    public func share(over metres: Double) -> Double? {
        lengths.isEmpty ? nil : Double(count(over: metres)) / Double(lengths.count)
    }
}

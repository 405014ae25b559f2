public import Geometry

/// What an OSM file tells about walking in a place; everything in degrees, in the order of OpenStreetMap's ids.
///
/// Objects in another order in the file give the same value.
public struct OSMExtract: Hashable, Sendable {
    /// Everything that can be walked.
    public var ways: [OSMWay] = []
    /// Walls, water and railways.
    public var barriers: [OSMBarrier] = []
    /// Doors and ways in.
    public var entrances: [OSMEntrance] = []
    /// Barriers on nodes, also those anybody gets past.
    public var gates: [OSMGate] = []
    /// Anything with a key that facilities have; sorting it into kinds is for others.
    public var places: [OSMPlace] = []
    /// Buildings people live in.
    public var buildings: [OSMPlace] = []
    /// Land that is used for living.
    public var residentialLand: [OSMPlace] = []
    /// Where walkable ways leave the extract: walks near these places may be longer here than in truth.
    public var edgeOfData: [OSMEdgePoint] = []
    /// What was counted, changed and left out.
    public var report = OSMReport()
}

/// The last known node of a walkable way whose next node is not in the file.
public struct OSMEdgePoint: Hashable, Sendable {
    /// The way that goes on outside.
    public let way: Int64
    /// The node it is last seen at.
    public let node: Int64
    /// Longitude and latitude in degrees.
    public let position: Position
}

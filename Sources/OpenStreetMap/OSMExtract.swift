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

extension OSMExtract {
    /// Parts of an extract, for those who do not need all of them.
    ///
    /// What the report says of objects outside the asked parts is complete, but for walkable ways.
    public struct Parts: OptionSet, Hashable, Sendable {
        /// One bit a part.
        public let rawValue: UInt8

        /// The parts whose bits are set; other bits mean nothing.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Walkable ways, the edge of the data and what the report tells about both.
        public static let ways = Parts(rawValue: 1)
        /// Walls, water and railways.
        public static let barriers = Parts(rawValue: 2)
        /// Entrances and gates.
        public static let doors = Parts(rawValue: 4)
        /// Places that may be facilities.
        public static let places = Parts(rawValue: 8)
        /// Residential buildings and land.
        public static let homes = Parts(rawValue: 16)
        /// Everything.
        public static let all: Parts = [.ways, .barriers, .doors, .places, .homes]
    }

    /// Lets go of all other parts; the report goes with the ways.
    public mutating func keep(only parts: Parts) {
        if !parts.contains(.ways) { (ways, edgeOfData, report) = ([], [], OSMReport()) }
        if !parts.contains(.barriers) { barriers = [] }
        if !parts.contains(.doors) { (entrances, gates) = ([], []) }
        if !parts.contains(.places) { places = [] }
        if !parts.contains(.homes) { (buildings, residentialLand) = ([], []) }
    }
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

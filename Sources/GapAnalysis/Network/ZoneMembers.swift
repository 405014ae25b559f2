import Geometry

/// What lies in a zone, each by its place in the audit.
struct ZoneMembers: Sendable {
    var junctions: [Int] = []
    var links: [Int] = []
    var deadEnds: [Int] = []
    var streetBlocks: [Int] = []
    var residentialBlocks: [Int] = []
}

/// Sorts things into zones by the position that stands for them.
///
/// Units share the land out, so a position on a common boundary counts in the first one only; bands around
/// stations may overlap, and each is judged by everything in it.
struct MemberSorter {
    /// Of the units, then of the bands.
    private(set) var members: [ZoneMembers]
    private let units: SurfaceLocator
    private let bands: SurfaceLocator
    private let unitCount: Int
    private var scratch = SpatialIndex.Scratch()

    init(units: [NetworkZone], bands: [NetworkZone]) throws {
        let context = GEOSContext()
        self.units = try SurfaceLocator(units.map(\.polygons), context)
        self.bands = try SurfaceLocator(bands.map(\.polygons), context)
        unitCount = units.count
        members = [ZoneMembers](repeating: ZoneMembers(), count: units.count + bands.count)
    }

    mutating func add(
        _ place: Int, at position: Position, to list: WritableKeyPath<ZoneMembers, [Int]>
    ) throws {
        if let unit = try units.surfaces(over: position, &scratch).first {
            members[unit][keyPath: list].append(place)
        }
        for band in try bands.surfaces(over: position, &scratch) {
            members[unitCount + band][keyPath: list].append(place)
        }
    }
}

public import Geometry
public import StudyAreas
public import WalkAccess

/// How parks are audited.
public struct ParkAuditOptions: Hashable, Sendable {
    /// The service radius in metres.
    public var radius: Double
    /// The least area of an open space that counts, in m²; with 0 every one counts, of known size or not.
    public var minimumArea: Double
    /// At most this many tasks.
    public var threads: Int

    /// The figures of Suzhou's action 6 (400m² 以上公园绿地 300 米服务半径全覆盖), unless told otherwise.
    public init(radius: Double = 300, minimumArea: Double = 400, threads: Int = 1) {
        self.radius = radius
        self.minimumArea = minimumArea
        self.threads = threads
    }
}

/// Whether an open space counts.
public enum ParkStanding: String, Sendable, CaseIterable {
    /// At least as large as asked.
    case counted
    /// Known to be too small.
    case tooSmall = "too_small"
    /// Of unknown size: neither counted nor too small.
    case sizeUnknown = "size_unknown"
}

/// Residential land, people and blocks within reach of parks, and the shares that makes of those assessed.
public struct ParkCoverage: Sendable {
    /// Covered and assessed residential land, in m².
    public private(set) var land = (covered: 0.0, assessed: 0.0)
    /// Covered and assessed residents.
    public private(set) var population = (covered: 0.0, assessed: 0.0)
    /// Covered and assessed blocks.
    public private(set) var blocks = (covered: 0, assessed: 0)

    /// Counts a block as assessed, `coveredLand` m² of its land as covered, its residents when `isCovered`.
    ///
    /// Land is summed to 1/1024 m²: such fractions add up exactly in any order, so that equal blocks make equal
    /// shares.
    mutating func add(_ block: ResidentialBlock, land coveredLand: Double, isCovered: Bool) {
        land.assessed += (block.shape.area * 1024).rounded() / 1024
        land.covered += (coveredLand * 1024).rounded() / 1024
        population.assessed += block.population ?? 0
        blocks.assessed += 1
        guard isCovered else { return }
        population.covered += block.population ?? 0
        blocks.covered += 1
    }

    /// The share of the residential land, 0…1; nil when there is none.
    public var landShare: Double? { land.assessed > 0 ? land.covered / land.assessed : nil }
    /// The share of the residents, 0…1; nil when there are none.
    public var populationShare: Double? {
        population.assessed > 0 ? population.covered / population.assessed : nil
    }
    /// The share of the blocks, 0…1; nil when there are none.
    public var blockShare: Double? {
        blocks.assessed > 0 ? Double(blocks.covered) / Double(blocks.assessed) : nil
    }
}

/// How one block stands to the parks.
public struct ParkBlock: Sendable {
    /// The park nearest as the crow flies among those counted, a place in the area's facilities.
    public let nearestPark: Int?
    /// The straight line from the block's origin to that park, in metres.
    public let straight: Double?
    /// Whether that is within the radius.
    public let isWithinRadius: Bool
    /// Whether that park, or one of unknown size, is within the radius.
    public let isWithinRadiusWithUnknown: Bool
    /// The nearest walk to a counted park; nil without a network, or when there is none within reach.
    public let walk: NearestWalk?
    /// Whether the walk is within the radius; nil when the block cannot be assessed on foot.
    public let isWithinWalk: Bool?
    /// The land of the block beyond the radius of every counted park; empty when all is covered or the block is
    /// a point.
    public let uncovered: [Polygon]
    /// The area of that land in m².
    public let uncoveredArea: Double
    /// The area of the land whose own walk to a counted park is longer than the radius, in m²; nil when the block
    /// cannot be assessed on foot.
    public let walkUncoveredArea: Double?
    /// The area of what also lies beyond the radius of every park of unknown size, in m².
    public let uncoveredAreaWithUnknown: Double

    /// Whether the block has a park by radius, but not on foot.
    public var isLostOnFoot: Bool { isWithinRadius && isWithinWalk == false }
}

/// A connected piece of residential land that nothing serves (服务盲区); pieces that touch are connected.
public struct UncoveredPatch: Sendable {
    /// Its outline.
    public let polygons: [Polygon]
    /// Its area in m²; where blocks overlap, the land of each.
    public let area: Double
    /// The residents of its blocks, each by the share of its land that lies in the patch; 0 where unknown.
    public let population: Double
    /// The blocks it is part of, places in the area's blocks, in input order.
    public let blocks: [Int]

    /// The outline as one shape.
    public var shape: Shape { polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons) }
}

/// Open spaces held against a service radius and against the walk of the same length.
///
/// By radius, land is counted by exact overlay: a block's land is covered as far as it lies within the radius of
/// a counted park's boundary or inside it; on foot, as far as the walk from the spot itself is within it. Residents and blocks are counted by the block's origin, so that the
/// two answers, by radius and on foot, are about the same people. Parks whose size is not known are not counted,
/// and what they would add is told beside it.
public struct ParkAudit: Sendable {
    /// Blocks, parks and, where given, the network.
    public let area: StudyArea
    /// What was asked for.
    public let options: ParkAuditOptions
    /// The area's findings, which parks overlap, and what the edge of the data leaves open.
    public let findings: [Finding]
    /// By facility of the area.
    public let standings: [ParkStanding]
    /// By block of the area.
    public let blocks: [ParkBlock]
    /// Within the radius of counted parks.
    public let byRadius: ParkCoverage
    /// Within the radius of parks that are counted or of unknown size: never less than `byRadius`.
    public let byRadiusWithUnknown: ParkCoverage
    /// Within a walk of the radius; nil without a network.
    public let onFoot: ParkCoverage?
    /// Land that no counted park serves, the largest patch first.
    public let patches: [UncoveredPatch]
    /// Which answers could be better if the data went on beyond its edge.
    public let edge: ParkDoubt

    /// The work that the search for walks did.
    public let counters: SearchCounters

    /// The residents of some blocks, as far as known; nil when the population of none is.
    public func residents(of blocks: [Int]) -> Double? {
        let known = blocks.compactMap { area.blocks[$0].population }
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    /// The blocks that are covered by radius but not on foot.
    public var lostBlocks: [Int] { blocks.indices.filter { blocks[$0].isLostOnFoot } }
}

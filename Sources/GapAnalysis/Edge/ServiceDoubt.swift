public import PedestrianNetworks
import Standards
import StudyAreas

/// Which figures of facilities, of supply and of blind spots could be others if the data went on beyond its edge.
///
/// Those who walk to a facility are certain when the edge is further from it than its lenient limit, and further from
/// each of their blocks than the facility is.
public struct ServiceDoubt: Sendable {
    /// By facility, the walk to the edge of the data; nil when it is longer than the widest limit of the standard.
    public let walks: [WalkingDistance?]
    /// By requirement: the facilities that more or other residents may go to.
    private let facilities: [Set<Int>]
    /// By requirement: the units with residents whom only a facility beyond the edge may serve.
    private let units: [Set<Int>]
    /// By requirement: whether there are such residents anywhere.
    private let anywhere: [Bool]
    /// By requirement: the blocks from which the edge is within the lenient limit.
    private let blocks: [Set<Int>]

    init(of results: [RequirementAudit], in area: StudyArea, edge: EdgeDistances) {
        walks = edge.facilityWalks
        let byKind = Dictionary(grouping: area.facilities.indices) { area.facilities[$0].kind }
        var sums: [RequirementDoubt] = []
        for result in results {
            var sum = RequirementDoubt(
                limit: result.limits.lenient, isByRadius: result.requirement.isByRadius, edge: edge)
            sum.add(facilities: byKind[result.requirement.kind] ?? [])
            for (block, assessment) in result.assessments.enumerated() {
                sum.add(block, assessment, unit: area.blocks[block].unit)
            }
            sums.append(sum)
        }
        facilities = sums.map(\.facilities)
        units = sums.map(\.units)
        anywhere = sums.map(\.isAnywhere)
        blocks = sums.map(\.blocks)
    }

    /// Whether more or other residents may go to `facility` under requirement `requirement`.
    public func isUncertain(_ requirement: Int, facility: Int) -> Bool {
        facilities[requirement].contains(facility)
    }

    /// Whether more residents of the scope may have a facility, or more or other residents go to the one it is of.
    public func isUncertain(_ provision: Provision) -> Bool {
        switch provision.scope {
        case .area: anywhere[provision.requirement]
        case .unit(let unit): units[provision.requirement].contains(unit)
        case .facility(let facility): facilities[provision.requirement].contains(facility)
        }
    }

    /// How many blocks of a blind spot may be reached from beyond the edge.
    public func count(ofBlocksIn patch: UncoveredPatch, _ requirement: Int) -> Int {
        patch.blocks.count { blocks[requirement].contains($0) }
    }
}

/// The sums under one requirement.
private struct RequirementDoubt {
    let limit: WalkingDistance
    let isByRadius: Bool
    let edge: EdgeDistances
    var facilities: Set<Int> = []
    var units: Set<Int> = []
    var isAnywhere = false
    var blocks: Set<Int> = []

    mutating func add(facilities places: [Int]) {
        for place in places {
            let near = isByRadius ? edge.facilityLines[place] : edge.facilityWalks[place]
            if let near, near <= limit { facilities.insert(place) }
        }
    }

    mutating func add(_ block: Int, _ assessment: Assessment, unit: Int?) {
        guard assessment.verdict.isAssessed, let near = isByRadius ? edge.lines[block] : edge.walks[block]
        else { return }
        if near <= limit { blocks.insert(block) }
        if let facility = assessment.facility, let walk = assessment.distance,
            let near = edge.walks[block], near < walk
        {
            facilities.insert(facility)
        }
        if isByRadius, let facility = assessment.straightFacility, let line = assessment.straight,
            near.metres < line
        {
            facilities.insert(facility)
        }
        if assessment.verdict == .gap, near <= limit {
            isAnywhere = true
            if let unit { units.insert(unit) }
        }
    }
}

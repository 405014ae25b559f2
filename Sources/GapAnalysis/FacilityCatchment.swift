import Standards
import StudyAreas

/// Who walks to one facility: the blocks it is the nearest adequate facility of, within the lenient limit.
///
/// Catchments of one kind do not overlap; together they are the blocks that are met or marginal by a facility of
/// the requirement's own kind. Who walks to a building for one of the other facilities in it is not counted.
public struct FacilityCatchment: Hashable, Sendable {
    /// The place of the requirement in the audit.
    public let requirement: Int
    /// The number of blocks.
    public private(set) var blocks = 0
    /// Their residents, as far as known.
    public private(set) var population = 0.0
    /// Their land in m², as far as known.
    public private(set) var land = 0.0
    /// The most residents that the table makes one facility for, or one of its circle (服务人口); nil where it
    /// does not say.
    public let servicePopulation: Int?

    /// Whether more residents walk to it than it is made for; nil when that is not said.
    public var isOverloaded: Bool? { servicePopulation.map { population > Double($0) } }

    init(requirement: Int, servicePopulation: Int?) {
        self.requirement = requirement
        self.servicePopulation = servicePopulation
    }

    private mutating func add(_ block: ResidentialBlock) {
        blocks += 1
        population += block.population ?? 0
        land += block.landArea ?? 0
    }

    /// By facility of `area`; nil for kinds that no requirement judges. Of several requirements of one kind the
    /// first counts, as for `FacilityReach`.
    static func all(
        in area: StudyArea, results: [RequirementAudit], standard: FacilityStandard
    ) -> [FacilityCatchment?] {
        var catchments = [FacilityCatchment?](repeating: nil, count: area.facilities.count)
        for (place, result) in results.enumerated() {
            let served = standard.peoplePerFacility(result.requirement)?.people
            for (index, facility) in area.facilities.enumerated()
            where facility.kind == result.requirement.kind && catchments[index] == nil {
                catchments[index] = FacilityCatchment(requirement: place, servicePopulation: served)
            }
            for (block, assessment) in zip(area.blocks, result.assessments)
            where assessment.verdict == .met || assessment.verdict == .marginal {
                guard let facility = assessment.facility,
                    catchments[facility]?.requirement == place
                else { continue }
                catchments[facility]?.add(block)
            }
        }
        return catchments
    }
}

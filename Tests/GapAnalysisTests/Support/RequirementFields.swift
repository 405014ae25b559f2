import GapAnalysis
import Standards
import StudyAreas

/// Every figure of an audit that is about one requirement, by where it stands.
///
/// Read by reflection, so that what results gain in future is compared as well. Facilities, units and blocks stand
/// by their ids; the places of requirements in the standard are left out, for these may differ.
struct RequirementFields: Equatable {
    private(set) var values: [String: String] = [:]

    /// What `audit` says of the requirement `id`; nothing when its standard has none of that id.
    init(of id: FacilityRequirement.ID, in audit: Audit) {
        guard let place = audit.requirements.firstIndex(where: { $0.requirement.id == id }) else { return }
        let (result, area) = (audit.requirements[place], audit.area)
        add(result.requirement, "requirement")
        add(result.limits, "limits")
        for (block, assessment) in zip(area.blocks, result.assessments) {
            add(assessment, "assessment of \(block.id)")
        }
        for block in area.blocks.indices {
            add(audit.edge.isUncertain(place, block: block), "doubt of \(area.blocks[block].id)")
        }
        for row in audit.coverage where row.requirement == place {
            add(row, "coverage of \(row.unit.map { area.units[$0].id } ?? "all")")
        }
        for row in audit.supply where row.requirement == place {
            add(row, "supply of \(row.scope)")
            add([row.verdict] + row.amountVerdicts, "supply verdicts of \(row.scope)")
        }
        add(audit.blindSpots[place], "blind spots")
        for (facility, reach) in zip(area.facilities, audit.facilityReach) where reach?.requirement == place {
            add(reach as Any, "reach of \(facility.id)")
        }
        for (facility, catchment) in zip(area.facilities, audit.catchments)
        where catchment?.requirement == place { add(catchment as Any, "catchment of \(facility.id)") }
    }

    /// Where two differ.
    func differences(from other: RequirementFields) -> [String] {
        Set(values.keys).union(other.values.keys).filter { values[$0] != other.values[$0] }.sorted()
    }

    private mutating func add(_ value: Any, _ path: String) {
        let mirror = Mirror(reflecting: value)
        if mirror.children.isEmpty {
            values[path] = "\(value)"
        } else if mirror.displayStyle == .set || mirror.displayStyle == .dictionary {
            // The order of a set is no figure: it is another in every set of the same members.
            values[path] = mirror.children.map { "\($0.value)" }.sorted().joined(separator: ", ")
        } else {
            for (number, child) in mirror.children.enumerated() {
                if child.label == "requirement", child.value is Int { continue }
                add(child.value, "\(path)/\(child.label ?? "\(number)")")
            }
        }
    }
}

import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

extension Village {
    /// Health centres 500 m from the blocks. Under the draft one health centre is for 30,000 to 100,000 people and has 1400 m² at least.
    static func health(residents: [Double?], floors: [Double?]) -> Village {
        var village = Village.street()
        for count in residents { village.addBlock(0, 0, population: count) }
        for floor in floors { village.addFacility("health_centre", 500, 0, floor: floor) }
        return village
    }

    /// What there is for whom under one row.
    func provision(
        _ requirement: String = "health_centre", _ scope: Provision.Scope = .area,
        in standard: String = "chongqing-2024-draft"
    ) async throws -> Provision {
        let audit = try await audit(by: standard)
        let place = try #require(audit.requirements.firstIndex { $0.requirement.id == requirement })
        return try #require(audit.supply.first { $0.requirement == place && $0.scope == scope })
    }
}

extension Provision {
    var floorArea: AmountPerResident { amounts[0] }
    var floorVerdict: ProvisionVerdict? { amountVerdicts[0] }
    var places: AmountPerResident { amounts[1] }
    var placesVerdict: ProvisionVerdict? { amountVerdicts[1] }
}

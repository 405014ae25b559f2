import Standards
import StudyAreas

/// Floor area per resident against the least floor of a facility for as many people as it is for.
struct FloorAreaRule: AmountRule {
    static let columns = AmountColumns(
        amount: "floor_area_m2", unknown: "floor_area_unknown", perThousand: "floor_area_per_1000",
        askedPerThousand: "floor_area_per_1000_asked", verdict: "floor_verdict")

    func asked(
        _ requirement: FacilityRequirement, in standard: FacilityStandard
    ) -> (amount: Double, people: Double)? {
        guard let least = requirement.minimum.floorAreaM2,
            let served = standard.peoplePerFacility(requirement)
        else { return nil }
        return (least, Double(served.people))
    }

    func amount(of facility: Facility) -> Double? { facility.floorArea }
}

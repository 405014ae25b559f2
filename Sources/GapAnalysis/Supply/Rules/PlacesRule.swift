import Standards
import StudyAreas

/// Places per resident against the places per thousand that are asked for.
struct PlacesRule: AmountRule {
    static let columns = AmountColumns(
        amount: "places", unknown: "places_unknown", perThousand: "places_per_1000",
        askedPerThousand: "places_per_1000_asked", verdict: "places_verdict")

    func asked(
        _ requirement: FacilityRequirement, in standard: FacilityStandard
    ) -> (amount: Double, people: Double)? {
        requirement.minimum.placesPerThousand.map { ($0, 1000) }
    }

    func amount(of facility: Facility) -> Double? { facility.places }
}

/// What a facility has to offer besides areas.
public struct MinimumCapacity: Sendable, Hashable {
    /// What is counted.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        /// Places per thousand residents served (每千人托位数).
        case placesPerThousand = "min_places_per_1000"
        /// People fed at one meal (供餐能力 人/餐).
        case dinersPerMeal = "min_diners_per_meal"
        /// Beds (床位).
        case beds = "min_beds"
        /// Floor area in thousandths of the floor area it looks after (物业总面积的‰).
        case floorAreaPerMille = "min_floor_area_per_mille"
    }

    /// What is counted; the raw value is the key in files.
    public let measure: Measure
    /// The least of it; positive.
    public let amount: Double

    /// A capacity from its parts.
    public init(_ measure: Measure, _ amount: Double) {
        precondition(amount > 0, "0 < amount")
        self.measure = measure
        self.amount = amount
    }
}

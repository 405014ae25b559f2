import Standards

extension FacilityStandard {
    /// How many people one facility of a requirement is for at most, and where the document says so: in the row,
    /// else in the circle it names (one facility a circle); nil where it says nothing.
    func peoplePerFacility(
        _ requirement: FacilityRequirement
    ) -> (people: Int, basis: Provision.Basis)? {
        if let served = requirement.servicePopulation {
            return served.maximum.map { ($0, .requirement) }
        }
        let defined = requirement.distance.circle.flatMap { self.circle($0.judgedBy) }
        return (defined?.populationMaximum ?? defined?.population).map { ($0, .circle) }
    }
}

extension MinimumSize {
    /// The places that are asked for a thousand residents, as the only way or as one of several; nil for none.
    var placesPerThousand: Double? {
        let own = capacities.first { $0.measure == .placesPerThousand }?.amount
        return own ?? anyOf.lazy.compactMap(\.placesPerThousand).first
    }
}

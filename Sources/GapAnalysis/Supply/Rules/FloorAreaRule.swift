/// Floor area per resident against the least floor of a facility for as many people as it is for.
struct FloorAreaRule: SupplyRule {
    func verdict(on provision: Provision) -> ProvisionVerdict? {
        verdict(on: provision.floorArea, of: provision)
    }
}

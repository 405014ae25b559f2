/// Places per resident against the places per thousand that are asked for.
struct PlacesRule: SupplyRule {
    func verdict(on provision: Provision) -> ProvisionVerdict? {
        verdict(on: provision.places, of: provision)
    }
}

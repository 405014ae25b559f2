/// Facilities needed for so many residents against those that are large enough.
struct FacilityCountRule: SupplyRule {
    func verdict(on provision: Provision) -> ProvisionVerdict? {
        guard let needed = provision.needed else { return nil }
        if provision.adequate >= needed { return provision.isCounted ? .enough : .open }
        if provision.isUnsurveyed { return .open }
        return provision.adequate + provision.sizeUnknown >= needed ? .open : .short
    }
}

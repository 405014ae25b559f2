/// Compares what there is of something with what the residents of a scope are owed (Docs/Methods: Supply).
protocol SupplyRule {
    /// Whether there is enough; nil where the document asks for nothing of the sort.
    func verdict(on provision: Provision) -> ProvisionVerdict?
}

extension SupplyRule {
    /// The verdict on an amount per resident.
    func verdict(on amount: AmountPerResident, of provision: Provision) -> ProvisionVerdict? {
        guard let isReached = amount.isReached(by: provision.residents) else { return nil }
        if isReached { return provision.isCounted ? .enough : .open }
        if provision.isUnsurveyed { return .open }
        // How much of a facility that lies elsewhere is theirs, nobody knows.
        return amount.unknown > 0 || provision.outside > 0 ? .open : .short
    }
}

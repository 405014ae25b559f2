/// Compares what there is of something with what the residents of a scope are owed (Docs/Methods: Supply).
protocol SupplyRule: Sendable {
    /// Whether there is enough; nil where the document asks for nothing of the sort.
    func verdict(on provision: Provision) -> ProvisionVerdict?
}

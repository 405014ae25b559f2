import VectorFiles

/// What findings call a feature before it has become a place: its id, or `#12`, and its residents if it says.
struct FeatureNaming: Sendable {
    private let role: String
    private let id: Int?
    private let population: Int?

    /// - Throws: `StudyAreaError.noColumn` when the user named an id column that is not there.
    init(_ raw: RawLayer) throws(StudyAreaError) {
        role = raw.role
        id = try raw.input.column(.id, in: raw.table, layer: raw.role)
        population =
            raw.role == "blocks"
            ? try raw.input.column(.population, in: raw.table, layer: raw.role) : nil
    }

    func name(of feature: Feature) -> String {
        let own = id.flatMap { feature.value($0).text?.trimmed } ?? ""
        return own.isEmpty ? "#\(feature.number)" : own
    }

    func finding(_ code: Finding.Code, on feature: Feature, arguments: [String]) -> Finding {
        let residents = population.flatMap { feature.value($0).text }.flatMap { Double($0.trimmed) }
        return Finding(
            code, layer: role, feature: name(of: feature), arguments: arguments,
            population: residents.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil })
    }
}

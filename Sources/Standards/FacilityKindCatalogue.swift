internal import StrictYAML

/// The kinds of facilities that names in users' data are matched to.
public struct FacilityKindCatalogue: Sendable {
    /// The kinds, those of the bundled standards first.
    public let kinds: [FacilityKind]
    private let indexByName: [String: Int]
    private let indexByID: [FacilityKind.ID: Int]

    /// A catalogue of kinds; where two kinds share a name, the first has it.
    public init(kinds: [FacilityKind]) {
        self.kinds = kinds
        var indexByName: [String: Int] = [:]
        for (index, kind) in kinds.enumerated() {
            for name in kind.names.compactMap(NameFolding.folded) where indexByName[name] == nil {
                indexByName[name] = index
            }
        }
        self.indexByName = indexByName
        indexByID = Dictionary(
            kinds.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The ids of all kinds.
    public var ids: [FacilityKind.ID] { kinds.map(\.id) }

    /// The kind with an id, or `nil`.
    public func kind(id: FacilityKind.ID) -> FacilityKind? { indexByID[id].map { kinds[$0] } }

    /// The kind that a name in somebody's data means, or `nil`: unknown is a legal outcome.
    ///
    /// The name may be an id, a Chinese or English title or an alias. Letter case, white space, underscores,
    /// hyphens and the width of characters do not matter, nor does a remark in parentheses at the end
    /// (`社区文化活动中心 (含青少年、老年活动中心)`), unless a name with the very remark is known.
    public func kind(named raw: String) -> FacilityKind? {
        guard let name = NameFolding.folded(raw) else { return nil }
        if let index = indexByName[name] { return kinds[index] }
        return NameFolding.withoutRemark(name).flatMap { indexByName[$0] }.map { kinds[$0] }
    }

    /// The names nearest to one that means no kind, at most three, each of another kind, the nearest first.
    public func suggestions(for raw: String) -> [String] {
        guard let name = NameFolding.folded(raw) else { return [] }
        let wanted = NameFolding.withoutRemark(name) ?? name
        let names = kinds.flatMap { [$0.title, $0.titleEn, $0.id] + $0.aliases }
        var taken: Set<FacilityKind.ID> = []
        let nearest = Spelling.nearest(to: wanted, among: names, limit: names.count)
        return Array(nearest.filter { taken.insert(kind(named: $0)?.id ?? $0).inserted }.prefix(3))
    }

    /// The catalogue that comes with the program.
    public static let bundled: FacilityKindCatalogue = {
        let text = String(decoding: PackageResources.facility_kinds_yaml, as: UTF8.self)
        do {
            return try FacilityKindDecoder.decode(text: text, file: "facility-kinds.yaml")
        } catch {
            preconditionFailure("the bundled catalogue is broken: \(error)")
        }
    }()
}

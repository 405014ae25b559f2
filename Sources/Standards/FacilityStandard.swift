/// A planning document's facility table (设施配置一览表) as data, every figure with its source.
public struct FacilityStandard: Sendable, Hashable, Identifiable {
    /// The document a standard is taken from.
    public struct Source: Sendable, Hashable {
        /// The document's title as printed.
        public let title: String
        /// The year the document takes effect.
        public let year: Int

        /// A source from its parts.
        public init(title: String, year: Int) {
            self.title = title
            self.year = year
        }
    }

    /// The name a user chooses it by, such as `suzhou-2021`.
    public let id: String
    /// The version of this transcription, which changes whenever a figure does.
    public let version: String
    /// The name in Chinese.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// The document.
    public let source: Source
    /// Whether the document is a draft, so that results have to say so.
    public let draft: Bool
    /// The life circles the document defines, the narrowest first.
    public let circles: [LifeCircle]
    /// The rows in the document's order.
    public let requirements: [FacilityRequirement]
    /// What the document asks of the walking network itself; empty when it gives no such figure.
    public let network: [NetworkRequirement]
    /// Buildings that provide several of the required facilities at once.
    public let bundles: [FacilityBundle]
    /// How large communities and groups of circles are to be.
    public let units: [UnitSize]
    /// Figures the document recommends beside its tables.
    public let guidance: [GuidanceFigure]
    /// What it says of facilities that neighbours provide; `nil` where it says nothing.
    public let neighbouringProvision: NeighbouringProvision?
    /// Where the document contradicts itself or leaves its meaning open.
    public let discrepancies: [Discrepancy]
    /// Figures that a project has set otherwise than the document; empty for the document as it is.
    public internal(set) var overrides: [OverriddenFigure] = []

    /// A standard from its parts; every circle a requirement names has to be among `circles`, and every
    /// requirement a bundle names among `requirements`.
    public init(
        id: String, version: String, title: String, titleEn: String, source: Source, draft: Bool = false,
        circles: [LifeCircle], requirements: [FacilityRequirement], network: [NetworkRequirement] = [],
        bundles: [FacilityBundle] = [], units: [UnitSize] = [], guidance: [GuidanceFigure] = [],
        neighbouringProvision: NeighbouringProvision? = nil, discrepancies: [Discrepancy] = []
    ) {
        let tiers = Set(circles.map(\.tier))
        precondition(
            requirements.compactMap(\.distance.circle).allSatisfy { tiers.contains($0.judgedBy) },
            "a requirement is judged by a circle the standard does not define")
        let rows = Set(requirements.map(\.id))
        precondition(
            bundles.allSatisfy { bundle in
                rows.contains(bundle.requirement)
                    && bundle.parts.allSatisfy { $0.satisfies.map(rows.contains) ?? true }
            }, "a bundle names a requirement the standard does not have")
        self.id = id
        self.version = version
        self.title = title
        self.titleEn = titleEn
        self.source = source
        self.draft = draft
        self.circles = circles.sorted { $0.tier < $1.tier }
        self.requirements = requirements
        self.network = network
        self.bundles = bundles
        self.units = units
        self.guidance = guidance
        self.neighbouringProvision = neighbouringProvision
        self.discrepancies = discrepancies
    }

    /// The circle of so many minutes, or `nil` when the document does not define it.
    public func circle(_ tier: LifeCircleTier) -> LifeCircle? { circles.first { $0.tier == tier } }

    /// The requirement with an id, or `nil`.
    public func requirement(id: String) -> FacilityRequirement? { requirements.first { $0.id == id } }

    /// The kinds of facility that satisfy a requirement: its own, then those of the bundles that provide it.
    public func kinds(satisfying requirement: FacilityRequirement) -> [FacilityKind.ID] {
        let providers = bundles.filter { $0.parts.contains { $0.satisfies == requirement.id } }
        let kinds = providers.compactMap { self.requirement(id: $0.requirement)?.kind }
        return [requirement.kind] + kinds.filter { $0 != requirement.kind }
    }

    /// The distances a requirement is judged by, in metres: its own or its circle's two, or the radius twice.
    ///
    /// Asking for another standard's requirement whose circle this one lacks is a programmer's mistake.
    public func limits(of requirement: FacilityRequirement) -> (strict: Double, lenient: Double) {
        switch requirement.distance {
        case .radius(let metres): return (metres, metres)
        case .walk(let walk, _): return (walk.strictMetres, walk.lenientMetres)
        case .walking(let required):
            guard let circle = circle(required.judgedBy) else {
                preconditionFailure("'\(requirement.id)' is not a requirement of '\(id)'")
            }
            return (circle.strictMetres, circle.lenientMetres)
        }
    }
}

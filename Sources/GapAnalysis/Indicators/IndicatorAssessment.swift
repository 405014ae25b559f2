public import PedestrianNetworks
public import Standards
public import StudyAreas
import WalkAccess

/// A place assessed by a document's indicators: every item with what geometry and people say of it, and the totals.
public struct IndicatorAssessment: Sendable {
    /// The document's indicators.
    public let system: IndicatorSystem
    /// The facility table whose circles were used.
    public let standard: FacilityStandard
    /// The place.
    public let area: StudyArea
    /// The unit that was assessed, a place in the area's units; nil for the whole area.
    public let unit: Int?
    /// In the document's order.
    public let items: [ItemAssessment]
    /// All items, each class, each first level.
    public let totals: [IndicatorTotal]

    /// The area's findings, and what to know of the documents.
    public var findings: [Finding] {
        let drafts = [(system.id, system.draft), (standard.id, standard.draft)].filter(\.1).map(\.0)
        return area.findings
            + Set(drafts).sorted().map { Finding(.draftStandard, layer: "standard", arguments: [$0]) }
            + standard.overrideFindings
            + EdgeNotes(area: area, blocks: uncertainBlocks, count: uncertainCount, widest: widest).findings
    }

    /// How many shortfalls of blocks could be none with data from beyond its edge, over all rules of all items.
    public var uncertainCount: Int { items.reduce(0) { $0 + $1.uncertainCount } }

    /// The blocks that have any, in input order.
    public var uncertainBlocks: [Int] {
        Set(items.flatMap { $0.outcomes.flatMap(\.doubt.blocks) }).sorted()
    }

    /// The longest strict limit of the rules: how far the edge is of interest.
    public let widest: WalkingDistance

    /// Assesses `area`, or one unit of it, by `system`, with circles as wide as `standard` says.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public init(
        of area: StudyArea, by system: IndicatorSystem, circles standard: FacilityStandard,
        evidence: EvidenceFile = EvidenceFile(), unit: Int? = nil, threads: Int = 1,
        progress: @Sendable @escaping (Double) -> Void = { _ in }
    ) async throws {
        let network = try await NetworkAudit(
            of: area, by: system.networkStandard(standard.circles), threads: threads)
        let context = IndicatorContext(
            area: area, standard: standard, unit: unit,
            blocks: area.blocks.indices.filter { unit == nil || area.blocks[$0].unit == unit },
            facilityUnits: try FacilityUnits(of: area).units, network: network,
            edge: try EdgeDistances(of: area, by: system, circles: standard))
        var search = NearestFacilitySearch(on: area.network)
        var items: [ItemAssessment] = []
        for indicator in system.indicators {
            for item in indicator.items {
                let outcomes = item.judgement.judgements.map {
                    IndicatorRules.rule(for: $0).outcome(context, &search)
                }
                items.append(
                    ItemAssessment(
                        indicator: indicator, item: item, outcomes: outcomes,
                        evidence: evidence.statement(on: item.id)))
            }
            progress(Double(indicator.number) / Double(system.indicators.count))
        }
        self.system = system
        self.standard = standard
        self.area = area
        widest = context.edge.widest
        self.unit = unit
        self.items = items
        totals = IndicatorTotal.all(of: items, in: system)
    }
}

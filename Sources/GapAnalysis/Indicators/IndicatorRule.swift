import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess

/// What rules of items are judged on.
struct IndicatorContext {
    let area: StudyArea
    /// The facility table in use: circles have its distances.
    let standard: FacilityStandard
    /// The unit that is assessed, a place in the area's units; nil for the whole area.
    let unit: Int?
    /// The blocks that are assessed.
    let blocks: [Int]
    /// By facility: the units it is in.
    let facilityUnits: [Set<Int>]
    /// The network held against the figures of all items.
    let network: NetworkAudit
    /// How far the edge of the data is from every block, as far as any rule of the system asks for.
    let edge: EdgeDistances

    /// The facilities of some kinds in the unit, or in the whole area.
    func facilities(of kinds: [FacilityKind.ID]) -> [Int] {
        area.facilities.indices.filter { place in
            kinds.contains(area.facilities[place].kind)
                && unit.map { facilityUnits[place].contains($0) } ?? true
        }
    }

    /// Whether absence of each of these kinds says something; buildings that provide several kinds need not have
    /// been looked for.
    func isSurveyed(_ kinds: [FacilityKind.ID]) -> Bool {
        let bundles = Set(standard.bundles.compactMap { standard.requirement(id: $0.requirement)?.kind })
        return kinds.allSatisfy { kind in
            (kinds.count > 1 && bundles.contains(kind)) || area.surveyed.includes(kind)
                || area.facilities.contains { $0.kind == kind }
        }
    }

    /// The metres of a limit: its own, or the circle's two; nil where the table has no such circle.
    func limits(_ limit: Standards.ReachLimit) -> WalkLimits? {
        switch limit {
        case .metres(let metres): WalkLimits(strictMetres: metres, lenientMetres: metres)
        case .circle(let tier):
            standard.circle(tier).map {
                WalkLimits(strictMetres: $0.strictMetres, lenientMetres: $0.lenientMetres)
            }
        }
    }
}

/// Judges one rule of an item by geometry.
protocol IndicatorRule: Sendable {
    /// The rule's name in files: one of `IndicatorRuleForm.all`.
    static var id: IndicatorRuleForm.ID { get }

    init(_ judgement: IndicatorJudgement)

    /// What the network audit has to measure for the rule; nil for rules on facilities.
    var networkFigure: NetworkFigure? { get }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome
}

extension IndicatorRule {
    var networkFigure: NetworkFigure? { nil }
}

/// Every rule that items can be judged by: a new one is named here, and nowhere else.
enum IndicatorRules {
    static let all: [any IndicatorRule.Type] = [
        BusStopIndicator.self, RailStationIndicator.self, CoverageIndicator.self, CircleIndicator.self,
        SizeIndicator.self, SpacingIndicator.self, DensityIndicator.self, JunctionIndicator.self,
        CompoundIndicator.self,
    ]

    /// The rule that a judgement is made by.
    static func rule(for judgement: IndicatorJudgement) -> any IndicatorRule {
        guard let rule = all.first(where: { $0.id == judgement.rule }) else {
            preconditionFailure("no rule judges \(judgement.rule)")
        }
        return rule.init(judgement)
    }
}

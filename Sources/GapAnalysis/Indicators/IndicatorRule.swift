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
protocol IndicatorRule {
    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome
}

extension IndicatorJudgement {
    /// The rule that the judgement is made by.
    var indicatorRule: any IndicatorRule {
        switch self {
        case .busStopWithin(let limit): CoverageIndicator(rule: self, kinds: ["bus_stop"], limit: limit)
        case .railStationWithin(let limit):
            CoverageIndicator(rule: self, kinds: ["rail_station"], limit: limit)
        case .facilityCoverage(let kinds, let limit):
            CoverageIndicator(rule: self, kinds: kinds, limit: limit)
        case .circleServices(let circle): CircleIndicator(rule: self, circle: circle)
        case .facilitySize(let kinds, let minimum):
            SizeIndicator(rule: self, kinds: kinds, minimum: minimum)
        case .facilitySpacing: SpacingIndicator(rule: self)
        case .networkDensity, .junctionSpacing, .closedCompoundSize: NetworkIndicator(rule: self)
        }
    }
}

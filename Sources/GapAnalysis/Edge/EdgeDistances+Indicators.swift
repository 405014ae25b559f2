import PedestrianNetworks
import Standards
import StudyAreas

extension EdgeDistances {
    /// Looks for the edge as far as the items of `system` ask for: indicators are judged by the strict limit alone.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    init(of area: StudyArea, by system: IndicatorSystem, circles standard: FacilityStandard) throws {
        let own = system.items.flatMap(\.judgement.judgements).compactMap { judgement -> Double? in
            guard case .metres(let metres) = judgement.limit else { return nil }
            return metres
        }
        let rows = standard.requirements.map { row in
            (AuditOptions().limits(of: row, in: standard).strict, row.isByRadius)
        }
        let walked = rows.filter { !$0.1 }.map(\.0)
        let circles = standard.circles.map(\.strictMetres)
        let widest = (own + circles).map { WalkingDistance.limit(metres: $0) } + walked
        try self.init(
            of: area, within: widest.max() ?? .zero,
            radius: rows.filter(\.1).map(\.0.metres).max() ?? 0)
    }
}

extension FacilityRequirement {
    /// Whether a straight line decides.
    var isByRadius: Bool { if case .radius = distance { true } else { false } }
}

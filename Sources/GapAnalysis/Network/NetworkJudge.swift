import PedestrianNetworks
import Standards
import StudyAreas

/// Holds a zone's figures against a standard's (Docs/Methods: The walking network's own figures).
struct NetworkJudge {
    let blocks: [ResidentialBlock]
    let streetBlocks: [StreetBlock]
    let closed: [Int: ClosedCompound]
    let possiblyClosed: [Int: ClosedCompound]

    func judgement(_ requirement: NetworkRequirement, _ figures: NetworkZoneFigures) -> NetworkJudgement {
        func judgement(
            _ value: Double?, over count: Int? = nil, _ verdict: NetworkVerdict, _ reason: NetworkReason?
        ) -> NetworkJudgement {
            NetworkJudgement(
                requirement: requirement, value: value, countOver: count, verdict: verdict, reason: reason)
        }
        func ranged(_ value: Double, over count: Int?, _ low: Double?, _ high: Double?) -> NetworkJudgement {
            if let low, value < low { return judgement(value, over: count, .notMet, .below) }
            if let high, value > high { return judgement(value, over: count, .notMet, .above) }
            return judgement(value, over: count, .met, nil)
        }
        switch requirement.figure {
        case .density(let minimum):
            guard let density = figures.density else { return judgement(nil, .notAssessable, .noLand) }
            return ranged(density, over: nil, minimum, nil)
        case .junctionSpacing(let minimum, let maximum):
            guard let value = spacing(figures.spacing, judgedByMedian: minimum != nil) else {
                return judgement(nil, over: 0, .notAssessable, .noLinks)
            }
            return ranged(value, over: figures.spacing.count(over: maximum), minimum, maximum)
        case .streetBlock(let maximum):
            let sizes = figures.streetBlocks.map { streetBlocks[$0].hectares }
            guard let largest = sizes.max() else {
                return judgement(nil, over: 0, .notAssessable, .nothingEnclosed)
            }
            return ranged(largest, over: sizes.count { $0 > maximum }, nil, maximum)
        case .closedSide(let maximum):
            let sides = figures.residentialBlocks.compactMap { closed[$0]?.longerSide }
            let count = sides.count { $0 > maximum }
            if count > 0 { return judgement(sides.max(), over: count, .notMet, .above) }
            let doubt = doubt(about: figures.residentialBlocks, maximum)
            return judgement(sides.max(), over: 0, doubt == nil ? .met : .notAssessable, doubt)
        }
    }

    /// The median where a range is asked for, the longest where only a limit is, in metres to the millimetre.
    private func spacing(_ spacing: JunctionSpacing, judgedByMedian: Bool) -> Double? {
        let judged = judgedByMedian ? spacing.median : spacing.lengths.last
        return judged.map { Double($0.millimetres) / 1000 }
    }

    /// Why nobody can say that no compound is too large, when nobody can.
    private func doubt(about places: [Int], _ maximum: Double) -> NetworkReason? {
        if places.isEmpty { return .noBlocks }
        let isUnknown = places.contains { place in
            if let side = possiblyClosed[place]?.longerSide { return side > maximum }
            return blocks[place].isGated != false && closed[place] == nil && possiblyClosed[place] == nil
        }
        return isUnknown ? .closedUnknown : nil
    }
}

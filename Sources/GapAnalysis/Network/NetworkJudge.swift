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
        let outcome =
            switch requirement.figure {
            case .density(let minimum): density(of: figures, atLeast: minimum)
            case .junctionSpacing(let minimum, let maximum): spacing(of: figures, minimum, maximum)
            case .streetBlock(let maximum): streetBlocks(of: figures, atMost: maximum)
            case .closedSide(let maximum): compounds(of: figures, atMost: maximum)
            }
        return NetworkJudgement(
            requirement: requirement, value: outcome.value, countOver: outcome.countOver,
            verdict: outcome.verdict, reason: outcome.reason)
    }

    /// A judgement without the requirement it is about.
    private struct Outcome {
        var value: Double?
        var countOver: Int?
        var verdict = NetworkVerdict.notAssessable
        var reason: NetworkReason?

        static func unknown(_ reason: NetworkReason, over count: Int? = 0) -> Outcome {
            Outcome(countOver: count, reason: reason)
        }

        /// A value held against a range of which either end may be open.
        init(_ value: Double, over count: Int?, _ minimum: Double?, _ maximum: Double?) {
            (self.value, countOver) = (value, count)
            reason = value < minimum ?? value ? .below : value > maximum ?? value ? .above : nil
            verdict = reason == nil ? .met : .notMet
        }

        init(
            value: Double? = nil, countOver: Int?, verdict: NetworkVerdict = .notAssessable,
            reason: NetworkReason?
        ) {
            (self.value, self.countOver, self.verdict, self.reason) = (value, countOver, verdict, reason)
        }
    }

    private func density(of figures: NetworkZoneFigures, atLeast minimum: Double) -> Outcome {
        guard let density = figures.density else { return .unknown(.noLand, over: nil) }
        return Outcome(density, over: nil, minimum, nil)
    }

    private func spacing(of figures: NetworkZoneFigures, _ minimum: Double?, _ maximum: Double) -> Outcome {
        let spacing = figures.spacing
        guard let value = judged(spacing, byMedian: minimum != nil) else { return .unknown(.noLinks) }
        return Outcome(value, over: spacing.count(over: maximum), minimum, maximum)
    }

    private func streetBlocks(of figures: NetworkZoneFigures, atMost maximum: Double) -> Outcome {
        let sizes = figures.streetBlocks.map { streetBlocks[$0].hectares }
        guard let largest = sizes.max() else { return .unknown(.nothingEnclosed) }
        return Outcome(largest, over: sizes.count { $0 > maximum }, nil, maximum)
    }

    private func compounds(of figures: NetworkZoneFigures, atMost maximum: Double) -> Outcome {
        let sides = figures.residentialBlocks.compactMap { closed[$0]?.longerSide }
        let count = sides.count { $0 > maximum }
        if let longest = sides.max(), longest > maximum {
            return Outcome(longest, over: count, nil, maximum)
        }
        let doubt = doubt(about: figures.residentialBlocks, maximum)
        return Outcome(
            value: sides.max(), countOver: 0, verdict: doubt == nil ? .met : .notAssessable, reason: doubt)
    }

    /// The median where a range is asked for, the longest where only a limit is, in metres to the millimetre.
    private func judged(_ spacing: JunctionSpacing, byMedian: Bool) -> Double? {
        let judged = byMedian ? spacing.median : spacing.lengths.last
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

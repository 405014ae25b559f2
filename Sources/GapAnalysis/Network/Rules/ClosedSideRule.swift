import Standards
import StudyAreas

/// No closed compound is longer on a side, in metres.
struct ClosedSideRule: NetworkRule {
    static let id = "closed_side"
    private let figure: NetworkFigure

    init(_ figure: NetworkFigure) { self.figure = figure }

    func outcome(_ figures: NetworkZoneFigures, _ places: NetworkPlacesJudged) -> NetworkOutcome {
        let maximum = figure.maximum ?? .infinity
        let sides = figures.residentialBlocks.compactMap { places.closed[$0]?.longerSide }
        if let longest = sides.max(), longest > maximum {
            return NetworkOutcome(longest, over: sides.count { $0 > maximum }, against: figure)
        }
        let doubt = doubt(about: figures.residentialBlocks, places, maximum)
        return NetworkOutcome(
            value: sides.max(), countOver: 0, verdict: doubt == nil ? .met : .notAssessable, reason: doubt)
    }

    /// Why nobody can say that no compound is too large, when nobody can.
    private func doubt(
        about blocks: [Int], _ places: NetworkPlacesJudged, _ maximum: Double
    ) -> NetworkReason? {
        if blocks.isEmpty { return .noBlocks }
        let isUnknown = blocks.contains { block in
            if let side = places.possiblyClosed[block]?.longerSide { return side > maximum }
            return places.blocks[block].isGated != false && places.closed[block] == nil
        }
        return isUnknown ? .closedUnknown : nil
    }
}

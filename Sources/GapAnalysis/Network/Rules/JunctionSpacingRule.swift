import PedestrianNetworks
import Standards

/// The median walk between neighbouring junctions lies within a range, in metres to the millimetre.
struct JunctionSpacingRule: NetworkRule {
    static let id = "junction_spacing"
    private let figure: NetworkFigure

    init(_ figure: NetworkFigure) { self.figure = figure }

    func outcome(_ figures: NetworkZoneFigures, _ places: NetworkPlacesJudged) -> NetworkOutcome {
        guard let median = figures.spacing.median else { return .unknown(.noLinks) }
        let over = figure.maximum.map { figures.spacing.count(over: $0) }
        return NetworkOutcome(Double(median.millimetres) / 1000, over: over, against: figure)
    }
}

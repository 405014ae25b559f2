import PedestrianNetworks
import Standards

/// The longest walk between neighbouring junctions is within the limit, in metres to the millimetre.
struct JunctionLimitRule: NetworkRule {
    static let id = "junction_spacing_limit"
    private let figure: NetworkFigure

    init(_ figure: NetworkFigure) { self.figure = figure }

    func outcome(_ figures: NetworkZoneFigures, _ places: NetworkPlacesJudged) -> NetworkOutcome {
        guard let longest = figures.spacing.lengths.last else { return .unknown(.noLinks) }
        let over = figure.maximum.map { figures.spacing.count(over: $0) }
        return NetworkOutcome(Double(longest.millimetres) / 1000, over: over, against: figure)
    }
}

import Standards

/// Kilometres of walkable ways per square kilometre, to three decimals: at least so many.
struct DensityRule: NetworkRule {
    static let id = "density"
    private let figure: NetworkFigure

    init(_ figure: NetworkFigure) { self.figure = figure }

    func outcome(_ figures: NetworkZoneFigures, _ places: NetworkPlacesJudged) -> NetworkOutcome {
        guard let density = figures.density else { return .unknown(.noLand, over: nil) }
        return NetworkOutcome(density, over: nil, against: figure)
    }
}

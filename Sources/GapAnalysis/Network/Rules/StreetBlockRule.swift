import Standards

/// The largest piece of land that the ways enclose is within the limit, in hectares.
struct StreetBlockRule: NetworkRule {
    static let id = "street_block"
    private let figure: NetworkFigure

    init(_ figure: NetworkFigure) { self.figure = figure }

    func outcome(_ figures: NetworkZoneFigures, _ places: NetworkPlacesJudged) -> NetworkOutcome {
        let sizes = figures.streetBlocks.map { places.streetBlocks[$0].hectares }
        guard let largest = sizes.max() else { return .unknown(.nothingEnclosed) }
        let over = figure.maximum.map { maximum in sizes.count { $0 > maximum } }
        return NetworkOutcome(largest, over: over, against: figure)
    }
}

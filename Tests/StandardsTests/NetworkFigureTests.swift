import Standards
import StrictYAML
import Testing

/// What the bundled table asks of the network itself, against the documents; and how such rows are read.
@Suite struct NetworkFigureTests {
    private let network: [NetworkRequirement]

    init() throws { network = try BundledStandards.standard(id: "suzhou-2021").network }

    private func figure(_ id: String) -> NetworkFigure? { network.first { $0.id == id }?.figure }

    @Test func figuresAreThoseOfTheDocument() {
        #expect(figure("walking_density") == NetworkFigure("density", minimum: 10))
        #expect(figure("station_walking_density") == NetworkFigure("density", minimum: 14))
        #expect(figure("slow_traffic_density") == NetworkFigure("density", minimum: 14))
        #expect(figure("junction_spacing") == NetworkFigure("junction_spacing", minimum: 100, maximum: 180))
        #expect(
            figure("station_junction_spacing") == NetworkFigure("junction_spacing", minimum: 80, maximum: 120)
        )
        #expect(figure("junction_spacing_limit") == NetworkFigure("junction_spacing_limit", maximum: 300))
        #expect(figure("street_block_walkers") == NetworkFigure("street_block", maximum: 3))
        #expect(figure("street_block_traffic") == NetworkFigure("street_block", maximum: 6))
        #expect(figure("closed_unit") == NetworkFigure("closed_side", maximum: 80))
        #expect(network.count == 9)
    }

    @Test func onlyTheStationsFiguresAreOfABand() {
        for requirement in network {
            let isOfStations = requirement.id.hasPrefix("station_")
            #expect(requirement.scope == (isOfStations ? .stationBand(metres: 300) : .general))
        }
        #expect(network.filter { $0.binding == .mandatory }.map(\.id) == ["junction_spacing_limit"])
        #expect(network.filter { $0.binding == .guiding }.map(\.id) == ["slow_traffic_density"])
    }

    @Test func onlyTheClosedUnitIsBorrowed() {
        #expect(network.filter { $0.citation.document.contains("浙江") }.map(\.id) == ["closed_unit"])
    }

    /// A table with one row about the network, whose figures are `figures`.
    private func decoded(_ figures: String) throws -> [NetworkRequirement] {
        try StandardDecoder.decode(
            text: """
                id: small
                version: "1"
                title: 小表
                title_en: Small table
                source: {title: 某规划, year: 2021}
                draft: true
                circles: []
                requirements: []
                network:
                  - {id: a, title: 甲, title_en: A, \(figures), citation: {place: 表1, quote: 原文}}
                """, file: "t"
        ).network
    }

    @Test func aRowHasOneFigure() throws {
        #expect(
            try decoded("max_closed_side_m: 80").map(\.figure) == [NetworkFigure("closed_side", maximum: 80)])
        #expect(
            try decoded("station_radius_m: 500, min_density_km_per_km2: 8.5").map(\.scope)
                == [.stationBand(metres: 500)])
        #expect(
            try decoded("max_junction_spacing_m: 90, min_junction_spacing_m: 90").map(\.figure)
                == [NetworkFigure("junction_spacing", minimum: 90, maximum: 90)])
    }

    @Test(arguments: [
        ("binding: mandatory", "0 figures"),
        ("max_closed_side_m: 80, max_street_block_ha: 3", "2 figures"),
        ("min_junction_spacing_m: 80", "'max_junction_spacing_m' is missing"),
        ("min_junction_spacing_m: 80, max_junction_spacing_m: 79", "below the smallest"),
        ("min_density_km_per_km2: 0", "not above zero"),
        ("station_radius_m: -1, min_density_km_per_km2: 1", "not above zero"),
        ("max_street_block: 3", "did you mean"),
    ])
    func whatIsNoFigureIsRefused(figures: String, words: String) throws {
        let error = #expect(throws: StandardError.self) { try decoded(figures) }
        #expect("\(error.map { "\($0)" } ?? "")".contains(words))
    }
}

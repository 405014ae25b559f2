import Foundation
import Standards
import Testing

/// The Chongqing draft's table against the document.
@Suite struct ChongqingTableTests {
    private let standard: FacilityStandard

    init() throws {
        standard = try BundledStandards.standard(id: "chongqing-2024-draft")
    }

    /// The first 25 requirements are the rows of table 1.
    private var tableRows: ArraySlice<FacilityRequirement> { standard.requirements.prefix(25) }

    private func row(_ id: String) throws -> FacilityRequirement {
        try #require(standard.requirement(id: id))
    }

    @Test func theTableHas17FacilitiesWithin10And8Within15Minutes() {
        #expect(standard.draft)
        #expect(standard.requirements.count == 27)
        #expect(tableRows.count { $0.distance.circle == .ten } == 17)
        #expect(tableRows.count { $0.distance.circle == .fifteen } == 8)
        #expect(standard.requirements.suffix(2).map(\.id) == ["bus_stop", "rail_station"])
        #expect(standard.discrepancies.contains { $0.id == "eighteen_facilities" })
        #expect(standard.requirements.allSatisfy { $0.tier == nil && $0.binding == nil })
    }

    @Test(.enabled(if: SeedDocument.chongqing != nil))
    func theRowsAreThoseOfTable1() throws {
        let text = try #require(SeedDocument.chongqing)
        let printed = text.matches(of: /(?m)^[^\t\n]*\t([^\t\n]+)\t([□-])\t([□-])\t/)
        #expect(printed.map { String($0.output.1) } == tableRows.map(\.title))
        for (match, row) in zip(printed, tableRows) {
            #expect(row.distance.circle == (match.output.2 == "□" ? .ten : .fifteen), "\(row.title)")
            #expect((match.output.2 == "□") != (match.output.3 == "□"))
        }
        for (place, row) in zip(1..., tableRows) {
            #expect(row.citation.place == "一、（四）表1 第\(place)行")
            #expect(row.citation.quote.contains(row.title))
        }
    }

    @Test func limitsAreThoseOfTheCircleOrTheRow() throws {
        func limits(_ id: String) throws -> [Double] {
            let limits = standard.limits(of: try row(id))
            return [limits.strict, limits.lenient]
        }
        #expect(try limits("health_centre") == [800, 1000])
        #expect(try limits("health_station") == [500, 500])
        #expect(try limits("kindergarten") == [300, 500])
        #expect(try limits("bus_stop") == [500, 500])
        #expect(try limits("rail_station") == [800, 800])
        #expect(standard.circles.map(\.population) == [nil, 50_000])
        #expect(standard.circles.map(\.populationMaximum) == [nil, 100_000])
        #expect(standard.network.map(\.figure) == [NetworkFigure("density", minimum: 8)])
        #expect(standard.units.map { $0.ranges[.households]?.minimum } == [2000])
    }

    /// The distance of the 10-minute circle is not the draft's own, and says so.
    @Test func theBorrowedDistanceNamesItsDocument() throws {
        let ten = try #require(standard.circle(.ten))
        #expect(ten.citation.document.contains("苏州"))
        #expect(standard.discrepancies.contains { $0.id == "ten_minute_distance" })
        let others = standard.citations.filter { $0.document != standard.source.title }
        #expect(others == [ten.citation])
    }

    @Test func sizesDependOnTheAgeOfTheCommunity() throws {
        let expected: [(String, Double, Double?)] = [
            ("party_service_centre", 300, 150), ("cultural_activity_centre", 3000, 1500),
            ("cultural_activity_station", 600, 250), ("innovation_space", 300, nil),
            ("multi_sports_ground", 200, nil),
        ]
        let byAge = standard.requirements.filter { row in
            row.minimum.variants.contains { if case .ages = $0.condition { true } else { false } }
        }
        #expect(byAge.map(\.id).sorted() == expected.map(\.0).sorted())
        for (id, new, old) in expected {
            let variants = try row(id).minimum.variants
            #expect(variants.first?.condition == .ages([.newBuilt]))
            #expect(variants.first?.minimum.floorAreaM2 == new)
            #expect(variants.dropFirst().first?.minimum.floorAreaM2 == old, "\(id)")
            if old != nil { #expect(variants[1].condition == .ages([.existing, .old])) }
        }
    }

    @Test func sizesDependOnResidentsAndClasses() throws {
        let centre = try row("health_centre")
        #expect(centre.minimum.variants.map(\.minimum.floorAreaM2) == [1400, 1700, 2000])
        #expect(
            centre.minimum.variants.map(\.condition) == [
                .residents(ServicePopulation(minimum: 30_000, maximum: 50_000)),
                .residents(ServicePopulation(minimum: 50_000, maximum: 70_000)),
                .residents(ServicePopulation(minimum: 70_000, maximum: 100_000)),
            ])
        #expect(centre.servicePopulation == ServicePopulation(minimum: 30_000, maximum: 100_000))
        let kindergarten = try row("kindergarten").minimum.variants
        #expect(kindergarten.map(\.condition) == [6, 9, 12, 18].map { .classes($0) })
        #expect(kindergarten.map(\.minimum.floorAreaM2) == [1800, 2700, 3200, 5400])
    }

    @Test func sizesMayHaveAlternativesAndCapacities() throws {
        #expect(
            try row("nursery").minimum.anyOf == [
                MinimumSize(floorAreaM2: 200),
                MinimumSize(capacities: [MinimumCapacity(.placesPerThousand, 4.5)]),
            ])
        #expect(
            try row("community_canteen").minimum
                == MinimumSize(floorAreaM2: 50, capacities: [MinimumCapacity(.dinersPerMeal, 50)]))
        #expect(
            try row("property_service_station").minimum
                == MinimumSize(floorAreaM2: 50, capacities: [MinimumCapacity(.floorAreaPerMille, 2)]))
        #expect(try row("elderly_service_centre").minimum.capacities == [MinimumCapacity(.beds, 20)])
        #expect(try row("fitness_centre").minimum == MinimumSize(floorAreaM2: 2000, siteAreaM2: 4500))
        #expect(try row("local_shops").servesWithinMetres == 1000)
        #expect(try row("community_commercial_centre").servesWithinMetres == 3000)
    }

    @Test func substitutesAreForThoseWhoMayHaveThem() throws {
        let online = try row("innovation_space").substitutes
        #expect(online.map(\.form) == [.online, .shared])
        #expect(online.allSatisfy { $0.ages == [.existing, .old] })
        let outdoor = try row("multi_sports_ground").substitutes
        #expect(outdoor.map(\.form) == [.outdoor] && outdoor[0].ages == [.existing, .old])
        #expect(try row("community_canteen").substitutes.map(\.ages) == [Set(CommunityAge.allCases)])
    }

    @Test func bundlesHaveSevenPartsAndSatisfyWhatTheyProvide() throws {
        #expect(standard.bundles.map(\.parts.count) == [7, 7])
        for bundle in standard.bundles {
            let quote = bundle.citation.quote.replacing(" ", with: "")
            #expect(quote.contains("7项设施"))
            for part in bundle.parts { #expect(quote.contains(part.title), "\(part.title)") }
        }
        #expect(
            standard.kinds(satisfying: try row("health_centre"))
                == ["health_centre", "subdistrict_service_centre"])
        #expect(
            standard.kinds(satisfying: try row("health_station"))
                == ["health_station", "community_service_centre"])
        #expect(
            standard.kinds(satisfying: try row("community_service_centre")) == ["community_service_centre"])
        #expect(standard.kinds(satisfying: try row("kindergarten")) == ["kindergarten"])
    }

    @Test func everyKindIsKnownByThePrintedName() {
        for requirement in standard.requirements {
            let named = FacilityKindCatalogue.bundled.kind(named: requirement.title)
            #expect(named?.id == requirement.kind, "\(requirement.title)")
        }
    }
}

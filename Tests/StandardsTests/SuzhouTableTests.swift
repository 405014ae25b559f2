import Foundation
import Standards
import Testing

/// The bundled table against the document it was taken from.
@Suite struct SuzhouTableTests {
    private let standard: FacilityStandard

    init() throws {
        standard = try BundledStandards.standard(id: "suzhou-2021")
    }

    /// The first 23 requirements are the rows of tables 2 to 7.
    private var tableRows: ArraySlice<FacilityRequirement> { standard.requirements.prefix(23) }

    @Test func theTablesHave23RowsOfWhich14AreBasic() {
        #expect(standard.requirements.count == 25)
        #expect(tableRows.count { $0.tier == .basic } == 14)
        #expect(tableRows.count { $0.tier == .improvement } == 9)
        #expect(tableRows.allSatisfy { $0.distance.circle != nil })
        #expect(standard.requirements.suffix(2).map(\.id) == ["pocket_park", "bus_stop"])
        #expect(standard.requirements.suffix(2).allSatisfy { $0.tier == nil })
    }

    @Test func limitsAreThoseOfTheCircleOrTheRadius() throws {
        func limits(_ id: String) throws -> [Double] {
            let limits = standard.limits(of: try #require(standard.requirement(id: id)))
            return [limits.strict, limits.lenient]
        }
        #expect(try limits("health_centre") == [800, 1000])
        #expect(try limits("kindergarten") == [500, 500])
        #expect(try limits("bus_stop") == [500, 500])
        #expect(try limits("pocket_park") == [300, 300])
        let five = try #require(standard.circle(.five))
        #expect([five.strictMetres, five.lenientMetres] == [200, 300])
        #expect(standard.circles.map(\.minutes) == [5, 10, 15])
        #expect(standard.circles.map(\.population) == [5000, 15000, 50000])
    }

    @Test func everyRequirementNamesAKindOfTheSameID() {
        for requirement in standard.requirements {
            #expect(requirement.kind == requirement.id)
            #expect(FacilityKindCatalogue.bundled.kind(named: requirement.title)?.id == requirement.kind)
        }
        #expect(FacilityKindCatalogue.bundled.kinds.prefix(25).map(\.id) == standard.requirements.map(\.id))
    }

    @Test func parkAndBusStopAreReadFromActionAndIndicator() throws {
        let park = try #require(standard.requirement(id: "pocket_park"))
        #expect(park.distance == .radius(metres: 300))
        #expect(park.minimum == MinimumSize(siteAreaM2: 400))
        #expect(park.binding == nil)
        let stop = try #require(standard.requirement(id: "bus_stop"))
        #expect(stop.distance == .walking(.ten))
        #expect(stop.binding == .mandatory)
        #expect(stop.note != nil)
        #expect(stop.minimum.isNone)
    }

    @Test(.enabled(if: SeedDocument.suzhou != nil))
    func everyCellIsAsPrinted() throws {
        let printed = PrintedRow.all(in: try #require(SeedDocument.suzhou))
        try #require(printed.count == 23)
        let tiers = ["基础保障型": ProvisionClass.basic, "品质提升型": .improvement]
        for (row, requirement) in zip(printed, tableRows) {
            #expect(requirement.title == row.title)
            #expect(requirement.category.title == row.category, "\(row.title)")
            #expect(requirement.tier == tiers[row.tier], "\(row.title)")
            #expect(requirement.distance.circle?.rawValue == row.circle, "\(row.title)")
            #expect(requirement.minimum.floorAreaM2 == row.floorArea, "\(row.title)")
            #expect(requirement.minimum.siteAreaM2 == row.siteArea, "\(row.title)")
            #expect(requirement.maxClasses == row.maxClasses, "\(row.title)")
            #expect(requirement.citation.quote == row.quote)
            #expect(requirement.citation.place.contains("表\(row.table) 第"))
        }
    }

    @Test(.enabled(if: SeedDocument.suzhou != nil))
    func theCirclesAreAsPrinted() throws {
        let text = try #require(SeedDocument.suzhou)
        let rows = text.matches(of: /(?m)^(\d+)分钟\t([\d.]+)\t(\d+)(?:-(\d+))?\s*$/)
        try #require(rows.count == 3)
        for (row, circle) in zip(rows, standard.circles) {
            #expect(circle.tier.rawValue == row.output.1)
            #expect(circle.population.map(Double.init) == (Double(row.output.2) ?? 0) * 10_000)
            #expect(circle.strictMetres == Double(row.output.3))
            #expect(circle.lenientMetres == Double(row.output.4 ?? row.output.3))
            #expect(circle.citation.quote == SeedDocument.normalised(String(row.output.0)))
        }
    }

    @Test(.enabled(if: SeedDocument.suzhou != nil))
    func everyCitationButTheBorrowedOneIsOfTheDocument() throws {
        let text = SeedDocument.normalised(try #require(SeedDocument.suzhou))
        #expect(text.contains(SeedDocument.normalised("新时代高质量发展下的苏州社区品质提升 专项规划（2021-2025）")))
        let others = standard.citations.filter { $0.document != standard.source.title }
        #expect(others.map(\.document) == ["浙江未来社区分项指标评项"])
    }

    @Test func communitiesAndGroupsOfCirclesHaveTheirSizes() {
        #expect(standard.units.map(\.id) == ["community", "group_of_circles"])
        #expect(standard.units[0].ranges[.residents] == FigureRange(minimum: 5000, maximum: 10_000))
        #expect(standard.units[0].ranges[.hectares] == FigureRange(minimum: 30, maximum: 50))
        #expect(standard.units[1].ranges[.lifeCircles] == FigureRange(minimum: 4, maximum: 5))
    }

    @Test func recommendedFiguresAreThoseOfTheText() throws {
        func range(_ id: String) throws -> [Double?] {
            let figure = try #require(standard.guidance.first { $0.id == id })
            return [figure.range.minimum, figure.range.maximum]
        }
        #expect(try range("square") == [nil, 20_000])
        #expect(try range("square_for_gatherings") == [1000, 3000])
        #expect(try range("square_for_rest") == [400, 1000])
        #expect(try range("square_of_public_facilities") == [3000, 20_000])
        #expect(try range("waterfront_rest_points") == [nil, 800])
        #expect(try range("outer_waterfront_rest_points") == [nil, 1500])
        #expect(try range("book_room") == [100, nil])
        #expect(try range("learning_room") == [200, nil])
        #expect(try range("branch_road_density") == [6, 8])
        #expect(standard.bundles.isEmpty && standard.neighbouringProvision == nil)
    }

    /// The remark below table 3 is the note of the three kinds of school it speaks of.
    @Test(.enabled(if: SeedDocument.suzhou != nil))
    func theRemarkBelowTable3IsTheSchoolsNote() throws {
        let text = try #require(SeedDocument.suzhou)
        let remark = try #require(text.firstMatch(of: /备注：(现状学校.+?。)/)).output.1
        let noted = standard.requirements.filter { $0.note?.zh == String(remark) }
        #expect(noted.map(\.id) == ["kindergarten", "primary_school", "junior_secondary_school"])
    }
}

import Standards
import StrictYAML
import Testing

/// A small table of which a test breaks one line.
private let small = """
    id: small
    version: "1"
    title: 小表
    title_en: Small table
    source: {title: 某规划, year: 2021}
    draft: true
    circles:
      - {id: "10", population: 15000, strict_m: 500, lenient_m: 500, citation: &C}
    requirements:
      - id: clinic
        kind: health_station
        title: 卫生服务站
        title_en: Health service station
        category: health
        tier: basic
        circle: "5-10"
        min_floor_area_m2: 200
        citation: &C
    discrepancies:
      - {id: d, text: {zh: 甲, en: A}, citation: &C}
    """.replacing("&C", with: "{place: 表1, quote: 原文}")

@Suite struct StandardDecoderTests {
    /// The error a table gives with one piece of it replaced.
    private func error(replacing piece: String, with other: String) throws -> YAMLError {
        try #require(small.contains(piece), "the table has no '\(piece)'")
        let broken = small.replacing(piece, with: other, maxReplacements: 1)
        let thrown = #expect(throws: StandardError.self) {
            try StandardDecoder.decode(text: broken, file: "t")
        }
        guard case .yaml(let error)? = thrown else { throw NothingWasThrown() }
        return error
    }

    struct NothingWasThrown: Error {}

    @Test func aSoundTableIsRead() throws {
        let standard = try StandardDecoder.decode(text: small, file: "t")
        #expect(standard.id == "small" && standard.draft)
        #expect(standard.source == FacilityStandard.Source(title: "某规划", year: 2021))
        let row = try #require(standard.requirements.first)
        #expect(row.distance == .walking(.fiveToTen))
        #expect(row.minimum == MinimumSize(floorAreaM2: 200))
        #expect(row.citation == Citation(document: "某规划", place: "表1", quote: "原文"))
        #expect(standard.limits(of: row) == (500, 500))
        #expect(standard.circle(.fifteen) == nil)
        #expect(standard.discrepancies.map(\.text) == [BilingualText(zh: "甲", en: "A")])
    }

    @Test(
        arguments: [
            // piece, replacement, line, column, words of the message
            ("draft: true", "draft: yes", 6, 8, "expected true or false"),
            ("draft: true\n", "", 1, 1, "'draft' is missing"),
            ("title_en: Small", "titel_en: Small", 4, 1, "did you mean 'title_en'?"),
            ("year: 2021", "year: '2021'", 5, 28, "expected a whole number"),
            ("id: \"10\"", "id: \"12\"", 8, 10, "allowed: 5, 10, 15"),
            ("population: 15000", "population: 0", 8, 28, "0 is not above zero"),
            ("strict_m: 500", "strict_m: -500", 8, 45, "-500.0 is not above zero"),
            ("strict_m: 500", "strict_m: .nan", 8, 45, "expected a number"),
            ("strict_m: 500", "strict_m: 1e999", 8, 45, "expected a number"),
            ("lenient_m: 500", "lenient_m: 499.9", 8, 61, "below the strict one"),
            ("kind: health_station", "kind: health_sation", 11, 11, "did you mean 'health_station'?"),
            ("category: health", "category: sport", 14, 15, "did you mean 'sports'?"),
            ("tier: basic", "tier: baisc", 15, 11, "did you mean 'basic'?"),
            ("circle: \"5-10\"", "circle: \"20\"", 16, 13, "allowed: 5, 10, 15, 5-10"),
            ("circle: \"5-10\"", "circle: \"15\"", 16, 13, "the circle of 15 minutes is not defined"),
            ("    circle: \"5-10\"\n", "", 10, 5, "'circle' is missing"),
            ("min_floor_area_m2: 200", "radius_m: 300", 17, 15, "a circle and a radius"),
            ("circle: \"5-10\"", "radius_m: 0", 16, 15, "0.0 is not above zero"),
            ("min_floor_area_m2: 200", "min_floor_area_m2: 0", 17, 24, "not above zero"),
            ("min_floor_area_m2: 200", "min_floor_area_m2: 200m", 17, 24, "expected a number"),
            ("min_floor_area_m2: 200", "max_classes: 3.5", 17, 18, "expected a whole number"),
            ("min_floor_area_m2: 200", "binding: strong", 17, 14, "allowed: mandatory, guiding"),
            ("text: {zh: 甲, en: A}", "text: {zh: 甲}", 20, 19, "'en' is missing"),
            (
                "requirements:\n",
                "requirements:\n  - {id: clinic, kind: bank, title: 银行, title_en: Bank, category: "
                    + "commerce, circle: \"10\", citation: {place: 表1, quote: 原文}}\n", 11, 9,
                "was given in line 10"
            ),
            (
                "discrepancies:\n",
                "discrepancies:\n  - {id: d, text: {zh: 甲, en: A}, citation: {place: 表1, quote: 原文}}\n",
                21, 10, "the discrepancy 'd' was given in line 20"
            ),
        ])
    func whatIsWrongIsNamedWithItsPlace(
        piece: String, other: String, line: Int, column: Int, words: String
    ) throws {
        let error = try error(replacing: piece, with: other)
        #expect("\(error)".contains(words), "\(error)")
        #expect([error.line, error.column] == [line, column], "\(error)")
        #expect("\(error)".hasPrefix("t:\(line):\(column): "))
    }

    @Test func aDoubledCircleIsRefused() throws {
        let circle = try #require(small.split(separator: "\n").first { $0.contains("population") })
        let error = try error(replacing: circle + "\n", with: circle + "\n" + circle + "\n")
        #expect("\(error)".contains("the circle '10' was given in line 8"))
        #expect(error.line == 9)
    }

    @Test func errorsInARowNameTheRow() throws {
        #expect(try error(replacing: "tier: basic", with: "tier: x").path == "requirements[0].tier")
    }

    @Test func unknownBundledStandards() throws {
        #expect(throws: StandardError.unknownStandard(id: "suzhou-2012", known: BundledStandards.ids)) {
            try BundledStandards.standard(id: "suzhou-2012")
        }
        let error = StandardError.unknownStandard(id: "suzhou", known: BundledStandards.ids)
        #expect("\(error)".contains("did you mean 'suzhou-2021'?"))
        #expect(
            !"\(StandardError.unknownStandard(id: "xyz", known: BundledStandards.ids))".contains(
                "did you mean"))
        for id in BundledStandards.ids { #expect(try BundledStandards.standard(id: id).id == id) }
    }

    @Test func circlesAreJudgedByTheWider() {
        #expect(RequiredCircle.allCases.map(\.judgedBy) == [.five, .ten, .fifteen, .ten])
        #expect(LifeCircleTier.allCases.map(\.minutes) == [5, 10, 15])
        #expect(LifeCircleTier.allCases.allSatisfy { $0.rawValue == "\($0.minutes)" })
        #expect(LifeCircleTier.five < .ten && LifeCircleTier.ten < .fifteen)
    }
}

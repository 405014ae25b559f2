import Standards
import StrictYAML
import Testing

/// A table with one row and the sections beside it, of which a test breaks one line.
private let small = """
    id: small
    version: "1"
    title: 小表
    title_en: Small table
    source: {title: 某规划, year: 2021}
    draft: true
    circles:
      - {id: "10", population: 10, population_max: 20, strict_m: 300, lenient_m: 500, citation: &C}
    requirements:
      - id: school
        kind: kindergarten
        title: 幼儿园
        title_en: Kindergarten
        category: education
        circle: "10"
        walk_m: {strict: 300, lenient: 400}
        any_of:
          - {min_floor_area_m2: 200}
          - {min_places_per_1000: 4.5}
        sizes:
          - {classes: 6, min_floor_area_m2: 1800}
          - {classes: 9, min_site_area_m2: 2700}
        service_population: {min: 5000, max: 6000}
        serves_within_m: 1000
        substitutes:
          - {form: online, ages: [old], text: {zh: 甲, en: A}, citation: &C}
        citation: &C
        further_citations:
          - &C
    bundles:
      - id: hall
        requirement: school
        parts:
          - {title: 园, kind: kindergarten, satisfies: school}
        citation: &C
    units:
      - {id: unit, title: 单元, title_en: Unit, households: {min: 2000}, citation: &C}
    guidance:
      - {id: g, title: 甲, title_en: A, kinds: [square], measure: spacing_m, max: 800, citation: &C}
    neighbouring_provision: {text: {zh: 甲, en: A}, citation: &C}
    """.replacing("&C", with: "{place: 表1, quote: 原文}")

@Suite struct SizeDecoderTests {
    private func faults(replacing piece: String, with other: String) throws -> [YAMLError] {
        try #require(small.contains(piece), "the table has no '\(piece)'")
        let broken = small.replacing(piece, with: other, maxReplacements: 1)
        let (standard, faults) = StandardDecoder.read(text: broken, file: "t")
        #expect(standard == nil)
        return faults
    }

    @Test func aSoundTableIsRead() throws {
        let standard = try StandardDecoder.decode(text: small, file: "t")
        let row = try #require(standard.requirements.first)
        #expect(row.distance == .walk(WalkLimits(strictMetres: 300, lenientMetres: 400), .ten))
        #expect(standard.limits(of: row) == (300, 400))
        #expect(row.minimum.anyOf.count == 2 && row.minimum.variants.count == 2)
        #expect(row.minimum.variants[1].condition == .classes(9))
        #expect(row.servicePopulation == ServicePopulation(minimum: 5000, maximum: 6000))
        #expect(row.servesWithinMetres == 1000)
        #expect(row.substitutes.map(\.form) == [.online] && row.substitutes[0].ages == [.old])
        #expect(row.furtherCitations.count == 1)
        #expect(standard.circles[0].populationMaximum == 20)
        #expect(standard.bundles[0].parts[0].satisfies == "school")
        #expect(standard.units[0].ranges == [.households: FigureRange(minimum: 2000, maximum: nil)])
        #expect(standard.guidance[0].range == FigureRange(minimum: nil, maximum: 800))
        #expect(standard.neighbouringProvision?.text.en == "A")
    }

    @Test(
        arguments: [
            // piece, replacement, line, words of the message
            ("population_max: 20", "population_max: 9", 8, "greatest population is below the least"),
            ("lenient: 400", "lenient: 299", 16, "below the strict one"),
            ("{strict: 300, lenient: 400}", "300", 16, "expected a mapping"),
            ("strict: 300, lenient: 400", "strict: 300", 16, "'lenient' is missing"),
            ("- {min_floor_area_m2: 200}\n", "- {}\n", 18, "asks for nothing"),
            ("      - {min_places_per_1000: 4.5}\n", "", 18, "one alternative is no choice"),
            ("min_places_per_1000", "min_places_per_thousand", 19, "unknown key"),
            ("{classes: 9,", "{classes: 6,", 22, "another size holds for the same case"),
            ("{classes: 9,", "{ages: [old],", 22, "depend on different things"),
            ("{classes: 9,", "{ages: [old], classes: 9,", 22, "depends on ages and classes"),
            ("{classes: 9,", "{", 22, "depends on nothing"),
            ("{classes: 9,", "{classes: 0,", 22, "not above zero"),
            ("{min: 5000, max: 6000}", "{min: 7000, max: 6000}", 23, "'max' is below 'min'"),
            ("{min: 5000, max: 6000}", "{}", 23, "neither 'min' nor 'max'"),
            ("{min: 5000, max: 6000}", "{min: 0.5}", 23, "expected a whole number"),
            ("serves_within_m: 1000", "serves_within_km: 1", 24, "did you mean 'serves_within_m'?"),
            ("form: online", "form: onlin", 26, "did you mean 'online'?"),
            ("ages: [old]", "ages: []", 26, "the list is empty"),
            ("ages: [old]", "ages: [old, old]", 26, "was given in line 26"),
            ("ages: [old]", "ages: [ancient]", 26, "allowed: new, existing, old"),
            ("requirement: school", "requirement: scool", 32, "did you mean 'school'?"),
            ("satisfies: school", "satisfies: clinic", 34, "allowed: school"),
            ("households: {min: 2000}, ", "", 37, "the unit has no size"),
            ("measure: spacing_m", "measure: spacing", 39, "did you mean 'spacing_m'?"),
            ("max: 800", "max: -800", 39, "not above zero"),
            ("kinds: [square]", "kinds: [squares]", 39, "did you mean 'square'?"),
        ])
    func whatIsWrongIsNamedWithItsLine(piece: String, other: String, line: Int, words: String) throws {
        let faults = try faults(replacing: piece, with: other)
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.line == line, "\(faults)")
        #expect(faults.first?.description.contains(words) == true, "\(faults)")
    }

    @Test func tiersOfResidentsMayShareAnEndAndNotMore() throws {
        func faults(_ second: String) throws -> [YAMLError] {
            try self.faults(
                replacing: "- {classes: 6, min_floor_area_m2: 1800}\n"
                    + "      - {classes: 9, min_site_area_m2: 2700}",
                with: "- {residents: {min: 1, max: 5}, min_floor_area_m2: 1}\n"
                    + "      - {residents: \(second), min_floor_area_m2: 2, colour: red}")
        }
        #expect(try faults("{min: 5, max: 7}").count == 1, "only the colour")
        #expect(try faults("{min: 4, max: 7}").count == 2)
        #expect(try faults("{max: 7}").count == 2)
    }

    @Test func allFaultsAreListed() {
        let broken = small.replacing("draft: true", with: "draft: maybe")
            .replacing("strict: 300", with: "strict: -300")
            .replacing("kind: kindergarten\n", with: "kind: kindergarden\n")
            .replacing("serves_within_m: 1000", with: "serves: 1000")
            .replacing("max: 800", with: "max: many")
        let faults = StandardDecoder.read(text: broken, file: "t").faults
        #expect(faults.count == 5)
        #expect(Set(faults.map(\.line)) == [6, 11, 16, 24, 39])
        let first = #expect(throws: StandardError.self) {
            try StandardDecoder.decode(text: broken, file: "t")
        }
        #expect(first == faults.first.map { .yaml($0) })
    }

    @Test func aFaultInACircleDoesNotRepeatInTheRows() {
        let broken = small.replacing("id: \"10\"", with: "id: \"11\"")
        #expect(StandardDecoder.read(text: broken, file: "t").faults.map(\.line) == [8])
    }
}

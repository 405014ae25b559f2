import Standards
import StrictYAML
import Testing

/// A small system of which a test breaks one line.
private let small = """
    id: small
    version: "1"
    title: 小表
    title_en: Small
    source: {title: 某规划, year: 2021}
    draft: true
    classes:
      - {id: must, title: 约束项, title_en: must}
    groups:
      - {id: place, title: 场景, title_en: Place}
    totals:
      - {of: items, total: 2, met: 1, percent: 50, citation: {place: 合计, quote: 原文}}
      - {of: must, total: 2, citation: {place: 合计, quote: 原文}}
    indicators:
      - number: 1
        title: 出行
        title_en: Travel
        group: place
        place: 表 指标1
        items:
          - {id: "1.2", number: 2, class: must, text: 甲乙, quote: 甲 乙, judged: evidence, ticked: true}
          - id: "1.3"
            class: must
            text: 丙
            judged: both
            rules:
              - {rule: bus_stop_within, metres: 500}
              - {rule: facility_coverage, kinds: [square], circle: "5"}
              - {rule: facility_size, kinds: [square], min_site_area_m2: 400}
              - {rule: facility_spacing, kinds: [square], max_m: 800}
    missing:
      - {id: "1.1", indicator: 1, class: must, citation: {place: 表, quote: 原文}}
    """

@Suite struct IndicatorDecoderTests {
    @Test func aSoundSystemIsRead() throws {
        let system = try IndicatorSystemDecoder.decode(text: small, file: "t")
        #expect(system.items.map(\.id) == ["1.2", "1.3"])
        let first = try #require(system.items.first)
        #expect(first.number == 2 && first.isTicked && first.judgement == .evidence)
        #expect(first.citation == Citation(document: "某规划", place: "表 指标1 约束项 (2)", quote: "甲 乙"))
        #expect(system.items[1].citation == Citation(document: "某规划", place: "表 指标1 约束项", quote: "丙"))
        #expect(
            system.items[1].judgement
                == .both([
                    IndicatorJudgement("bus_stop_within", within: .metres(500)),
                    IndicatorJudgement("facility_coverage", kinds: ["square"], within: .circle(.five)),
                    IndicatorJudgement(
                        "facility_size", kinds: ["square"], figures: ["min_site_area_m2": 400]),
                    IndicatorJudgement("facility_spacing", kinds: ["square"], figures: ["max_m": 800]),
                ]))
        #expect(system.missing.map(\.id) == ["1.1"])
        #expect(system.count(ofClass: "must") == 3)
        #expect(system.printedTotal(of: .items)?.computedPercent == 50)
    }

    @Test(
        arguments: [
            // piece, replacement, line, words of the message
            ("draft: true\n", "", 1, "'draft' is missing"),
            ("title_en: must", "titel_en: must, title_en: must", 8, "did you mean 'title_en'?"),
            ("of: items", "of: itmes", 12, "did you mean 'items'?"),
            ("met: 1", "met: 3", 12, "3 of 2 cannot be met"),
            ("number: 1\n", "number: one\n", 15, "expected a whole number"),
            ("group: place", "group: plaza", 18, "did you mean 'place'?"),
            ("class: must, text: 甲乙", "class: may, text: 甲乙", 21, "allowed: must"),
            ("judged: evidence", "judged: geometry", 21, "judged by no rule"),
            ("judged: evidence", "judged: eye", 21, "allowed: geometry, evidence, both"),
            ("id: \"1.3\"", "id: \"1.2\"", 22, "the item '1.2' was given in line 21"),
            ("judged: both", "judged: evidence", 25, "evidence has no rules"),
            ("rule: bus_stop_within", "rule: bus_stop", 27, "did you mean 'bus_stop_within'?"),
            ("metres: 500", "metres: -1", 27, "not above zero"),
            ("metres: 500", "metres: 500, circle: \"5\"", 27, "a circle and metres"),
            ("metres: 500", "max_m: 500, metres: 500", 27, "'bus_stop_within' has no 'max_m'"),
            ("{rule: bus_stop_within, metres: 500}", "{rule: bus_stop_within}", 27, "'circle' is missing"),
            ("kinds: [square], circle", "kinds: [], circle", 28, "the list is empty"),
            ("kinds: [square], circle", "kinds: [sqare], circle", 28, "did you mean 'square'?"),
            ("circle: \"5\"", "circle: \"7\"", 28, "allowed: 5, 10, 15"),
            (", min_site_area_m2: 400", "", 29, "'min_floor_area_m2' is missing"),
            ("max_m: 800", "max_side_m: 800, max_m: 800", 30, "has no 'max_side_m'"),
            ("id: \"1.1\", indicator: 1", "id: \"1.1\", indicator: 2", 32, "there is no indicator 2"),
            ("id: \"1.1\"", "id: \"1.2\"", 32, "the item '1.2' is there"),
        ])
    func whatIsWrongIsNamedWithItsLine(piece: String, other: String, line: Int, words: String) throws {
        try #require(small.contains(piece), "the system has no '\(piece)'")
        let broken = small.replacing(piece, with: other, maxReplacements: 1)
        let (system, faults) = IndicatorSystemDecoder.read(text: broken, file: "t")
        #expect(system == nil)
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.line == line, "\(faults)")
        #expect(faults.first?.description.contains(words) == true, "\(faults)")
        #expect(throws: StandardError.self) {
            try IndicatorSystemDecoder.decode(text: broken, file: "t")
        }
    }
}

import Standards
import Testing

/// The Zhejiang form against the document.
@Suite struct ZhejiangIndicatorTests {
    private let system: IndicatorSystem

    init() throws { system = try BundledStandards.indicators(id: "zhejiang-future-community") }

    @Test func thereAre33IndicatorsIn9ScenesWith141Items() {
        #expect(system.groups.count == 9)
        #expect(system.indicators.count == 33)
        #expect(system.items.map(\.number) == (1...141).map { $0 })
        #expect(system.items.map(\.id) == (1...141).map { "\($0)" })
        #expect(system.count(ofClass: "mandatory") == 69)
        #expect(system.count(ofClass: "guiding") == 72)
    }

    /// The form's percentages come out of its own sums, not of the list's.
    @Test func theFormsFiguresComeOutOfItsTotals() throws {
        let expected: [(PrintedTotal.Scope, Int, Int, Double)] = [
            (.items, 141, 6, 4.26), (.ofClass("mandatory"), 70, 3, 4.29), (.ofClass("guiding"), 71, 3, 4.23),
        ]
        for (scope, total, met, percent) in expected {
            let printed = try #require(system.printedTotal(of: scope))
            #expect(printed.total == total && printed.met == met && printed.percent == percent)
            #expect(printed.computedPercent == percent)
        }
        for id in ["totals_of_the_classes", "item_63", "item_96", "ticks"] {
            #expect(system.discrepancies.contains { $0.id == id })
        }
    }

    /// Every numbered cell is an item; 63 is printed twice and 96 without its group's class.
    @Test(.enabled(if: SeedDocument.zhejiang != nil))
    func theItemsAreThePrintedCells() throws {
        let text = try #require(SeedDocument.zhejiang)
        let rows = text.matches(of: /(?m)^(.*)\t\((\d+)\) ([^\t\n]+)\t<input (checked)?/)
        try #require(rows.count == 142)
        #expect(rows.filter { $0.output.2 == "63" }.count == 2)
        var label = ""
        var seen: Set<Int> = []
        for row in rows {
            let number = try #require(Int(row.output.2))
            if let printed = row.output.1.firstMatch(of: /约束性|引导性/) { label = String(printed.output) }
            let item = try #require(system.item(id: "\(number)"))
            #expect(item.isTicked == (row.output.4 != nil), "\(number)")
            guard seen.insert(number).inserted else { continue }
            #expect(item.citation.quote == SeedDocument.normalised(String(row.output.3)))
            let printed = system.indicatorClass(id: item.classID)?.title
            #expect((printed == label) == (number != 96), "\(number)")
        }
    }

    @Test(.enabled(if: SeedDocument.zhejiang != nil))
    func indicatorsAndScenesAreNamedAsPrinted() throws {
        let text = try #require(SeedDocument.zhejiang).filter { !$0.isWhitespace }
        for (place, indicator) in zip(1..., system.indicators) where indicator.title != "知识在身边" {
            let number = place < 10 ? "0\(place)" : "\(place)"
            let title = indicator.title
            #expect(text.contains("\(number)-\(title)") || text.contains("\(number)\(title)"), "\(title)")
        }
        for group in system.groups { #expect(text.contains(group.title)) }
        #expect(text.contains("07-知识在身"))
    }

    @Test func tenItemsAreSpatial() {
        #expect(system.items(judged: "geometry") == ["8", "31", "32", "45", "81", "82", "94"])
        #expect(system.items(judged: "both") == ["9", "36", "52"])
        #expect(
            system.item(id: "8")?.judgement.judgements == [
                IndicatorJudgement("closed_compound_size", figures: ["max_side_m": 80])
            ])
        #expect(
            system.item(id: "9")?.judgement.judgements == [
                IndicatorJudgement("circle_services", within: .circle(.five))
            ])
        #expect(
            system.item(id: "81")?.judgement.judgements == [
                IndicatorJudgement("bus_stop_within", within: .circle(.ten))
            ])
        #expect(
            system.item(id: "82")?.judgement.judgements == [
                IndicatorJudgement("junction_spacing", figures: ["max_m": 300])
            ])
        #expect(
            system.item(id: "94")?.judgement.judgements == [
                IndicatorJudgement("network_density", figures: ["min_km_per_km2": 14])
            ])
        #expect(
            system.item(id: "52")?.judgement.judgements
                == [
                    IndicatorJudgement(
                        "facility_size", kinds: ["innovation_space"], figures: ["min_floor_area_m2": 300])
                ])
        #expect(system.item(id: "8")?.citation.place == "02 邻里开放共享 约束性 (8)")
    }
}

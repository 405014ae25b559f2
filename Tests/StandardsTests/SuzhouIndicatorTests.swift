import Standards
import Testing

/// The annex of the Suzhou plan against the document.
@Suite struct SuzhouIndicatorTests {
    private let system: IndicatorSystem

    init() throws { system = try BundledStandards.indicators(id: "suzhou-2021") }

    @Test func thereAre24Indicators() {
        #expect(system.indicators.count == 24)
        #expect(system.printedTotal(of: .indicators)?.total == 24)
        #expect(system.items.allSatisfy { $0.number == nil && !$0.isTicked })
        #expect(system.missing.isEmpty)
        let indicatorsPerGroup = system.groups.map { group in
            system.indicators.count { $0.group == group.id }
        }
        #expect(indicatorsPerGroup == [4, 6, 2, 5, 7])
    }

    /// The annex says otherwise, which is recorded.
    @Test func fourIndicatorsHaveGuidingContentOnly() {
        let guidingOnly = system.indicators.filter { $0.items.allSatisfy { $0.classID == "guiding" } }
        #expect(guidingOnly.map(\.number) == [5, 7, 20, 23])
        #expect(system.indicators.allSatisfy { $0.items.contains { $0.classID == "guiding" } })
        #expect(system.discrepancies.contains { $0.id == "classes_of_the_indicators" })
    }

    /// Every cell of the table is an item, in its order and with its class.
    @Test(.enabled(if: SeedDocument.suzhou != nil))
    func theItemsAreThePrintedCells() throws {
        let text = try #require(SeedDocument.suzhou)
        let table = try #require(text.firstRange(of: "序号\t一级指标")).lowerBound
        let cells = text[table...].matches(of: /\t(约束性|引导性)(?:\t([^\t\n]*))?/)
        try #require(cells.count == system.items.count)
        for (cell, item) in zip(cells, system.items) {
            #expect(system.indicatorClass(id: item.classID)?.title == String(cell.output.1))
            let printed = SeedDocument.normalised(String(cell.output.2 ?? ""))
            #expect(item.text.hasPrefix(printed), "\(item.id)")
        }
        for indicator in system.indicators { #expect(text[table...].contains("\(indicator.title)\t")) }
    }

    @Test func whatGeometryCanJudgeIsTheFiguresOfTheClauses() throws {
        #expect(system.items(judged: "geometry") == ["10.1"])
        #expect(
            system.items(judged: "both") == ["5.1", "6.1", "7.1", "8.1", "9.1", "12.1", "13.1", "16.2"])
        let travel = try #require(system.item(id: "13.1"))
        #expect(
            travel.judgement.judgements == [
                IndicatorJudgement("bus_stop_within", within: .circle(.ten)),
                IndicatorJudgement("junction_spacing", figures: ["max_m": 300]),
            ])
        #expect(travel.citation.place == "附表 指标13 交通出行 约束性")
        #expect(
            system.item(id: "16.2")?.judgement.judgements == [
                IndicatorJudgement("network_density", figures: ["min_km_per_km2": 14])
            ])
        #expect(
            system.item(id: "5.1")?.judgement.judgements
                == [
                    IndicatorJudgement(
                        "facility_size", kinds: ["book_room"], figures: ["min_floor_area_m2": 100])
                ])
    }
}

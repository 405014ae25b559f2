import Standards
import Testing

/// The review table of Chongqing's draft against the document.
@Suite struct ChongqingIndicatorTests {
    private let system: IndicatorSystem

    init() throws { system = try BundledStandards.indicators(id: "chongqing-2024-draft") }

    @Test func totalsAreThePrintedOnesWithTheMissingItem() {
        #expect(system.draft)
        #expect(system.indicators.count == 33)
        #expect(system.items.count == 109)
        #expect(system.missing.map(\.id) == ["24.1"])
        #expect(system.missing.map(\.classID) == ["standard"])
        #expect(system.item(id: "24.1") == nil)
        let counts = ["mandatory": 31, "standard": 57, "additional": 22]
        for (id, count) in counts {
            #expect(system.count(ofClass: id) == count)
            #expect(system.printedTotal(of: .ofClass(id))?.total == count)
        }
        #expect(system.printedTotal(of: .items)?.total == 110)
        #expect(system.items.count + system.missing.count == 110)
        #expect(system.printedTotal(of: .indicators)?.total == 33)
        #expect(system.classes.map(\.title) == ["约束项", "基本项", "附加项"])
    }

    /// Every numbered row is an item with the class before it; rows that a page break shifted have theirs too.
    @Test(.enabled(if: SeedDocument.chongqing != nil))
    func theItemsAreThePrintedRows() throws {
        let text = try #require(SeedDocument.chongqing)
        let table = try #require(text.firstRange(of: "编号\t一级指标")).lowerBound
        let rows = text[table...].matches(of: /(约束项|基本项|附加项)\t+(\d)\.([^\t\n]+)/)
        try #require(rows.count == system.items.count)
        for (row, item) in zip(rows, system.items) {
            #expect(system.indicatorClass(id: item.classID)?.title == String(row.output.1), "\(item.id)")
            #expect(item.number == Int(row.output.2), "\(item.id)")
            #expect(item.citation.quote == SeedDocument.normalised(String(row.output.3)))
            #expect(item.id.hasSuffix(".\(row.output.2)"))
        }
    }

    @Test func itemsNumberWithinTheirIndicator() {
        for indicator in system.indicators {
            let first = indicator.number == 24 ? 2 : 1
            #expect(indicator.items.map(\.number) == indicator.items.indices.map { $0 + first })
            #expect(indicator.items.allSatisfy { $0.id.hasPrefix("\(indicator.number).") })
        }
    }

    @Test func geometryJudgesWhatTable1Places() throws {
        #expect(system.items(judged: "geometry") == ["6.1", "12.1", "12.2", "28.1", "32.1"])
        #expect(system.items(judged: "both").count == 15)
        #expect(
            system.item(id: "12.1")?.judgement.judgements == [
                IndicatorJudgement("bus_stop_within", within: .metres(500))
            ])
        #expect(
            system.item(id: "12.2")?.judgement.judgements == [
                IndicatorJudgement("rail_station_within", within: .metres(800))
            ])
        #expect(
            system.item(id: "13.1")?.judgement.judgements == [
                IndicatorJudgement("network_density", figures: ["min_km_per_km2": 8])
            ])
    }

    /// A kind that an item asks for is asked for in the same circle by table 1.
    @Test func circlesAreThoseOfTable1() throws {
        let table = try BundledStandards.standard(id: "chongqing-2024-draft")
        for item in system.items {
            for judgement in item.judgement.judgements where judgement.rule == "facility_coverage" {
                guard case .circle(let circle) = judgement.limit else { continue }
                let kinds = judgement.kinds
                let rows = table.requirements.filter { $0.kind == kinds.first }
                let circles = rows.compactMap(\.distance.circle?.judgedBy)
                #expect(circles == [circle] || kinds.first == "care_home", "\(item.id)")
            }
        }
    }
}

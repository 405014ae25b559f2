import Geometry
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// The form filled in by geometry and evidence.
@Suite("Assessment by indicators") struct IndicatorAssessmentTests {
    private static let zhejiang = "zhejiang-future-community"

    private func assess(
        _ village: Village, _ system: String = zhejiang, evidence: [(String, Bool)] = [],
        circles: String = "suzhou-2021", unit: Int? = nil
    ) async throws -> IndicatorAssessment {
        let system = try BundledStandards.indicators(id: system)
        let rows = evidence.map { "  - {item: \"\($0.0)\", met: \($0.1), who: 张三, when: 2024-05-01}\n" }
        let file = try EvidenceFile(
            text: "system: \(system.id)\nstatements: \(rows.isEmpty ? "[]" : "\n" + rows.joined())",
            file: "e.yaml", system: system)
        return try await IndicatorAssessment(
            of: try await village.area(), by: system, circles: BundledStandards.standard(id: circles),
            evidence: file, unit: unit)
    }

    private func result(
        _ item: String, _ village: Village, _ system: String = zhejiang, _ evidence: [(String, Bool)] = [],
        circles: String = "suzhou-2021"
    ) async throws -> ItemResult? {
        try await assess(village, system, evidence: evidence, circles: circles)
            .items.first { $0.item.id == item }?.result
    }

    /// A block at the beginning of the street and a bus stop down it.
    private func stop(at metres: Double) -> Village {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility("bus_stop", metres, 0)
        return village
    }

    @Test(
        "item 81: a bus stop within ten minutes, 500 m by Suzhou's table", arguments: [499.999, 500, 500.001])
    func busStop(metres: Double) async throws {
        let found = try #require(
            try await assess(stop(at: metres)).items.first { $0.item.id == "81" })
        #expect(found.outcomes.first?.verdict == (metres <= 500 ? .met : .notMet))
        let served = metres <= 500
        #expect(
            found.outcomes.first?.figure
                == .coverage(served: served ? 1 : 0, of: 1, residents: served ? 100 : 0, ofResidents: 100))
    }

    @Test(
        "Chongqing's items have metres of their own",
        arguments: [("12.1", "bus_stop", 500.0), ("12.2", "rail_station", 800)])
    func ownMetres(item: String, kind: String, limit: Double) async throws {
        for metres in [limit - 0.001, limit, limit + 0.001] {
            var village = Village.street()
            village.addBlock(0, 0)
            village.addFacility(kind, metres, 0)
            let found = try await assess(
                village, "chongqing-2024-draft", circles: "chongqing-2024-draft"
            ).items.first { $0.item.id == item }
            #expect(found?.outcomes.first?.verdict == (metres <= limit ? .met : .notMet), "\(metres)")
        }
    }

    /// Streets around 3000 m × 500 m, so that their hull has an area.
    private static let ring = Village(lines: [
        [Position(0, 0), Position(3000, 0), Position(3000, 500), Position(0, 500), Position(0, 0)]
    ])

    @Test("item 8: closed compounds of 80 m, to a millimetre", arguments: [79.999, 80, 80.001])
    func compounds(side: Double) async throws {
        var village = Self.ring
        try village.addSquareBlock(100, 200, side: side, starts: [.init(100, 0)], isGated: true)
        #expect(try await result("8", village) == (side <= 80 ? .met : .notMet))
    }

    @Test("evidence does not overrule geometry: both stand, and somebody has to decide")
    func conflict() async throws {
        var village = Self.ring
        try village.addSquareBlock(100, 200, side: 90, starts: [.init(100, 0)], isGated: true)
        #expect(try await result("8", village, Self.zhejiang, [("8", true)]) == .conflict)
        #expect(try await result("8", village, Self.zhejiang, [("8", false)]) == .notMet)
        let found = try await assess(village, evidence: [("8", true)]).items.first { $0.item.id == "8" }
        #expect(found?.geometry == .notMet && found?.evidence?.isMet == true)
    }

    @Test("what geometry and evidence make of an item together")
    func together() throws {
        let system = try BundledStandards.indicators(id: Self.zhejiang)
        let indicator = system.indicators[0]
        let rule = IndicatorJudgement("network_density", figures: ["min_km_per_km2": 1])
        func result(
            _ judgement: ItemJudgement, _ geometry: RuleOutcome.Verdict?, _ stated: Bool?
        ) -> ItemResult {
            let item = IndicatorItem(
                id: "1", classID: "mandatory", text: "…", judgement: judgement, citation: .testing)
            return ItemAssessment(
                indicator: indicator, item: item,
                outcomes: geometry.map { [RuleOutcome(rule, $0, nil)] } ?? [],
                evidence: stated.map {
                    Evidence(item: "1", isMet: $0, who: "a", when: "2024-01-01", source: nil, note: nil)
                }
            ).result
        }
        #expect([true, false, nil].map { result(.evidence, nil, $0) } == [.met, .notMet, .needsEvidence])
        let geometry = ItemJudgement.geometry([rule])
        #expect([true, false, nil].map { result(geometry, .met, $0) } == [.met, .conflict, .met])
        #expect([true, false, nil].map { result(geometry, .notMet, $0) } == [.conflict, .notMet, .notMet])
        #expect(
            [true, false, nil].map { result(geometry, .notAssessable, $0) } == [
                .met, .notMet, .notAssessable,
            ])
        let both = ItemJudgement.both([rule])
        #expect([true, false, nil].map { result(both, .met, $0) } == [.met, .notMet, .needsEvidence])
        #expect([true, false, nil].map { result(both, .notMet, $0) } == [.conflict, .notMet, .notMet])
        #expect(
            [true, false, nil].map { result(both, .notAssessable, $0) } == [.met, .notMet, .needsEvidence])
    }

    @Test("Zhejiang's form: three of each class give the figures it prints")
    func printedFigures() async throws {
        let system = try BundledStandards.indicators(id: Self.zhejiang)
        func three(_ named: String) -> [(String, Bool)] {
            system.items.filter { $0.classID == named && $0.judgement == .evidence }.prefix(3)
                .map { ($0.id, true) }
        }
        let found = try await assess(
            stop(at: 600), evidence: three("mandatory") + three("guiding"))
        let shares = Dictionary(uniqueKeysWithValues: found.totals.map { ($0.scope, $0) })
        #expect(shares[.items]?.percent == 4.26 && shares[.items]?.total == 141)
        #expect(shares[.ofClass("mandatory")]?.percent == 4.29)
        #expect(shares[.ofClass("guiding")]?.percent == 4.23)
        // The list itself has 69 and 72: both are said.
        #expect(shares[.ofClass("mandatory")]?.listed == 69 && shares[.ofClass("mandatory")]?.printed == 70)
        #expect(shares[.ofClass("guiding")]?.listed == 72 && shares[.ofClass("guiding")]?.printed == 71)
        #expect(system.totals.compactMap(\.computedPercent) == system.totals.compactMap(\.percent))
    }

    @Test(
        "groups and classes add up to all items, under every system", arguments: BundledStandards.indicatorIDs
    )
    func sums(system: String) async throws {
        let found = try await assess(stop(at: 10), system)
        let all = try #require(found.totals.first { $0.scope == .items })
        for result in ItemResult.allCases {
            let classes = found.totals.filter { if case .ofClass = $0.scope { true } else { false } }
            let groups = found.totals.filter { if case .ofGroup = $0.scope { true } else { false } }
            #expect(classes.reduce(0) { $0 + ($1.results[result] ?? 0) } == all.results[result] ?? 0)
            #expect(groups.reduce(0) { $0 + ($1.results[result] ?? 0) } == all.results[result] ?? 0)
        }
        #expect(all.results.values.reduce(0, +) == found.system.items.count)
    }

    @Test("what nobody has surveyed is not known, and no circle of Suzhou's asks for five minutes alone")
    func unknown() async throws {
        let found = try await assess(stop(at: 10))
        func reasons(_ item: String) -> [RuleOutcome.Reason?] {
            found.items.first { $0.item.id == item }?.outcomes.map(\.reason) ?? []
        }
        #expect(reasons("31") == [.notSurveyed, .notSurveyed])
        #expect(reasons("9") == [.nothingAsked])
        #expect(reasons("8") == [.networkUnknown], "whether the block is closed is not known")
    }

    @Test(
        "one large enough facility suffices; unknown sizes are neither",
        arguments: [
            ([299.99, 300.0], RuleOutcome.Verdict.met), ([299.99], .notMet), ([299.99, nil], .notAssessable),
        ])
    func size(floors: [Double?], expected: RuleOutcome.Verdict) async throws {
        var village = stop(at: 10)
        for floor in floors { village.addFacility("innovation_space", 5, 0, floor: floor) }
        let item = try await assess(village).items.first { item in
            item.outcomes.contains { $0.rule.rule == SizeIndicator.id }
        }
        #expect(item?.outcomes.first?.verdict == expected)
    }

    @Test("a unit is assessed by its own blocks")
    func unit() async throws {
        var village = Village.street()
        village.addBlock(0, 0, unit: 0)
        village.addBlock(2000, 0, unit: 1)
        try village.addUnit(-10, -10, 1000, 20)
        try village.addUnit(990, -10, 2100, 20)
        village.addFacility("bus_stop", 100, 0)
        func verdict(_ unit: Int?) async throws -> RuleOutcome.Verdict? {
            try await assess(village, unit: unit).items.first { $0.item.id == "81" }?.outcomes.first?.verdict
        }
        #expect(try await verdict(nil) == .notMet)
        #expect(try await verdict(0) == .met)
        #expect(try await verdict(1) == .notMet)
    }
}

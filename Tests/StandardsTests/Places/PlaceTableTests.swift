import Testing

@testable import Standards

/// The bundled tables, and what no table may say.
@Suite("Tables of classifiers")
struct PlaceTableTests {
    static let tables = [PlaceClassifier.amap, .osm]

    @Test(
        "every kind is a bundled kind, every reason has words, every reason is used",
        arguments: tables.indices)
    func references(index: Int) {
        let table = Self.tables[index]
        var used = Set([PlaceReason.noCode, PlaceReason.noRule])
        for rule in table.rules {
            switch rule.outcome {
            case .kind(let kind, _, let id):
                #expect(FacilityKindCatalogue.bundled.kind(id: kind) != nil, "\(kind)")
                #expect(id == rule.id)
            case .leftOut(let reason, let id):
                #expect(table.reason(id: reason) != nil, "\(reason)")
                #expect(id == rule.id)
                used.insert(reason)
            }
        }
        #expect(Set(table.reasons.map(\.id)) == used)
        #expect(Set(table.rules.map(\.id)).count == table.rules.count)
    }

    @Test("most kinds that the Suzhou tables judge can come out of both tables")
    func reach() throws {
        let asked = Set(try BundledStandards.standard(id: "suzhou-2021").requirements.map(\.kind))
        for table in Self.tables {
            let given = Set(
                table.rules.compactMap { rule -> String? in
                    if case .kind(let kind, _, _) = rule.outcome { kind } else { nil }
                })
            // OpenStreetMap has neither a tag nor a custom of naming for it.
            let unknown: Set<String> = table.id == "osm" ? ["life_service_station"] : []
            #expect(asked.subtracting(given) == unknown, "\(table.id)")
        }
    }

    private func decoded(_ rule: String) throws -> PlaceClassifier {
        try PlaceClassifierDecoder.decode(
            text: """
                id: t
                version: "1"
                title: {zh: 表, en: table}
                source: s
                reasons: {no_code: {zh: 甲, en: a}, no_rule: {zh: 乙, en: b}}
                rules:
                  - {id: a, codes: ["090600"], kind: pharmacy, confidence: high}
                  - \(rule)
                """, file: "t")
    }

    @Test(arguments: [
        ("{id: b, codes: ['09060'], kind: clinic, confidence: high}", "is no code"),
        ("{id: b, codes: ['xxxxxx'], kind: clinic, confidence: high}", "is no code"),
        ("{id: b, codes: ['09x6xx'], kind: clinic, confidence: high}", "is no code"),
        ("{id: b, codes: [], kind: clinic, confidence: high}", "empty list"),
        ("{id: b, codes: ['090300'], kind: nowhere, confidence: high}", "nowhere"),
        ("{id: b, codes: ['090300'], kind: clinic, confidence: sure}", "sure"),
        ("{id: b, codes: ['090300'], kind: clinic}", "confidence"),
        ("{id: b, codes: ['090300']}", "kind"),
        ("{id: b, codes: ['090300'], leave_out: because}", "because"),
        ("{id: b, codes: ['090300'], leave_out: no_rule, kind: clinic}", "beside 'leave_out'"),
        ("{id: a, codes: ['090300'], leave_out: no_rule}", "given in line"),
        ("{id: b, leave_out: no_rule}", "every place"),
        ("{id: b, except: [甲], leave_out: no_rule}", "every place"),
        ("{id: b, names: [' '], leave_out: no_rule}", "no part of a name"),
        ("{id: b, tags: [{}], leave_out: no_rule}", "empty group"),
        ("{id: b, tags: [{amenity: clinic}], leave_out: no_rule}", "a list"),
        ("{id: b, codes: ['090300'], colour: red, leave_out: no_rule}", "colour"),
    ])
    func badRulesAreRefused(rule: String, complaint: String) throws {
        let error = try #require(throws: StandardError.self) { try decoded(rule) }
        #expect("\(error)".hasPrefix("t:8:") && "\(error)".contains(complaint), "\(error)")
    }

    @Test("the first rule that holds decides")
    func order() throws {
        let table = try decoded("{id: b, codes: [0906xx], kind: clinic, confidence: low}")
        func rule(_ codes: [String]) -> PlaceOutcome { table.outcome(codes: codes, tags: [:], name: nil) }
        #expect(rule(["090600"]) == .kind("pharmacy", confidence: .high, rule: "a"))
        #expect(rule(["090699"]) == .kind("clinic", confidence: .low, rule: "b"))
        #expect(rule(["090699", "090600"]) == .kind("pharmacy", confidence: .high, rule: "a"))
        #expect(rule(["990000"]) == .leftOut(reason: "no_rule", rule: nil))
    }

    @Test("a table without its two standing reasons is refused")
    func standingReasons() {
        #expect(throws: StandardError.self) {
            try PlaceClassifierDecoder.decode(
                text: """
                    {id: t, version: "1", title: {zh: 表, en: t}, source: s, rules: [],
                     reasons: {no_code: {zh: 甲, en: a}}}
                    """, file: "t")
        }
    }
}

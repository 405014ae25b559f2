import Standards
import StrictYAML
import Testing

/// Statements are taken as they are written, or refused with the place of the fault.
@Suite struct EvidenceTests {
    private func read(_ rows: String, of id: String = "zhejiang-future-community") throws -> EvidenceFile {
        let text = "system: \(id)\nstatements:\n\(rows)"
        let system = try BundledStandards.indicators(id: "zhejiang-future-community")
        return try EvidenceFile(text: text, file: "e.yaml", system: system)
    }

    @Test func statementsAreRead() throws {
        let file = try read(
            """
              - {item: "1", met: true, who: 张三, when: 2024-02-29, source: 照片 12, note: 已建成}
              - {item: 2, met: false, who: 李四, when: 2024-03-01}
              - {item: "3", met: , who: , when: }
            """)
        #expect(file.statements.map(\.item) == ["1", "2"])
        let first = try #require(file.statement(on: "1"))
        #expect(first.isMet && first.who == "张三" && first.when == "2024-02-29" && first.source == "照片 12")
        #expect(file.statement(on: "2")?.isMet == false && file.statement(on: "3") == nil)
    }

    /// A row, the line and column of its fault.
    static let faults: [(String, Int, Int)] = [
        ("  - {item: \"142\", met: true, who: a, when: 2024-01-01}", 3, 12),
        ("  - {item: \"1\", met: yes, who: a, when: 2024-01-01}", 3, 22),
        ("  - {item: \"1\", met: true, when: 2024-01-01}", 3, 5),
        ("  - {item: \"1\", met: true, who: a, when: 2023-02-29}", 3, 42),
        ("  - {item: \"1\", met: true, who: a, when: 2024-1-1}", 3, 42),
        ("  - {item: \"1\", met: true, who: a, when: 2024-01-01, why: x}", 3, 54),
        ("  - {item: \"1\"}\n  - {item: \"1\"}", 4, 12),
        ("  - {met: true, who: a, when: 2024-01-01}", 3, 5),
    ]

    @Test(arguments: faults)
    func faultsHaveAPlace(_ row: String, _ line: Int, _ column: Int) throws {
        let error = #expect(throws: YAMLError.self) { try read(row) }
        #expect(error?.line == line && error?.column == column, "\(String(describing: error))")
    }

    @Test func anotherSystemIsRefused() {
        #expect(throws: YAMLError.self) { try read("  - {item: \"1\"}", of: "suzhou-2021") }
    }

    @Test(arguments: BundledStandards.indicatorIDs)
    func templatesCanBeReadAndStateNothing(_ id: String) throws {
        let system = try BundledStandards.indicators(id: id)
        let text = EvidenceTemplate(system).text
        #expect(try EvidenceFile(text: text, file: "t.yaml", system: system).statements.isEmpty)
        for item in system.items { #expect(text.contains("item: \"\(item.id)\"")) }
        let filled = text.replacing("met: ,", with: "met: true,").replacing("who: ,", with: "who: a,")
            .replacing("when: ,", with: "when: 2024-01-01,")
        let file = try EvidenceFile(text: filled, file: "t.yaml", system: system)
        #expect(file.statements.map(\.item) == system.items.map(\.id))
    }
}

import FileFixtures
import Foundation
import Testing

/// `assess` as scripts see it.
@Suite struct AssessTests {
    private struct Assessment: Decodable {
        struct Total: Decodable {
            let scope: String; let id: String?; let listed, met, conflict: Int; let printed: Int?;
            let percent: Double?
        }
        struct Statement: Decodable { let met: Bool; let who, when: String }
        struct Rule: Decodable { let rule, verdict: String }
        struct Item: Decodable { let item, result: String; let evidence: Statement?; let rules: [Rule] }
        struct Printed: Decodable { let percent, percent_computed: Double }
        let unit: String?
        let totals: [Total]
        let items: [Item]
        let printed: [Printed]
    }

    private static let zhejiang = ["assess", "--system", "zhejiang-future-community"]

    private func assess(_ options: [String]) throws -> Assessment {
        let outcome = try LifeCircleProcess.run(
            Self.zhejiang + ["--project", Samples.canalProject, "--json"] + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Assessment.self, from: Data(outcome.output.utf8))
    }

    @Test func theTemplateComesBackFilledIn() throws {
        let folder = try TemporaryFolder()
        let template = try LifeCircleProcess.run(Self.zhejiang + ["--template"])
        #expect(template.status == 0 && template.errors.isEmpty)
        let filled = template.output.replacingOccurrences(
            of: #"item: "1", met: , who: , when: "#, with: #"item: "1", met: true, who: 张三, when: 2024-05-01"#
        )
        let path = try folder.write("evidence.yaml", filled)
        let plain = try assess([])
        let stated = try assess(["--evidence", path])
        #expect(plain.items.map(\.item) == stated.items.map(\.item) && plain.items.count == 141)
        let first = try #require(stated.items.first)
        #expect(first.result == "met" && first.evidence?.who == "张三" && first.evidence?.when == "2024-05-01")
        #expect(plain.items.first?.result == "needs_evidence")
        #expect(zip(plain.items, stated.items).dropFirst().allSatisfy { $0.result == $1.result })
        #expect(plain.printed.map(\.percent) == [4.26, 4.29, 4.23])
        #expect(plain.printed.allSatisfy { $0.percent == $0.percent_computed })
    }

    @Test func geometryItemsAreJudged() throws {
        let found = try assess([])
        let judged = found.items.filter { !$0.rules.isEmpty }
        #expect(judged.map(\.item).contains("81") && judged.map(\.item).contains("94"))
        #expect(judged.allSatisfy { $0.result != "met" || $0.rules.allSatisfy { $0.verdict == "met" } })
        #expect(found.totals.first { $0.scope == "items" }?.printed == 141)
    }

    @Test func everyFormSaysWhatRestsOnTheEdge() throws {
        struct Edge: Decodable { let verdicts_uncertain, blocks_uncertain, items_uncertain: Int }
        struct Rule: Decodable { let verdict: String; let uncertain_verdicts: Int; let uncertain: String? }
        struct Item: Decodable { let item: String; let rules: [Rule]; let uncertain: String? }
        struct Form: Decodable { let edge: Edge; let items: [Item] }
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            Self.zhejiang + [
                "--project", Samples.canalProject, "--output", folder.file("out"), "--lang", "en",
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let form = try JSONDecoder().decode(Form.self, from: folder.data("out/assessment.json"))
        let rules = form.items.flatMap(\.rules)
        let count = rules.reduce(0) { $0 + $1.uncertain_verdicts }
        #expect(count > 0 && form.edge.verdicts_uncertain == count)
        #expect(form.edge.items_uncertain == form.items.count { $0.uncertain == "edge" })
        #expect(
            rules.allSatisfy { $0.verdict == "not_met" || $0.uncertain_verdicts == 0 && $0.uncertain == nil })
        let table = try CSVTable(folder.data("out/assessment.csv"))
        #expect(table.columns.suffix(3) == ["draft", "uncertain_verdicts", "uncertain"])
        for (item, row) in zip(form.items, table.rows) {
            let own = item.rules.reduce(0) { $0 + $1.uncertain_verdicts }
            #expect(row["uncertain_verdicts"] == (item.rules.isEmpty ? "" : "\(own)"))
            #expect(row["uncertain"] == item.uncertain ?? "")
        }
        for sheet in ["out/assessment.md", "out/assessment.html"] {
            #expect(try folder.text(sheet).contains("uncertain near the edge of the data: \(count) 项"))
            #expect(try folder.text(sheet).contains("近数据边缘存疑"))
        }
        #expect(outcome.output.contains("uncertain near the edge of the data: "))
        #expect(try folder.text("out/findings.csv").contains("near_data_edge"))
    }

    @Test func indicatorsOfOnesOwnAreAssessedByPath() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "own.yaml",
            """
            id: own
            version: "1"
            title: 自编
            title_en: Own
            source: {title: 某规划, year: 2024}
            draft: false
            classes:
              - {id: must, title: 必选, title_en: must}
            groups:
              - {id: place, title: 场景, title_en: Place}
            indicators:
              - number: 1
                title: 出行
                title_en: Travel
                group: place
                place: 表1
                items:
                  - id: "1.1"
                    class: must
                    text: 公交站点一公里以内
                    judged: geometry
                    rules:
                      - {rule: bus_stop_within, metres: 1000}
                  - {id: "1.2", class: must, text: 有人管理, judged: evidence}
            """)
        let outcome = try LifeCircleProcess.run([
            "assess", "--system", path, "--project", Samples.canalProject, "--output", folder.file("out"),
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = try folder.text("out/assessment.json")
        #expect(rows.contains("\"item\": \"1.1\"") && rows.contains("bus stop within 1000 m"))
        #expect(try folder.text("out/manifest.json").contains("own.yaml"), "the file is an input of the run")
        let table = try LifeCircleProcess.run([
            "assess", "--system", "Docs/standard-template.yaml", "--project", Samples.canalProject,
        ])
        #expect(table.status != 0)
        let template = try LifeCircleProcess.run(["assess", "--system", path, "--template"])
        #expect(template.status == 0 && template.output.contains("item: \"1.2\""))
    }

    @Test func aUnitOfItsOwn() throws {
        #expect(try assess(["--unit", "U1"]).unit == "U1")
        let wrong = try LifeCircleProcess.run(
            Self.zhejiang + ["--project", Samples.canalProject, "--unit", "U9"])
        #expect(wrong.status == 64 && wrong.errors.contains("U1"))
    }

    @Test func theFolderHasTheSheet() throws {
        let folder = try TemporaryFolder()
        let evidence = try folder.write(
            "evidence.yaml",
            """
            system: zhejiang-future-community
            statements:
              - {item: "1", met: true, who: "<script>alert(1)</script>", when: 2024-05-01, note: "a|b & c"}
            """)
        let outcome = try LifeCircleProcess.run(
            Self.zhejiang + [
                "--project", Samples.canalProject, "--evidence", evidence, "--output", folder.file("out"),
            ])
        #expect(outcome.status == 0)
        let names = try folder.contents().keys.filter { $0.hasPrefix("out/") }.sorted()
        #expect(
            names
                == [
                    "assessment.csv", "assessment.html", "assessment.json", "assessment.md", "findings.csv",
                    "manifest.json", "results.gpkg", "results.xlsx",
                ].map { "out/\($0)" })
        let html = try folder.text("out/assessment.html")
        #expect(!html.contains("<script>") && html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        let page = try folder.text("out/assessment.md")
        #expect(!page.contains("<script>") && page.contains(#"a\|b &amp; c"#))
        let rows = try CSVTable(try folder.data("out/assessment.csv")).rows
        #expect(rows.count == 141 && rows[0]["result"] == "met" && rows[0]["when"] == "2024-05-01")
        for row in rows { #expect(row["place"]?.isEmpty == false && row["quote"]?.isEmpty == false) }
    }

    /// Lines of an evidence file that are refused, with what the message names.
    static let faults = [
        (#"  - {item: "142", met: true, who: a, when: 2024-01-01}"#, "evidence.yaml:3:12"),
        (#"  - {item: "1", met: true, when: 2024-01-01}"#, "evidence.yaml:3:5"),
    ]

    @Test(arguments: faults)
    func evidenceIsReadStrictly(_ row: String, _ place: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "evidence.yaml", "system: zhejiang-future-community\nstatements:\n\(row)\n")
        let outcome = try LifeCircleProcess.run(
            Self.zhejiang + ["--project", Samples.canalProject, "--evidence", path])
        #expect(outcome.status == 65 && outcome.errors.contains(place), "\(outcome.errors)")
    }

    @Test(arguments: [[], ["--template", "--json"], ["--project", "a", "--system", "nothing"]])
    func wrongUseIsRefused(_ options: [String]) throws {
        #expect(try LifeCircleProcess.run(Self.zhejiang + options).status == 64)
    }
}

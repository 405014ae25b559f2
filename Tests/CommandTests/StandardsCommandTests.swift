import FileFixtures
import Foundation
import Testing

/// The bundled tables as other programs read them.
@Suite struct StandardsCommandTests {
    private struct Standard: Decodable {
        struct Citation: Decodable { let document, place, quote: String }
        struct Circle: Decodable {
            let id: String
            let minutes, population: Int
            let strict_m, lenient_m: Double
        }
        struct Requirement: Decodable {
            let id, kind, title, category: String
            let tier, circle: String?
            let min_floor_area_m2, min_site_area_m2: Double?
            let citation: Citation
        }
        let id, title: String
        let draft: Bool
        let circles: [Circle]
        let requirements: [Requirement]
    }

    private func suzhou() throws -> Data {
        let outcome = try LifeCircleProcess.run(["standards", "show", "suzhou-2021", "--json"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        return Data(outcome.output.utf8)
    }

    @Test func listNamesWhatIsBundled() throws {
        for language in ["en", "zh"] {
            let outcome = try LifeCircleProcess.run(["standards", "list", "--lang", language])
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("suzhou-2021"))
            #expect(outcome.output.contains(language == "zh" ? "苏州社区品质提升专项规划" : "Suzhou"))
        }
        let json = try LifeCircleProcess.run(["standards", "list", "--json"])
        struct Entry: Decodable { let id: String; let requirements: Int }
        let entries = try JSONDecoder().decode([Entry].self, from: Data(json.output.utf8))
        #expect(entries.contains { $0.id == "suzhou-2021" && $0.requirements == 25 })
    }

    @Test func keysAreThosePromised() throws {
        let top = try #require(JSONSerialization.jsonObject(with: suzhou()) as? [String: Any])
        for key in [
            "id", "title", "source", "draft", "circles", "requirements", "indicators", "discrepancies",
        ] {
            #expect(top[key] != nil, "\(key) is missing")
        }
        let requirements = try #require(top["requirements"] as? [[String: Any]])
        for requirement in requirements {
            for key in [
                "id", "kind", "title", "category", "tier", "circle", "min_floor_area_m2", "min_site_area_m2",
                "citation",
            ] {
                #expect(requirement.keys.contains(key), "\(key) of \(requirement["id"] ?? "?") is missing")
            }
        }
        let circles = try #require(top["circles"] as? [[String: Any]])
        for circle in circles {
            #expect(Set(["id", "minutes", "population", "strict_m", "lenient_m"]).isSubset(of: circle.keys))
        }
    }

    @Test func suzhouHasItsRows() throws {
        let standard = try JSONDecoder().decode(Standard.self, from: suzhou())
        #expect(standard.requirements.count == 25)
        #expect(standard.requirements.count { $0.tier == "basic" } == 14)
        #expect(standard.requirements.count { $0.tier == "improvement" } == 9)
        #expect(standard.requirements.allSatisfy { [nil, "5", "10", "15", "5-10"].contains($0.circle) })
        #expect(standard.requirements.allSatisfy { !$0.citation.quote.isEmpty && !$0.citation.place.isEmpty })
        #expect(Set(standard.requirements.map(\.id)).count == 25)
        #expect(standard.circles.map(\.minutes) == [5, 10, 15])
        #expect(standard.circles.map(\.strict_m) == [200, 500, 800])
        #expect(standard.circles.map(\.lenient_m) == [300, 500, 1000])
    }

    @Test func tableShowsEveryRequirement() throws {
        let standard = try JSONDecoder().decode(Standard.self, from: suzhou())
        let show = ["standards", "show", "suzhou-2021", "--lang", "zh"]
        let whole = try LifeCircleProcess.run(show, environment: ["COLUMNS": "9999"])
        let piped = try LifeCircleProcess.run(show, environment: ["COLUMNS": ""])
        #expect(piped.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        for requirement in standard.requirements {
            #expect(whole.output.contains(requirement.title))
            // A row is found by its id wherever its cells are cut.
            for output in [whole.output, piped.output] { #expect(output.contains("\n\(requirement.id) ")) }
        }
    }

    @Test func unknownStandardNamesTheKnown() throws {
        let outcome = try LifeCircleProcess.run(["standards", "show", "suzhou-2012"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("suzhou-2021"))
    }

    @Test func zhejiangIsShownButJudgesNothing() throws {
        let shown = try LifeCircleProcess.run([
            "standards", "show", "zhejiang-future-community", "--lang", "en",
        ])
        #expect(shown.status == 0)
        #expect(shown.output.contains("6/141 = 4.26 %, 3/70 = 4.29 %, 3/71 = 4.23 %"))
        let run = try LifeCircleProcess.run([
            "analyze", Samples.tiny + "/lifecircle.yaml", "--standard", "zhejiang-future-community", "--lang",
            "en", "--output", NSTemporaryDirectory() + "zhejiang-\(UUID().uuidString)",
        ])
        #expect(run.status == 64)
        #expect(run.errors.contains("has indicators and no facility table"))
    }

    @Test func pageAndJSONAreTwoResults() throws {
        let page = try LifeCircleProcess.run(["standards", "show", "suzhou-2021", "--markdown"])
        #expect(page.status == 0 && page.output.hasPrefix("<!-- Made by"))
        let both = try LifeCircleProcess.run(["standards", "show", "suzhou-2021", "--markdown", "--json"])
        #expect(both.status == 64)
    }

    @Test func checkNamesEveryProblem() throws {
        let folder = try TemporaryFolder()
        let template = URL(fileURLWithPath: Samples.tiny).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Docs/standard-template.yaml")
        let text = try String(contentsOf: template, encoding: .utf8)
        let sound = try LifeCircleProcess.run(["standards", "check", template.path, "--lang", "en"])
        #expect(sound.status == 0 && sound.errors.isEmpty)
        #expect(sound.output.split(separator: "\n").count == 1)
        #expect(sound.output.contains("sound; my-city-2025"))
        let broken = text.replacingOccurrences(of: "strict_m: 800", with: "strict_m: 8000")
            .replacingOccurrences(of: "min_site_area_m2: 400", with: "min_site_area_ha: 400")
        let path = try folder.write("broken.yaml", broken)
        let check = try LifeCircleProcess.run(["standards", "check", path, "--lang", "en"])
        #expect(check.status == 65 && check.output.isEmpty)
        #expect(check.errors.contains("below the strict one"))
        #expect(check.errors.contains("unknown key 'min_site_area_ha'"))
        #expect(check.errors.contains("2 problems"))
        let json = try LifeCircleProcess.run(["standards", "check", path, "--json"])
        #expect(json.status == 65 && json.output.contains("\"sound\""))
        #expect(try LifeCircleProcess.run(["standards", "check", path + "x"]).status == 66)
    }
}

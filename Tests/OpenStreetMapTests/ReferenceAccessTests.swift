import Foundation
import Testing

@testable import OpenStreetMap

/// The table agrees with another engine's scenarios but for differences that Docs/OpenStreetMap.md names.
@Suite struct ReferenceAccessTests {
    /// Scenarios, by the tags of the way, that come out otherwise, and the row that is the reason.
    static let differences: [FootProfile: [OSMTags: String]] = [
        .default: [:],
        .china: [
            ["highway": "trunk"]: "city_trunk", ["highway": "trunk_link"]: "city_trunk",
            ["highway": "motorway", "access": "yes"]: "motorway",
        ],
    ]

    struct Scenario {
        let way: OSMTags
        let node: OSMTags
        let isWalkable: Bool
    }

    @Test(.enabled(if: SharedData.has("osm/foot_access.csv")), arguments: FootProfile.allCases)
    func agreesButForNamedDifferences(_ profile: FootProfile) throws {
        let access = FootAccess(profile: profile)
        var found: Set<OSMTags> = []
        let scenarios = try scenarios()
        #expect(scenarios.count == 161)
        for scenario in scenarios {
            let way = access.access(ofWay: scenario.way)
            var isWalkable = false
            if case .walkable = way { isWalkable = access.passage(ofNode: scenario.node) == .open }
            guard isWalkable != scenario.isWalkable else { continue }
            found.insert(scenario.way)
            let row = try #require(
                Self.differences[profile]?[scenario.way], "\(scenario.way) \(scenario.node)")
            switch way {
            case .walkable(let rule), .notWalkable(let rule): #expect(rule.id == row)
            default: Issue.record("\(scenario.way): \(way)")
            }
        }
        #expect(found == Set(Self.differences[profile, default: [:]].keys), "a named difference is none")
    }

    @Test func differencesAreDocumented() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appendingPathComponent("Docs/OpenStreetMap.md"), encoding: .utf8)
        for tags in Self.differences.values.flatMap(\.keys) {
            let words = tags.all.map { "`\($0.key)=\($0.value)`" }
            #expect(
                text.split(separator: "\n").contains { line in words.allSatisfy { line.contains($0) } },
                "\(tags)")
        }
    }

    private func scenarios() throws -> [Scenario] {
        let text = try String(contentsOfFile: SharedData.path("osm/foot_access.csv"), encoding: .utf8)
        return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let fields = fields(of: line)
            return Scenario(
                way: try tags(fields[2]), node: try tags(fields[3]), isWalkable: fields[4] == "yes")
        }
    }

    private func fields(of line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line.replacing("\"\"", with: "\u{1}") {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character == "\u{1}" ? "\"" : character)
            }
        }
        return fields
    }

    private func tags(_ json: String) throws -> OSMTags {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String] ?? [:]
        return OSMTags(object.map { (key: $0.key, value: $0.value) })
    }
}

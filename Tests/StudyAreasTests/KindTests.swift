import Standards
import Testing

@testable import StudyAreas

@Suite("Kinds of facilities")
struct KindTests {
    private func area(_ kinds: [String?], _ reading: KindReading = .catalogue(.bundled)) async throws
        -> StudyArea
    {
        var town = Town()
        town.facilities = [
            .features(
                kinds.enumerated().map { index, kind in
                    let value = kind.map { Attribute.text($0) } ?? .null
                    return .point(Double(index), 0, ["id": .text("f\(index)"), "kind": value])
                })
        ]
        town.loader.kinds = reading
        return try await town.load()
    }

    @Test(
        "an id, the name as printed and an alias mean the same kind",
        arguments: [
            ("kindergarten", "kindergarten"), ("幼儿园", "kindergarten"), ("幼稚园", "kindergarten"),
            ("Kindergarten", "kindergarten"), (" 幼 儿 园 ", "kindergarten"),
            ("社区文化活动中心 (含青少年、老年活动中心)", "cultural_activity_centre"),
            ("社区文化活动中心（含青少年、老年活动中心）", "cultural_activity_centre"),
            ("cultural-activity-centre", "cultural_activity_centre"), ("文化站", "cultural_activity_station"),
        ])
    func names(written: String, id: String) async throws {
        let area = try await area([written])
        #expect(area.facilities.map(\.kind) == [id])
        #expect(area.tally("facilities")?.excluded == 0)
    }

    @Test("every row of the bundled table is known by the name it is printed with")
    func printedTitles() async throws {
        let rows = try BundledStandards.standard(id: "suzhou-2021").requirements
        let area = try await area(rows.map(\.title))
        #expect(area.facilities.map(\.kind) == rows.map(\.kind))
    }

    @Test("an unknown kind is left out, with the nearest names")
    func unknown() async throws {
        let area = try await area(["幼儿圆", "park"])
        #expect(area.facilities.map(\.id) == ["f1"])
        let finding = try #require(area.found(.kindUnknown).first)
        #expect(finding.feature == "f0" && finding.layer == "facilities")
        #expect(finding.arguments.first == "幼儿圆")
        #expect(finding.arguments.last?.contains("幼儿园") == true)
        #expect(area.tally("facilities").map { [$0.read, $0.used, $0.excluded] } == [2, 1, 1])
    }

    @Test("an empty kind is left out and said to be missing", arguments: [nil, "", "   "])
    func empty(kind: String?) async throws {
        let area = try await area([kind, "park"])
        #expect(area.features(.kindMissing) == ["f0"])
        #expect(area.facilities.map(\.id) == ["f1"])
    }

    @Test("facilities of no known kind at all are an error")
    func nothingKnown() async throws {
        let error = try await #require(throws: StudyAreaError.self) { try await area(["谜", nil]) }
        #expect(error.hasNothingUsable(of: 2) && error.layer == "facilities")
    }

    @Test("as written, kinds are the column's values without judgement")
    func asWritten() async throws {
        let area = try await area(["谜", "幼儿园", " 公园 "], .asWritten)
        #expect(area.facilities.map(\.kind) == ["谜", "幼儿园", "公园"])
        #expect(area.found(.kindUnknown).isEmpty)
    }
}

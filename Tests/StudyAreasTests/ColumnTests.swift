import Standards
import Testing

@testable import StudyAreas

@Suite("Columns of the input and their names")
struct ColumnTests {
    private var chinese: Town {
        var town = Town()
        town.blocks = .features([.point(100, 10, ["编号": "甲", "名称": "桂花新村", "人口": 1200, "户数": 400])])
        town.facilities = [
            .features([
                .point(
                    300, 5, ["编号": "Y1", "名称": "桂花幼儿园", "类型": "幼儿园", "建筑面积": 4000, "占地面积": 6600.5])
            ])
        ]
        return town
    }

    @Test("the common Chinese names are understood without a mapping")
    func chineseAliases() async throws {
        let area = try await chinese.load()
        let block = try #require(area.blocks.first)
        #expect(block.id == "甲" && block.name == "桂花新村")
        #expect(block.population == 1200 && block.households == 400)
        let facility = try #require(area.facilities.first)
        #expect(facility.id == "Y1" && facility.name == "桂花幼儿园" && facility.kind == "kindergarten")
        #expect(facility.floorArea == 4000 && facility.siteArea == 6600.5)
        #expect(area.findings.allSatisfy { $0.code.severity == .info })
    }

    @Test("names are compared without case, and the default name comes before an alias")
    func caseAndPrecedence() async throws {
        var town = Town()
        town.blocks = .features([.point(100, 10, ["编号": "乙", "ID": "B7", "人口": 5, "Population": 70])])
        let area = try await town.load()
        #expect(area.blocks.map(\.id) == ["B7"])
        #expect(area.blocks.first?.population == 70)
    }

    @Test("a mapping overrides the aliases")
    func mapping() async throws {
        var town = chinese
        town.blocks = .features([
            .point(100, 10, ["id": "old", "code": "new", "population": 1, "人口_2020": 900])
        ])
        town.columns = ["blocks": [.id: "code", .population: "人口_2020"]]
        let area = try await town.load()
        #expect(area.blocks.map(\.id) == ["new"])
        #expect(area.blocks.first?.population == 900)
    }

    @Test(
        "a mapped column that is not there is an error that lists those that are",
        arguments: [FieldRole.id, .name, .population, .households, .age, .gated, .siteArea])
    func absentMapping(role: FieldRole) async throws {
        var town = Town()
        town.columns = ["blocks": [role: "no such"]]
        let error = try await #require(throws: StudyAreaError.self) { try await town.load() }
        #expect(error.problem == .noColumn(column: "no such", available: ["id", "population"]))
        #expect(error.layer == "blocks" && error.path?.hasSuffix("blocks.geojson") == true)
    }

    @Test("a facility layer without a kind column is an error even unmapped")
    func noKindColumn() async throws {
        var town = Town()
        town.facilities = [.features([.point(300, 0, ["id": "F1"])])]
        let error = try await #require(throws: StudyAreaError.self) { try await town.load() }
        #expect(error.problem == .noColumn(column: "kind", available: ["id"]))
        #expect(error.layer == "facilities")
    }

    @Test("ages and gates are read in both languages; other words are findings and unknown")
    func words() async throws {
        var town = Town()
        town.blocks = .features([
            .point(10, 5, ["id": "a", "population": 1, "age": "老旧小区", "gated": "是"]),
            .point(20, 5, ["id": "b", "population": 1, "age": "New", "gated": "FALSE"]),
            .point(30, 5, ["id": "c", "population": 1, "age": "1987", "gated": "perhaps"]),
            .point(40, 5, ["id": "d", "population": 1, "age": nil, "gated": " "]),
        ])
        let area = try await town.load()
        #expect(area.blocks.map(\.age) == [.old, .newBuilt, nil, nil])
        #expect(area.blocks.map(\.isGated) == [true, false, nil, nil])
        #expect(area.found(.notUnderstood).map(\.arguments) == [["age", "1987"], ["gated", "perhaps"]])
        #expect(area.features(.notUnderstood) == ["c", "c"])
    }

    @Test("the land of a block is its polygon's, whatever a column says, and a point's is the column's")
    func landArea() async throws {
        var town = Town()
        town.blocks = .features([
            .rectangle(0...100, 10...60, ["id": "surface", "population": 1, "site_area": 9]),
            .point(200, 5, ["id": "point", "population": 1, "site_area": 1234.5]),
            .point(300, 5, ["id": "bare", "population": 1, "site_area": nil]),
        ])
        #expect(try await town.load().blocks.map(\.landArea) == [5000, 1234.5, nil])
    }

    @Test("an open space without an area column is measured; a building's outline says nothing of its site")
    func measuredSites() async throws {
        var town = Town()
        town.facilities = [
            .features([
                .rectangle(0...20, 0...20, ["id": "park", "kind": "park"]),
                .rectangle(50...70, 0...20, ["id": "school", "kind": "primary_school"]),
                .point(90, 0, ["id": "spot", "kind": "park"]),
            ])
        ]
        #expect(try await town.load().facilities.map(\.siteArea) == [400, nil, nil])
    }
}

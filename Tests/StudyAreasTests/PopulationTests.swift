import Testing

@testable import StudyAreas

@Suite("Numbers in attributes")
struct PopulationTests {
    /// A block layer as delimited text, one block for each way of writing the population.
    private func area(_ written: [String]) async throws -> StudyArea {
        var town = Town()
        let rows = written.enumerated().map { "b\($0),\($0 * 10),5,\"\($1)\"" }
        town.blocks = .csv((["id,x,y,population"] + rows).joined(separator: "\n"))
        return try await town.load()
    }

    @Test(
        "plain numbers are taken, white space around them ignored",
        arguments: [
            ("500", 500.0), (" 500 ", 500), ("\u{3000}500\t", 500), ("0", 0), ("1234.5", 1234.5),
            ("1e3", 1000),
        ])
    func numbers(written: String, meaning: Double) async throws {
        let area = try await area([written])
        #expect(area.blocks.first?.population == meaning)
        #expect(area.found(.notANumber).isEmpty && area.found(.populationUnknown).isEmpty)
    }

    @Test(
        "what is no number is a finding that quotes it, and the population is unknown",
        arguments: ["约500", "NaN", "inf", "-inf", "1,200", "5 00", "0x10", "--", "1e999"])
    func notNumbers(written: String) async throws {
        let area = try await area([written, "10"])
        #expect(area.blocks.map(\.population) == [nil, 10])
        #expect(area.found(.notANumber).map(\.arguments) == [["population", written]])
        #expect(area.features(.notANumber) == ["b0"] && area.features(.populationUnknown) == ["b0"])
        #expect(area.tally("blocks")?.excluded == 0)
    }

    @Test("negative numbers are a finding of their own", arguments: ["-1", "-0.001"])
    func negative(written: String) async throws {
        let area = try await area([written])
        #expect(area.blocks.first?.population == .some(nil))
        #expect(area.found(.negativeNumber).map(\.arguments) == [["population", written]])
        #expect(area.features(.populationUnknown) == ["b0"])
    }

    @Test("an empty cell is unknown, but no defect")
    func empty() async throws {
        let area = try await area(["", " ", "\u{3000}", "7"])
        #expect(area.blocks.map(\.population) == [nil, nil, nil, 7])
        #expect(area.features(.populationUnknown) == ["b0", "b1", "b2"])
        #expect(area.findings.allSatisfy { !$0.code.isDefect })
    }

    @Test("without the column that is said once, not for every block")
    func noColumn() async throws {
        var town = Town()
        town.blocks = .features([.point(10, 5, ["id": "a"]), .point(20, 5, ["id": "b"])])
        let area = try await town.load()
        #expect(area.blocks.map(\.population) == [nil, nil])
        #expect(area.found(.populationColumnMissing).count == 1 && area.found(.populationUnknown).isEmpty)
    }

    @Test("sizes and classes of facilities go by the same rules")
    func facilitySizes() async throws {
        var town = Town()
        town.facilities = [
            .csv(
                """
                id,x,y,kind,floor_area,site_area,classes
                a,10,0,幼儿园,3800,-5,12
                b,20,0,幼儿园,大,6500,
                """)
        ]
        let area = try await town.load()
        #expect(area.facilities.map(\.floorArea) == [3800, nil])
        #expect(area.facilities.map(\.siteArea) == [nil, 6500])
        #expect(area.facilities.map(\.classes) == [12, nil])
        #expect(area.found(.negativeNumber).map(\.arguments) == [["site_area", "-5"]])
        #expect(area.found(.notANumber).map(\.arguments) == [["floor_area", "大"]])
    }
}

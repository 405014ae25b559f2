import Standards
import Testing
import VectorFiles

@testable import StudyAreas

@Suite("Facilities classified by a table")
struct ClassifyTests {
    private func town(_ csv: String, _ kinds: KindSource) -> Town {
        var town = Town()
        town.facilities = [.csv(csv)]
        town.kinds = kinds
        return town
    }

    private static let poi = """
        id,name,类型编码,x,y
        a,益丰大药房,090601,100,5
        b,星海学校,141203,120,5
        c,湖滨一号,120302|190301,140,5
        d,彩虹屋,141204,160,5
        e,湖东日间照料中心,130400,180,5
        f,诊所,90300,200,5
        """

    @Test("kinds come from codes and names; what is left out has a finding with its reason")
    func amap() async throws {
        let area = try await town(Self.poi, .amap).load()
        #expect(area.facilities.map(\.id) == ["a", "d", "e", "f"])
        #expect(area.facilities.map(\.kind) == ["pharmacy", "kindergarten", "elderly_day_care", "clinic"])
        #expect(area.features(.placeUnclear) == ["b"] && area.features(.placeLeftOut) == ["c"])
        #expect(area.features(.kindDoubtful) == ["d"])
        #expect(area.found(.placesTaken).map { $0.arguments[2] } == ["1", "1", "1", "1"])
        let tally = try #require(area.tally("facilities"))
        #expect(tally.read == 6 && tally.excluded == 2)
        let leftOut = area.findings.filter(\.code.leavesOut)
        #expect(leftOut.count == tally.excluded)
    }

    @Test("a reviewer's word in the kind column goes before the table, and none leaves a place out")
    func undo() async throws {
        var town = town(
            """
            id,name,typecode,x,y,review
            a,益丰大药房,090601,100,5,无
            b,星海学校,141203,120,5,小学
            c,某处,010100,140,5,
            d,彩虹屋,141204,160,5,托儿所
            e,某店,060200,180,5,核电站
            """, .amap)
        town.columns["facilities"] = [.kind: "review"]
        let area = try await town.load()
        #expect(area.facilities.map(\.kind) == ["primary_school", "nursery"])
        #expect(area.features(.placeLeftOut) == ["a", "c"] && area.features(.kindUnknown) == ["e"])
    }

    @Test("a column of the map's own called 类型 is no such word")
    func ownTypes() async throws {
        let area = try await town("id,name,类型,typecode,x,y\na,大药房,医药;药房,090601,1,2\n", .amap).load()
        #expect(area.facilities.map(\.kind) == ["pharmacy"])
    }

    @Test("OpenStreetMap's tags are columns, or together in one")
    func osm() async throws {
        let table = #"""
            osm_id,name,amenity,other_tags,x,y
            1,星海小学,school,,100,5
            2,,,"""shop""=>""supermarket"",""note""=>""a \""b\""""",120,5
            3,,bench,,140,5
            """#
        let area = try await town(table, .osm).load()
        #expect(area.facilities.map(\.id) == ["1", "2"])
        #expect(area.facilities.map(\.kind) == ["primary_school", "fresh_market"])
        #expect(area.features(.placeLeftOut) == ["3"])
    }

    @Test(
        "pairs of other_tags are read as they are written, and nonsense ends them",
        arguments: [
            (#""a"=>"b""#, ["a": "b"]), (#""a"=>"b","c"=>"d""#, ["a": "b", "c": "d"]),
            (#""a" => "b", "c" => "d""#, ["a": "b", "c": "d"]),
            (#""a"=>"x\"y","c"=>"\\""#, ["a": #"x"y"#, "c": #"\"#]),
            (#""a"=>"b","c""#, ["a": "b"]), (#""a"=>"b"#, [:]), ("a=>b", [:]), ("", [:]), (#""""#, [:]),
            (#""a"=>NULL,"c"=>"d""#, [:]), (#""药"=>"店,""#, ["药": "店,"]),
        ])
    func pairs(text: String, expected: [String: String]) {
        #expect(PlaceTags.pairs(text) == expected)
    }

    @Test("a table without type codes is refused by name")
    func noCodes() async throws {
        let error = try await #require(throws: StudyAreaError.self) {
            try await town("id,name,x,y\na,大药房,1,2\n", .amap).load()
        }
        guard case .noColumn("typecode", let available) = error.problem else { throw error }
        #expect(available == ["id", "name", "x", "y"])
    }

    @Test("a layer of which nothing is a facility is an error that says why of the first")
    func nothing() async throws {
        let error = try await #require(throws: StudyAreaError.self) {
            try await town("id,typecode,x,y\na,010100,1,2\nb,120302,1,2\n", .amap).load()
        }
        guard case .nothingUsable(2, let first) = error.problem else { throw error }
        #expect(first?.code == .placeLeftOut && first?.feature == "a")
    }
}

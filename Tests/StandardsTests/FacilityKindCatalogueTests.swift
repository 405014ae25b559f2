import Foundation
import Standards
import Testing

@Suite struct FacilityKindCatalogueTests {
    private let catalogue = FacilityKindCatalogue.bundled

    @Test(
        arguments: [
            ("cultural_activity_centre", "社区文化活动中心 (含青少年、老年活动中心)"),
            ("cultural_activity_centre", "社区文化活动中心（含青少年、老年活动中心）"),
            ("cultural_activity_centre", " 社区 文化活动中心\u{3000}"),
            ("cultural_exhibition_hall", "文化展示馆(兼容图书、阅览等)"),
            ("fresh_market", "生鲜超市（菜市场）"), ("fresh_market", "生鲜超市(菜市场)"), ("fresh_market", "生鲜超市"),
            ("fresh_market", "生鲜超市 （ 菜市场 ）"), ("fresh_market", "菜市场（一层（东））"),
            ("sports_hall", "体育馆（场）"), ("sports_hall", "体育馆"),
            ("bus_stop", "BUS_STOP"), ("bus_stop", "bus stop"), ("bus_stop", "Bus-Stop"),
            ("bus_stop", "ｂｕｓ　ｓｔｏｐ"),
            ("bus_stop", "公交\u{200B}站\u{FEFF}"), ("bus_stop", "\t公交车站\r\n"), ("rail_station", "地铁站"),
            ("pocket_park", "公园绿地"), ("pocket_park", "Park"), ("pharmacy", "药店（24小时）"),
            ("public_toilet", "公厕"),
            ("party_service_centre", "党群服务中心"), ("health_centre", "社区卫生服务中心"),
            ("health_station", "社区卫生服务站"),
        ])
    func aNameMeansItsKind(id: String, name: String) {
        #expect(catalogue.kind(named: name)?.id == id)
    }

    @Test(
        arguments: [
            "", " ", "\u{200B}", "()", "（）", "（药店）", "(", ")", "))((", "药店（", "药店）", "(药店", "unknown", "核电站",
            "药店药店", "\u{0}", "(((((((((((((((((((", "a)", "-", "_", "💊", "null",
            String(repeating: "药店", count: 100_000), String(repeating: "(", count: 500) + "药店)",
            String(repeating: "药", count: 190) + "(x)", "药\u{0301}店",
            String(repeating: "\u{FDFA}", count: 200),
        ])
    func otherNamesMeanNothing(name: String) {
        #expect(catalogue.kind(named: name) == nil)
        #expect(catalogue.suggestions(for: name).count <= 3)
    }

    @Test func everyKindIsFoundByEachOfItsNames() {
        for kind in catalogue.kinds {
            for name in kind.names {
                #expect(catalogue.kind(named: name) == kind, "\(name)")
                #expect(catalogue.kind(named: name.uppercased()) == kind, "\(name)")
                #expect(catalogue.kind(named: " \(name) （备注）") == kind, "\(name)")
            }
            #expect(catalogue.kind(id: kind.id) == kind)
        }
        #expect(catalogue.kind(id: "公交站点") == nil)
    }

    @Test func suggestionsAreNearAndOfDifferentKinds() {
        #expect(catalogue.suggestions(for: "卫生服务中").prefix(2) == ["卫生服务中心", "卫生服务站"])
        #expect(catalogue.suggestions(for: "phramacy").first == "Pharmacy")
        #expect(catalogue.suggestions(for: "老年日间照料中心站（东区）").first == "老年日间照料中心")
        #expect(catalogue.suggestions(for: "xyzzyxyzzyxyzzy").isEmpty)
        let many = catalogue.suggestions(for: "社区服务")
        #expect(many.count == 3)
        #expect(Set(many.compactMap { catalogue.kind(named: $0)?.id }).count == 3)
    }

    @Test func openSpacesAreThoseEnteredAcrossTheirBoundary() {
        let open = Set(catalogue.kinds.filter(\.isOpenSpace).map(\.id))
        #expect(
            open.isSuperset(of: ["pocket_park", "cultural_plaza", "ball_court", "outdoor_fitness", "square"]))
        #expect(
            open.isDisjoint(with: ["primary_school", "sports_hall", "bus_stop", "parking", "fitness_hall"]))
    }

    @Test func aNameWithTwoKindsIsRefusedAtItsPlace() throws {
        let text = """
            kinds:
              - {id: a, title: 甲, title_en: A}
              - {id: b, title: 乙, title_en: B, aliases: [丙, "Ａ "]}
            """
        let error = try #require(throws: StandardError.self) {
            try FacilityKindDecoder.decode(text: text, file: "k")
        }
        #expect("\(error)".hasPrefix("k:3:49: "))
        #expect("\(error)".contains("already means 'a'"))
    }

    @Test(arguments: ["aliases: ['']", "aliases: [' ']", "open_space: 1", "aliases: x", "colour: red"])
    func badKindsAreRefused(member: String) {
        #expect(throws: StandardError.self) {
            try FacilityKindDecoder.decode(
                text: "kinds: [{id: a, title: 甲, title_en: A, \(member)}]", file: "k")
        }
    }

    /// Every kind in the real layers is known, whatever country they are from.
    @Test(
        .enabled(if: SeedDocument.suzhou != nil),
        arguments: ["data/china/wangjing/facilities.geojson", "data/networks/helsinki/facilities.geojson"])
    func realDataIsUnderstood(path: String) throws {
        let text = try #require(SeedDocument.text(path))
        let names = Set(text.matches(of: /"kind": ?"([^"]+)"/).map { String($0.output.1) })
        #expect(names.count >= 8)
        #expect(names.filter { catalogue.kind(named: $0) == nil } == [])
    }
}

import Foundation
import Standards
import Testing
import VectorFiles

@testable import Reporting

/// A standard as JSON has the keys that were promised, and says what the table says.
@Suite struct StandardJSONTests {
    private let document: StandardDocument
    private let standard: FacilityStandard
    private let top: [String: Any]

    init() throws {
        document = try BundledStandards.document(id: "suzhou-2021")
        standard = try #require(document.standard)
        let json = try JSONSerialization.jsonObject(with: Data(standard.json.text(pretty: true).utf8))
        top = try #require(json as? [String: Any])
    }

    private func list(_ key: String) throws -> [[String: Any]] { try #require(top[key] as? [[String: Any]]) }

    @Test func topHasItsKeys() {
        #expect(
            Set(top.keys) == [
                "id", "version", "title", "title_en", "source", "draft", "circles", "requirements",
                "network", "bundles", "units", "guidance", "neighbouring_provision", "indicators",
                "indicators_version", "indicator_classes", "indicator_groups", "indicator_totals",
                "missing_items", "discrepancies",
            ])
    }

    @Test func circlesHaveTheirKeys() throws {
        let circles = try list("circles")
        #expect(circles.count == standard.circles.count)
        for circle in circles {
            #expect(
                Set(circle.keys) == [
                    "id", "minutes", "population", "population_max", "strict_m", "lenient_m", "citation",
                ])
        }
    }

    @Test func requirementsSayWhatTheTableSays() throws {
        let requirements = try list("requirements")
        #expect(requirements.count == standard.requirements.count)
        for (json, requirement) in zip(requirements, standard.requirements) {
            #expect(json["id"] as? String == requirement.id)
            #expect(json["title"] as? String == requirement.title)
            #expect(json["tier"] as? String == requirement.tier?.rawValue)
            #expect(json["circle"] as? String == requirement.circleLabel)
            #expect(json["min_floor_area_m2"] as? Double == requirement.minimum.floorAreaM2)
            #expect(json["min_site_area_m2"] as? Double == requirement.minimum.siteAreaM2)
            #expect(json["strict_m"] as? Double == standard.limits(of: requirement).strict)
            #expect(json["lenient_m"] as? Double == standard.limits(of: requirement).lenient)
            let citation = try #require(json["citation"] as? [String: String])
            #expect(Set(citation.keys) == ["document", "place", "quote"])
            // A radius or a circle, never both.
            #expect((json["radius_m"] is NSNull) == (json["circle"] is String))
        }
    }

    @Test func networkFiguresSayWhatTheTableSays() throws {
        let figures = try list("network")
        #expect(figures.map { $0["id"] as? String } == standard.network.map(\.id))
        for figure in figures {
            let isOfStations = (figure["id"] as? String)?.hasPrefix("station_") == true
            #expect(figure["scope"] as? String == (isOfStations ? "station_band" : "general"))
            #expect((figure["station_radius_m"] as? Double) == (isOfStations ? 300 : nil))
            #expect(figure["minimum"] is Double || figure["maximum"] is Double)
        }
        let spacing = try #require(figures.first { $0["id"] as? String == "station_junction_spacing" })
        #expect(spacing["minimum"] as? Double == 80 && spacing["maximum"] as? Double == 120)
    }

    @Test func listHasALineAStandard() throws {
        let text = StandardTables(language: .en).list([document])
        #expect(text.split(separator: "\n").count == 3)
        #expect(text.contains("suzhou-2021") && text.contains("in force"))
        let json = StandardTables.listJSON([document, document]).text(pretty: false)
        let entries = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(entries.count == 2)
        #expect(entries[0]["requirements"] as? Int == 25)
    }

    @Test(arguments: Language.allCases)
    func tableNamesEveryRequirement(_ language: Language) {
        let text = StandardTables(language: language).show(document)
        for requirement in standard.requirements {
            #expect(text.contains(requirement.id))
            #expect(text.contains(language == .zh ? requirement.title : requirement.titleEn))
        }
        for requirement in standard.network {
            #expect(text.contains(requirement.id))
            #expect(text.contains(language == .zh ? requirement.title : requirement.titleEn))
        }
    }

    @Test(arguments: BundledStandards.ids)
    func aWalkIsNotCalledARadius(id: String) throws {
        let standard = try BundledStandards.standard(id: id)
        for requirement in standard.requirements {
            let label = requirement.distanceLabel(.en)
            switch requirement.distance {
            case .radius: #expect(label == "radius")
            case .walk(_, nil): #expect(label == "walk")
            case .walking(let circle), .walk(_, let circle?): #expect(label == circle.rawValue)
            }
        }
    }

    @Test func whatIsBorrowedNamesItsDocument() throws {
        let text = StandardTables(language: .zh).show(
            try BundledStandards.document(id: "chongqing-2024-draft"))
        #expect(text.contains("苏州社区品质提升专项规划（2021-2025） 四、（一）表1 第2行"))
        #expect(text.contains("300 (新建), 150 (既有、老旧)"))
        #expect(text.contains("200 或 4.5 托位/千人"))
        #expect(text.contains("党群服务中心"))
    }

    @Test func chongqingSaysAllThatItsRowsSay() throws {
        let chongqing = try BundledStandards.standard(id: "chongqing-2024-draft")
        let json = try JSONSerialization.jsonObject(with: Data(chongqing.json.text(pretty: true).utf8))
        let rows = try #require((json as? [String: Any])?["requirements"] as? [[String: Any]])
        func row(_ id: String) throws -> [String: Any] {
            try #require(rows.first { $0["id"] as? String == id })
        }
        let sizes = try #require(try row("health_centre")["sizes"] as? [[String: Any]])
        #expect(sizes.compactMap { $0["min_floor_area_m2"] as? Int } == [1400, 1700, 2000])
        #expect((sizes[0]["residents"] as? [String: Int]) == ["min": 30_000, "max": 50_000])
        let choices = try #require(try row("nursery")["any_of"] as? [[String: Any]])
        #expect(choices.last?["min_places_per_1000"] as? Double == 4.5)
        #expect(
            try row("health_station")["satisfied_by"] as? [String]
                == ["health_station", "community_service_centre"])
        let forms = try #require(try row("innovation_space")["substitutes"] as? [[String: Any]])
        #expect(forms.map { $0["form"] as? String } == ["online", "shared"])
        #expect(forms[0]["ages"] as? [String] == ["existing", "old"])
        #expect(try row("bus_stop")["circle"] is NSNull && row("bus_stop")["strict_m"] as? Int == 500)
        #expect(try row("community_canteen")["min_diners_per_meal"] as? Int == 50)
    }
}

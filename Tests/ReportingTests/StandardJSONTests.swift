import Foundation
import Standards
import Testing
import VectorFiles

@testable import Reporting

/// A standard as JSON has the keys that were promised, and says what the table says.
@Suite struct StandardJSONTests {
    private let standard: FacilityStandard
    private let top: [String: Any]

    init() throws {
        standard = try BundledStandards.standard(id: "suzhou-2021")
        let json = try JSONSerialization.jsonObject(with: Data(standard.json.text(pretty: true).utf8))
        top = try #require(json as? [String: Any])
    }

    private func list(_ key: String) throws -> [[String: Any]] { try #require(top[key] as? [[String: Any]]) }

    @Test func topHasItsKeys() {
        #expect(
            Set(top.keys) == [
                "id", "version", "title", "title_en", "source", "draft", "circles", "requirements",
                "network", "indicators", "discrepancies",
            ])
    }

    @Test func circlesHaveTheirKeys() throws {
        let circles = try list("circles")
        #expect(circles.count == standard.circles.count)
        for circle in circles {
            #expect(
                Set(circle.keys) == ["id", "minutes", "population", "strict_m", "lenient_m", "citation"])
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
        let text = StandardTables(language: .en).list([standard])
        #expect(text.split(separator: "\n").count == 3)
        #expect(text.contains("suzhou-2021") && text.contains("in force"))
        let json = StandardTables.listJSON([standard, standard]).text(pretty: false)
        let entries = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(entries.count == 2)
        #expect(entries[0]["requirements"] as? Int == 25)
    }

    @Test(arguments: Language.allCases)
    func tableNamesEveryRequirement(_ language: Language) {
        let text = StandardTables(language: language).show(standard)
        for requirement in standard.requirements {
            #expect(text.contains(requirement.id))
            #expect(text.contains(language == .zh ? requirement.title : requirement.titleEn))
        }
        for requirement in standard.network {
            #expect(text.contains(requirement.id))
            #expect(text.contains(language == .zh ? requirement.title : requirement.titleEn))
        }
    }
}

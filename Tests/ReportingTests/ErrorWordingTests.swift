import Geometry
import Projections
import Standards
import StrictYAML
import StudyAreas
import Testing
import VectorFiles

@testable import Reporting

/// An error names the file, where in it, what is wrong and what to do next, in both languages.
@Suite struct ErrorWordingTests {
    private func wording(_ error: any Error) -> Wording { ErrorWording(error).wording }

    private func check(_ wording: Wording, names subjects: [String]) {
        for subject in subjects {
            #expect(wording.en.contains(subject), "\(subject) is not in: \(wording.en)")
            #expect(wording.zh.contains(subject), "\(subject) is not in: \(wording.zh)")
        }
        #expect(wording.zh.unicodeScalars.contains { $0.properties.isIdeographic }, "no Han: \(wording.zh)")
        #expect(!wording.en.unicodeScalars.contains { $0.properties.isIdeographic })
        #expect(!wording.en.contains("Problem") && !wording.en.contains("Optional("))
    }

    @Test(
        arguments: [
            (.missing, "check"), (.notAFile, "give"), (.notReadable, "check"), (.unknownFormat, "use"),
            (.damaged, "export"), (.noSuchLayer(available: ["ways", "楼"]), "ways"),
            (.severalLayers(available: ["ways", "houses"]), "name one"), (.noLayer, "no layer"),
            (.noCoordinates(columns: ["id", "name"]), "name them"), (.notWritable, "check"),
        ] as [(VectorFileError.Problem, String)])
    func files(_ problem: VectorFileError.Problem, _ remedy: String) {
        let error = VectorFileError(
            problem: problem, path: "city.gpkg", place: "line 12", detail: "the reason")
        let told = wording(error)
        #expect(told.en.contains(remedy))
        #expect(told.en.hasPrefix("city.gpkg: line 12: ") && told.zh.hasPrefix("city.gpkg：第 12 行："))
        // Words that are not ours are quoted.
        #expect(told.zh.hasSuffix("原文：“the reason”"))
        #expect(told.zh.unicodeScalars.contains { $0.properties.isIdeographic })
        let bare = wording(VectorFileError(problem: problem, path: "city.gpkg", detail: ""))
        #expect(!bare.en.hasSuffix(": ") && !bare.en.contains("nil"))
    }

    /// A layer may be called what places are called.
    @Test(arguments: [
        ("layer line 3, feature 7", "图层 line 3，第 7 个要素"), ("feature 225", "第 225 个要素"),
        ("layer ways, after feature 9", "图层 ways，第 9 个要素之后"), ("layer 道路", "图层 道路"), ("shp", "shp"),
    ])
    func places(_ place: String, _ chinese: String) {
        let told = wording(VectorFileError(problem: .damaged, path: "a.shp", place: place, detail: ""))
        #expect(told.zh.hasPrefix("a.shp：\(chinese)：") && told.en.hasPrefix("a.shp: \(place): "))
    }

    @Test func longListsAreCut() {
        let layers = (1...40).map { "layer\($0)" }
        let told = wording(
            VectorFileError(problem: .severalLayers(available: layers), path: "a.gpkg", detail: ""))
        #expect(told.en.contains("layer12") && !told.en.contains("layer13"))
    }

    @Test(
        arguments: [
            (.emptyLayer, []), (.nothingUsable(features: 17, first: nil), ["17"]),
            (
                .nothingUsable(
                    features: 17, first: Finding(.kindMissing, layer: "facilities", feature: "F9")),
                ["17", "F9"]
            ), (.noReference, ["--crs"]),
            (.notAPlane(name: "WGS 84"), ["WGS 84", "EPSG:4549"]), (.geographicInLocalGrid, ["--crs local"]),
            (.layersApart(other: "network", kilometres: 812), ["812"]),
            (.drawingUnitDoubtful(drawing: "r.dxf", unit: "mm", kilometres: 12), ["r.dxf", "mm", "12"]),
            (.noColumn(column: "kind", available: ["id", "type"]), ["kind", "id, type"]),
            (.layerNotGiven(option: "--blocks"), ["--blocks"]),
            (.tooLarge(nodes: 3_000_000_000, most: 2_147_483_647), ["3000000000", "2147483647"]),
        ] as [(StudyAreaError.Problem, [String])])
    func studyAreas(_ problem: StudyAreaError.Problem, _ subjects: [String]) {
        let path = wording(StudyAreaError(problem, layer: "facilities", path: "poi.csv"))
        check(path, names: subjects + ["poi.csv"])
        #expect(path.en.hasPrefix("facilities: poi.csv: ") && path.zh.hasPrefix("配套设施：poi.csv："))
        let bare = wording(StudyAreaError(problem, layer: "facilities"))
        check(bare, names: subjects)
        #expect(bare.en.hasPrefix("facilities: ") && bare.zh.hasPrefix("配套设施："))
    }

    @Test(
        arguments: [
            (.syntax("found tab"), ["found tab"]), (.emptyDocument, []), (.severalDocuments, ["---"]),
            (.tooLong(bytes: 9000, limit: 8000), ["9000", "8000"]), (.tooDeep(limit: 20), ["20"]),
            (.anchor("base"), ["&base"]), (.tag("!!int"), ["!!int"]),
            (.unknownKey("netwerk", known: ["network", "blocks"]), ["netwerk", "network", "blocks"]),
            (.missingKey("source"), ["source"]), (.duplicateKey("crs"), ["crs"]),
            (.wrongType(expected: "a number", found: "'twelve'"), ["twelve"]),
            (.notAllowed("sixteen", allowed: ["5", "10", "15"]), ["sixteen", "10", "15"]),
            (
                .invalid("minutes run backwards", remedy: "'met' is below it"),
                ["minutes run backwards", "met"]
            ),
        ] as [(YAMLError.Problem, [String])])
    func projectFiles(_ problem: YAMLError.Problem, _ subjects: [String]) {
        let error = YAMLError(
            file: "lifecircle.yaml", line: 7, column: 3, path: "blocks.id", problem: problem)
        check(wording(error), names: subjects + ["lifecircle.yaml:7:3", "blocks.id"])
        // A table of one's own is refused in the same words.
        #expect(wording(StandardError.yaml(error)) == wording(error))
    }

    @Test func standards() {
        check(
            wording(StandardError.unknownStandard(id: "suzhou", known: ["suzhou-2021"])),
            names: ["suzhou", "suzhou-2021"])
    }

    @Test(arguments: [
        ProjectionError.Problem.unknownSystem, .unsuitableSystem, .noTransformation, .notMetres,
    ])
    func projections(_ problem: ProjectionError.Problem) {
        check(
            wording(ProjectionError(problem: problem, subject: "EPSG:5773", detail: "vertical")),
            names: ["EPSG:5773", "vertical", "EPSG:4549"])
        #expect(!wording(ProjectionError(problem: problem, subject: "x", detail: "")).en.contains("()"))
    }

    @Test func geometry() {
        check(
            wording(GeometryError(operation: "GEOSMakeValid_r", message: "out of luck")),
            names: ["GEOSMakeValid_r", "out of luck"])
    }

    @Test func othersDescribeThemselves() {
        struct Odd: Error, CustomStringConvertible { let description = "odd" }
        #expect(wording(Odd()).en == "odd" && wording(Odd()).zh == "odd")
    }
}

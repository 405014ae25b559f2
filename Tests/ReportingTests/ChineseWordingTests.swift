import Foundation
import GapAnalysis
import Geometry
import PedestrianNetworks
import Projections
import Standards
import StrictYAML
import StudyAreas
import Testing
import VectorFiles

@testable import Reporting

/// What is said in Chinese is Chinese: Latin words are names, of programs, formats, options and columns.
@Suite struct ChineseWordingTests {
    /// Names that stand as they are in every language.
    private static let names: Set<String> = [
        // Programs, formats and encodings.
        "GeoJSON", "GeoPackage", "Shapefile", "FlatGeobuf", "KML", "DXF", "XLSX", "CSV", "UTF", "GB18030",
        "YAML",
        "OpenStreetMap", "PROJ", "WKT", "EPSG", "SRID", "NUL", "OSM", "XML", "PBF", "Excel", "ASCII",
        // Systems and datums.
        "WGS", "GCJ", "lifecircle", "standards", "show", "suzhou",
        // Words of files that people write or read.
        "host", "port", "dbname", "user", "PGPASSWORD", "pgpass", "crs", "local", "max", "snap", "strict",
        "datum", "gcj02", "wgs84", "drawing_unit", "block_id", "gated", "access", "layer", "lng", "lat",
        "gdb",
        "xlsx", "csv", "key", "value", "journal", "shx", "dbf", "radius_m", "strict_m", "lenient_m",
        "leave_out",
        "min", "rules", "missing", "circles", "ages", "residents", "classes", "true", "false", "lifecircle",
        "analyze",
    ]

    /// The Latin words of a text that are none of those names; two letters are units.
    private func strangers(in text: String, besides known: Set<String> = []) -> [String] {
        text.matches(of: /[A-Za-z][A-Za-z0-9_]{2,}/).map { String($0.output) }
            .filter { !Self.names.contains($0) && !known.contains($0) }
    }

    @Test(arguments: Finding.Code.allCases)
    func findings(_ code: Finding.Code) {
        let arguments = (0..<6).map { "⟦\($0)⟧" }
        let text = Finding(code, layer: "blocks", feature: "B1", arguments: arguments).wording.zh
        #expect(strangers(in: text).isEmpty, "\(text)")
    }

    @Test(
        arguments: [
            .missing, .notAFile, .notReadable, .badAddress, .unreachable, .unknownFormat, .damaged,
            .unknownReference("⟦0⟧"), .noSuchLayer(available: ["⟦0⟧"]), .severalLayers(available: ["⟦0⟧"]),
            .noLayer, .noCoordinates(columns: []), .noCoordinates(columns: ["⟦0⟧"]), .notWritable,
        ] as [VectorFileError.Problem])
    func files(_ problem: VectorFileError.Problem) {
        let error = VectorFileError(problem: problem, path: "⟦⟧", place: "layer ⟦1⟧, feature 3", detail: "")
        let text = ErrorWording(error).wording.zh
        #expect(strangers(in: text).isEmpty, "\(text)")
    }

    @Test(
        arguments: [
            .emptyLayer, .nothingUsable(features: 17, first: nil), .noReference, .notAPlane(name: "⟦⟧"),
            .distortedPlane(name: "⟦⟧", percent: 2), .geographicInLocalGrid, .datumOfPlane(datum: "⟦⟧"),
            .layersApart(other: "network", kilometres: 8), .noColumn(column: "⟦⟧", available: ["⟦⟧"]),
            .drawingUnitDoubtful(drawing: "⟦⟧", unit: "mm", kilometres: 12), .layerNotGiven(option: "⟦⟧"),
            .tooLarge(nodes: 3, most: 2),
        ] as [StudyAreaError.Problem])
    func studyAreas(_ problem: StudyAreaError.Problem) {
        for role in ["blocks", "facilities", "network", "entrances", "barriers", "units", "boundary"] {
            let text = ErrorWording(StudyAreaError(problem, layer: role, path: "⟦⟧")).wording.zh
            #expect(strangers(in: text).isEmpty, "\(text)")
        }
    }

    @Test(
        arguments: [
            (.emptyDocument, []), (.severalDocuments, []), (.tooLong(bytes: 2, limit: 1), []),
            (.tooDeep(limit: 1), []),
            (.anchor("⟦⟧"), []), (.tag("⟦⟧"), []),
            (.unknownKey("netwerk", known: ["network"]), ["netwerk", "network"]),
            (.missingKey("⟦⟧"), []), (.duplicateKey("⟦⟧"), []),
            (.wrongType(expected: "a whole number", found: "the quoted text '⟦⟧'"), []),
            (.wrongType(expected: "a text as key", found: "a list or a mapping"), []),
            (.wrongType(expected: "true or false", found: "nothing"), []),
            (.notAllowed("⟦⟧", allowed: ["⟦⟧"]), []),
            (
                .invalid(
                    "the lenient limit is below the strict one", remedy: "write at least the strict limit"),
                []
            ),
        ] as [(YAMLError.Problem, Set<String>)])
    func documents(_ problem: YAMLError.Problem, _ known: Set<String>) {
        let error = YAMLError(file: "⟦⟧", line: 7, column: 3, path: "⟦⟧", problem: problem)
        let text = ErrorWording(error).wording.zh
        #expect(strangers(in: text, besides: known).isEmpty, "\(text)")
    }

    @Test func namesOfVerdictsReasonsAndTables() {
        let verdicts = Verdict.allCases.map(\.wording) + NetworkVerdict.allCases.map(\.wording)
        let reasons = Reason.allCases.map(\.wording) + NetworkReason.allCases.map(\.wording)
        let outcomes =
            RuleOutcome.Verdict.allCases.map(\.wording) + RuleOutcome.Reason.allCases.map(\.wording)
            + ItemResult.allCases.map(\.wording)
        let layers =
            ResultTableName.allCases.map(\.wording) + NetworkIssue.Kind.allCases.map(\.wording)
            + NetworkProblem.allCases.map(\.wording) + ParkStanding.allCases.map(\.wording)
            + SizeVerdict.allCases.map(\.wording) + Finding.Severity.allCases.map(\.wording)
        for wording in verdicts + reasons + outcomes + layers {
            #expect(strangers(in: wording.zh).isEmpty && !wording.zh.isEmpty, "\(wording.zh)")
            #expect(!wording.en.unicodeScalars.contains { $0.properties.isIdeographic }, "\(wording.en)")
        }
    }

    /// What others say stands in quotation marks, wherever it comes from.
    @Test(arguments: [
        ("unable to open database file", "原文：“unable to open database file”"),
        ("part xl/workbook.xml: inflate failed badly", "内部文件 xl/workbook.xml：原文：“inflate failed badly”"),
        ("Self-intersection", "自相交"), ("EPSG:4549", "EPSG:4549"), ("", ""), ("已是中文", "已是中文"),
        ("a line has 1 positions and needs 2", "线有 1 个点，至少须有 2 个"),
        ("/results: No space left on device", "原文：“/results: No space left on device”"),
    ])
    func foreignWordsAreQuoted(_ text: String, _ chinese: String) {
        #expect(ForeignWords.chinese(text) == chinese)
    }

    /// Every sentence that the targets below put into an error or a finding has its Chinese.
    @Test func sentencesFromBelowAreInTheCatalogue() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let calls = try NSRegularExpression(
            pattern:
                #"(?:\.invalid\(|remedy:|detail:|otherwise:|messages\.note\(|reason:|refusal\(|refusal\(of: output,|damage\(|throw failure\(|damage\([^"\n]*,|let problem =)\s*"((?:[^"\\]|\\[^(]|\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*)""#
        )
        var count = 0
        for target in ["VectorFiles", "StudyAreas", "Standards", "Projections", "StrictYAML", "lifecircle"] {
            let files = FileManager.default.enumerator(atPath: sources.appendingPathComponent(target).path)
            while let name = files?.nextObject() as? String {
                guard name.hasSuffix(".swift") else { continue }
                let path = sources.appendingPathComponent(target).appendingPathComponent(name)
                // A sentence may be written in parts.
                let text = try String(contentsOf: path, encoding: .utf8)
                    .replacing(/"\s*\+ "/, with: "")
                for match in calls.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
                    guard let range = Range(match.range(at: 1), in: text) else { continue }
                    let literal = text[range]
                    let sentence = plain(String(literal))
                    guard sentence.contains(/[a-z]{2,} [a-z]{2,}/) else { continue }
                    count += 1
                    #expect(OwnSentences.chinese(sentence) != nil, "\(name): \(sentence)")
                }
            }
        }
        #expect(count > 80, "only \(count) sentences were found")
    }

    /// A literal as it may come out: a figure for every interpolation.
    private func plain(_ literal: String) -> String {
        var text = ""
        var depth = 0
        var rest = literal[...]
        while let first = rest.first {
            if depth == 0, rest.hasPrefix("\\(") {
                text += "7"
                depth = 1
                rest = rest.dropFirst(2)
                continue
            }
            rest = rest.dropFirst()
            guard depth > 0 else {
                text.append(first)
                continue
            }
            depth += first == "(" ? 1 : first == ")" ? -1 : 0
        }
        return text
    }
}

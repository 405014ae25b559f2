import Foundation
import GapAnalysis
import Testing
import VectorFiles

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Styles are XML, whatever titles say, and have a class for every value there is.
@Suite struct LayerStyleTests {
    private static let hostile = [
        "<script>", "\"'&", "\u{202E}", "\u{1}\u{FFFE}", String(repeating: "长", count: 10_000),
    ]

    private func style(_ title: String) -> LayerStyle {
        let symbol = LayerSymbol(fill: "#a50f15", stroke: "#4d4d4d")
        return LayerStyle(
            classes: .values(
                of: title,
                [.init(value: title, label: Wording(title, title), symbol: symbol)]
                    + [.init(value: nil, label: Wording("none", "无"), symbol: symbol)]),
            label: .init(expression: title, column: title),
            columns: [ResultColumn(name: title, kind: .text, title: Wording(title, title))])
    }

    @Test(arguments: hostile, ShapeFamily.allCases)
    func isWellFormed(_ title: String, _ family: ShapeFamily) {
        let reading = XMLReading(style(title).qml(for: family))
        #expect(reading.isWellFormed)
        #expect(reading.names.contains("renderer-v2") && !reading.names.contains("script"))
        let kept = title.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0xFFFE }
        if kept { #expect(reading.attributes["category/value"]?.first == title) }
    }

    @Test func coloursAreThoseOfThePalette() {
        #expect(LayerSymbol.colour("#a50f15") == "165,15,21,255")
        #expect(LayerSymbol.colour(nil) == "0,0,0,0")
        let symbol = LayerSymbol(fill: MapPalette.colour(of: .gap), stroke: MapPalette.blockLine)
        #expect(symbol.xml("0", for: .areas).text.contains("v=\"165,15,21,255\""))
        #expect(symbol.xml("0", for: .points).text.contains("SimpleMarker"))
        #expect(symbol.xml("0", for: .lines).text.contains("SimpleLine"))
    }

    /// Verdicts are told apart by colour alone on maps.
    @Test func everyClassHasAColourOfItsOwn() {
        let verdicts = Verdict.allCases.map { MapPalette.colour(of: $0) }
        #expect(Set(verdicts).count == Verdict.allCases.count)
        let gaps = GapClass.allCases.map(\.colour) + [MapPalette.notAssessable]
        #expect(Set(gaps).count == gaps.count)
    }

    @Test(arguments: [
        (0, GapClass.none), (1, .few), (2, .few), (3, .some), (5, .some), (6, .many), (9, .many), (10, .most),
        (99, .most),
    ])
    func gapsFallIntoClasses(_ gaps: Int, _ expected: GapClass) {
        #expect(GapClass(gaps) == expected)
    }

    /// What QGIS is told has the same bounds, in words that version 3.22 knows.
    @Test func expressionHasEveryClass() throws {
        let style = LayerStyle(classes: .conditions(ResultStyles.gapClasses), columns: [])
        let reading = XMLReading(style.qml(for: .areas))
        let expression = try #require(reading.attributes["renderer-v2/attr"]?.first)
        for one in GapClass.allCases { #expect(expression.contains("THEN '\(one)'")) }
        for one in GapClass.allCases.dropLast() {
            #expect(expression.contains("\"gaps\" <= \(one.last)) THEN '\(one)'") || one != .none)
            #expect(expression.contains("\"gaps\" <= \(one.last)"))
        }
        #expect(expression.hasSuffix("ELSE 'not_assessable' END") && !expression.contains("BETWEEN"))
        #expect(reading.attributes["category/value"]?.count == GapClass.allCases.count + 1)
    }

    /// Every class is a rule with a filter, but the one for all else; labels stand apart.
    @Test(arguments: hostile, ShapeFamily.allCases)
    func descriptorIsWellFormed(_ title: String, _ family: ShapeFamily) {
        let reading = XMLReading(
            StyledLayerDescriptor(style: style(title), name: title, family: family).text)
        #expect(reading.isWellFormed && !reading.names.contains("script"))
        #expect(
            reading.names.isSuperset(of: ["se:Rule", "se:ElseFilter", "ogc:Filter", "se:TextSymbolizer"]))
        let symbolizer = [
            ShapeFamily.points: "se:PointSymbolizer", .lines: "se:LineSymbolizer",
            .areas: "se:PolygonSymbolizer",
        ]
        #expect(reading.names.contains(symbolizer[family] ?? ""))
    }

    @Test func conditionsAreFilters() {
        let condition = StyleCondition.all([
            .not(.isTrue("a")), .number("b", from: 1, to: 2), .text("c", "d'e"),
        ])
        #expect(
            condition.expression
                == "(NOT (coalesce(\"a\", false))) AND (\"b\" >= 1 AND \"b\" <= 2) AND (\"c\" = 'd''e')")
        let reading = XMLReading(
            MarkupElement("x", [("xmlns:ogc", "http://www.opengis.net/ogc")], [condition.filter]).text)
        #expect(reading.isWellFormed)
        #expect(
            reading.names.isSuperset(of: [
                "ogc:And", "ogc:Not", "ogc:PropertyIsEqualTo", "ogc:PropertyIsLessThanOrEqualTo",
            ]))
    }

    /// One file, one style: rules by family, below them the classes.
    @Test(arguments: hostile)
    func mixedFamiliesAreRules(_ title: String) {
        let reading = XMLReading(style(title).qml(forMixed: [.areas, .points]))
        #expect(reading.isWellFormed && !reading.names.contains("layerGeometryType"))
        #expect(reading.attributes["rule/key"].map { Set($0).count } == 6)
        #expect(reading.attributes["rule/filter"]?.count { $0 == "ELSE" } == 2)
        #expect(reading.attributes["symbol/name"]?.sorted() == ["0", "1", "2", "3"])
        #expect(style(title).qml(forMixed: [.lines]) == style(title).qml(for: .lines))
    }
}

/// Every column that people see has a name in both languages, no two of a table the same.
@Suite struct ColumnCatalogueTests {
    private static let tables: [(ResultTableName, [String])] = [
        (.blocks, AuditProperties.ofBlocks), (.gaps, AuditProperties.ofGaps),
        (.facilities, AuditProperties.ofFacilities), (.blindSpots, AuditProperties.ofBlindSpots),
        (.units, UnitTotals.columns), (.verdicts, VerdictTable.identity), (.access, AccessRow.columns),
        (.coverage, CoverageTable.columns), (.supply, SupplyTable.columns),
        (.findings, FindingsTable.columns),
    ]

    @Test(arguments: tables)
    func columnsAreNamedInBothLanguages(_ table: ResultTableName, _ names: [String]) {
        let columns = ColumnCatalogue.columns(names, of: table)
        for column in columns {
            #expect(
                column.title.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                "\(column.name)")
            #expect(
                column.title.en.allSatisfy { $0.isASCII || "²".contains($0) || $0 == "×" }, "\(column.name)")
            #expect(column.field.alias == column.title.zh && column.field.note == column.title.en)
        }
        #expect(Set(columns.map(\.title.zh)).count == columns.count, "\(table)")
    }

    @Test func tablesAreNamedInBothLanguages() {
        #expect(Set(ResultTableName.allCases.map(\.wording.zh)).count == ResultTableName.allCases.count)
        for name in ResultTableName.allCases {
            // The names of sheets.
            let sheet = "\(name.wording.zh) \(name.rawValue)"
            #expect(sheet.count <= 28 && !sheet.contains { "[]:*?/\\'".contains($0) })
        }
    }
}

/// What an XML parser sees of a text.
private final class XMLReading: NSObject, XMLParserDelegate {
    private(set) var names: Set<String> = []
    /// By element and attribute.
    private(set) var attributes: [String: [String]] = [:]
    private(set) var isWellFormed = false

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes given: [String: String]
    ) {
        names.insert(name)
        for (attribute, value) in given { attributes["\(name)/\(attribute)", default: []].append(value) }
    }
}

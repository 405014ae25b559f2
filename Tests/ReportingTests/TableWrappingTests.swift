import Standards
import Testing

@testable import Reporting

/// Tables fit a terminal, and say all that they said before.
@Suite struct TableWrappingTests {
    @Test(
        "a line ends at a space, or between Chinese characters, and never before a comma",
        arguments: [
            ("one two three", 7, ["one two ", "three"]),
            ("one two three", 3, ["one ", "two ", "three"]),
            ("一二三四", 4, ["一二", "三四"]),
            ("一二三，四", 6, ["一二", "三，四"]),
            ("见（一）", 6, ["见", "（一）"]),
            ("300米 and 500米", 5, ["300米 ", "and ", "500米"]),
            ("一二\u{2060}三", 4, ["一", "二\u{2060}三"]),
            ("a (b\u{2060} \u{2060}c)", 5, ["a ", "(b\u{2060} \u{2060}c)"]),
            ("", 5, [""]),
            ("short", 80, ["short"]),
        ] as [(String, Int, [String])])
    func pieces(text: String, width: Int, pieces: [String]) {
        #expect(text.pieces(within: width) == pieces)
        #expect(text.pieces(within: width).joined() == text)
    }

    @Test func cellsGoOnInTheirColumn() {
        var table = TerminalTable([("id", .left), ("text", .left), ("n", .right)])
        table.append(["a_b", "步行可达距离不超过300米", "1"])
        table.append(["c", "near enough on foot", "22"])
        #expect(
            table.text(within: 21) == """
                id   text           n
                ───  ────────────  ──
                a_b  步行可达距离   1
                     不超过300米
                c    near enough   22
                     on foot

                """)
        #expect(table.text(within: 80) == table.text)
    }

    @Test func aWordThatCannotBreakStandsOver() {
        var table = TerminalTable([("id", .left), ("text", .left)])
        table.append(["a", "incomprehensibilities are long"])
        #expect(
            table.text(within: 10) == """
                id
                  text
                  ─────────────────────
                a
                  incomprehensibilities
                  are long

                """)
    }

    private static let documents = BundledStandards.documentIDs

    private func text(_ id: String, _ language: Language, _ width: Int = .max) throws -> String {
        StandardTables(language: language, width: width).show(try BundledStandards.document(id: id))
    }

    @Test("every line of every document fits", arguments: documents, Language.allCases)
    func linesFit(id: String, language: Language) throws {
        for width in [80, 100, 160] {
            for line in try text(id, language, width).split(separator: "\n") {
                #expect(String(line).displayWidth <= width, "\(width): \(line)")
            }
        }
    }

    @Test("nothing is lost, and every row begins with its whole id", arguments: documents, Language.allCases)
    func nothingIsLost(id: String, language: Language) throws {
        let whole = PrintedText(try text(id, language))
        #expect(!whole.columns.isEmpty && !whole.prose.isEmpty)
        for width in [40, 80, 100, 160] {
            let printed = PrintedText(try text(id, language, width))
            #expect(printed.columns == whole.columns)
            #expect(printed.prose == whole.prose)
            if width >= 80 { #expect(printed.rows == whole.rows) }
        }
    }

    @Test func theListFits() throws {
        let documents = try Self.documents.map { try BundledStandards.document(id: $0) }
        for language in Language.allCases {
            let whole = StandardTables(language: language).list(documents)
            for width in [80, 100, 160] {
                let printed = StandardTables(language: language, width: width).list(documents)
                #expect(printed.split(separator: "\n").allSatisfy { String($0).displayWidth <= width })
                #expect(PrintedText(printed) == PrintedText(whole))
            }
        }
    }
}

import Testing

@testable import Reporting

/// Columns stand one below the other whatever the script.
@Suite struct TerminalTableTests {
    @Test func columnsAlign() {
        var table = TerminalTable([("name", .left), ("件数", .right), ("note", .left)])
        table.append(["幼儿园", "3", "近"])
        table.append(["Park", "1200", ""])
        #expect(
            table.text == """
                name    件数  note
                ──────  ────  ────
                幼儿园     3  近
                Park    1200

                """)
    }

    @Test func titlesCountForTheWidth() {
        var table = TerminalTable([("long title", .right), ("x", .left)])
        table.append(["1", "y"])
        #expect(table.text == "long title  x\n──────────  ─\n         1  y\n")
    }

    @Test func aTableWithoutRowsIsItsTitles() {
        #expect(TerminalTable([("a", .left)]).text == "a\n─\n")
    }

    /// A name from a file could move the cursor, ring the bell, break the line or turn the text round.
    @Test(arguments: [
        "\u{1B}[2J", "\n", "\r", "\t", "\u{7}", "\u{0}", "\u{7F}", "\u{9B}31m", "\u{202E}", "\u{2066}",
        "\u{200F}",
        "\u{2028}", "\u{2029}", "\u{85}",
    ])
    func controlCharactersBecomeSpaces(_ evil: String) {
        var table = TerminalTable([("name", .left), ("n", .right)])
        table.append(["a\(evil)b", "1"])
        let scalars = table.text.unicodeScalars
        #expect(table.text.split(separator: "\n", omittingEmptySubsequences: false).count == 4)
        #expect(scalars.count { $0 == "\n" } == 3)
        let first = evil.unicodeScalars.first ?? "\0"
        #expect(first == "\n" || !scalars.contains(first))
        #expect(table.text.contains("a "))
    }

    /// A name without end is a cell, and not a flood; the work for it grows with its length alone.
    @Test func aNameWithoutEndIsCut() {
        var table = TerminalTable([("a", .left), ("b", .right)])
        table.append([String(repeating: "长", count: 10_000), "1"])
        let lines = table.text.split(separator: "\n")
        #expect(lines.count == 3 && lines.allSatisfy { String($0).displayWidth <= 163 })
        #expect(lines[2].hasSuffix("长…  1") || lines[2].hasSuffix("长…   1"))
        let wrapped = table.text(within: 100).split(separator: "\n")
        #expect(wrapped.allSatisfy { String($0).displayWidth <= 100 })
        #expect(wrapped.joined().count { $0 == "长" } == 10_000)
    }
}

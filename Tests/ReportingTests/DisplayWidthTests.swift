import Testing

@testable import Reporting

/// Text takes the columns of a terminal that it takes there.
@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("±µ§", 3), ("é", 1), ("e\u{301}", 1),  // one scalar, and a letter with a mark
        ("幼儿园", 6), ("生鲜超市（菜市场）", 18), ("ＡＢ１２", 8), ("ｱｲｳ", 3),  // full and half width
        ("ひらがな", 8), ("カタカナ", 8), ("한국어", 6), ("、。", 4), ("“”", 2),
        ("🏫", 2), ("👍", 2), ("𠀀", 4 / 2), ("─–…", 3), ("\u{200B}\u{FEFF}", 0), ("a\u{20E3}", 1),
        ("100 m²", 6), ("苏州 Suzhou", 11),
    ])
    func widthIsThatOfTheTerminal(_ text: String, _ width: Int) {
        #expect(text.displayWidth == width, "\(text)")
    }

    @Test func widthsAddUp() {
        let parts = ["met 达标", "（", "🏫", "e\u{301}", "-"]
        #expect(parts.joined().displayWidth == parts.reduce(0) { $0 + $1.displayWidth })
    }

    @Test func paddingFillsUpToTheWidth() {
        #expect("达标".padded(to: 6, right: false) == "达标  ")
        #expect("达标".padded(to: 6, right: true) == "  达标")
        #expect("too long".padded(to: 3, right: true) == "too long")
    }
}

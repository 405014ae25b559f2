import Foundation
import StrictYAML
import Testing

/// What a strict document does not have, and where it is reported.
@Suite struct RefusalTests {
    @Test(arguments: ["", "\n\n", "# only a comment\n", "   "])
    func anEmptyDocument(text: String) throws {
        #expect(try failure { _ = try document(text) } == .at(1, 1, .emptyDocument))
    }

    @Test func severalDocuments() throws {
        #expect(try failure { _ = try document("a: 1\n---\nb: 2\n") }.problem == .severalDocuments)
        #expect(try failure { _ = try document("a: 1\n---\nb: 2\n") }.line == 3)
        #expect(try document("---\na: 1\n...\n").entries().count == 1)
    }

    @Test(
        arguments: [
            ("a: [1, 2\nb: 3\n", 2), ("a: 'open\n", 2), ("a: b: c\n", 1), ("a:\n\t- b\n", 2), ("a: @x\n", 1),
            ("- a\nb: c\n", 2), ("%YAML 9.9\n---\na\n", 1), ("a: \"\\ud800\"", 1), ("x: }\n", 1),
        ])
    func badSyntaxSaysTheLine(text: String, line: Int) throws {
        let error = try failure { _ = try document(text) }
        guard case .syntax(let words) = error.problem else {
            Issue.record("\(error)")
            return
        }
        #expect(!words.isEmpty)
        #expect(error.line == line, "\(error)")
    }

    @Test func aControlCharacterSaysItsPlace() throws {
        let error = try failure { _ = try document("名称: ok\nb: x\u{1}y\n") }
        #expect((error.line, error.column) == (2, 5))
        #expect(try failure { _ = try document("a\u{0}b") }.column == 2)
    }

    @Test func anchorsAreRefused() throws {
        #expect(try failure { _ = try document("a: &x 1\nb: 2\n") } == .at(1, 4, "a", .anchor("x")))
        #expect(try failure { _ = try document("a: &x [1]\nb: *x\n") } == .at(1, 4, "a", .anchor("x")))
        #expect(try failure { _ = try document("a: 1\n&k b: 2\n") } == .at(2, 1, .anchor("k")))
        #expect(try failure { _ = try document("- {a: 1, b: &x }\n") }.problem == .anchor("x"))
    }

    @Test func anAliasWithoutAnchorIsASyntaxError() throws {
        let error = try failure { _ = try document("a: 1\nb: *x\n") }
        #expect(error.line == 2)
        #expect(error.description.contains("undefined alias"))
    }

    @Test func whatOnlyLooksLikeAnAnchorPasses() throws {
        let text = "# &x then *x\na: \"&x *x\"\nb: 'R&D *D'\nc: |\n  &x\n  *x\nd: 3 * 4 & 5 *x\n"
        let texts = try document(text).entries().map { try $0.value.string() }
        #expect(texts == ["&x *x", "R&D *D", "&x\n*x\n", "3 * 4 & 5 *x"])
    }

    @Test(arguments: [
        "a: !!int 3", "a: !!str 3", "a: !x y", "a: ! 3", "a: !!seq [1]", "!!map {a: 1}", "!k a: 1",
    ])
    func tagsAreRefused(text: String) throws {
        let error = try failure { _ = try document(text) }
        guard case .tag = error.problem else {
            Issue.record("\(error)")
            return
        }
        #expect(error.line == 1)
    }

    @Test func mergeKeysAreKeysLikeAnyOther() throws {
        let error = try failure { _ = try document("<<: {a: 1}\nb: 2\n").mapping(keys: ["a", "b"]) }
        #expect(error == .at(1, 1, .unknownKey("<<", known: ["a", "b"])))
    }

    @Test func nestingIsReadToLevel32() throws {
        func lists(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try document(lists(32)) }
        let path = String(repeating: "[0]", count: 32)
        #expect(try failure { _ = try document(lists(33)) } == .at(1, 33, path, .tooDeep(limit: 32)))
        let mappings = (0..<33).map { String(repeating: " ", count: $0) + "k:" }.joined(separator: "\n")
        #expect(try failure { _ = try document(mappings + " 1") }.line == 33)
    }

    @Test func textsOverFourMebibytesAreRefused() throws {
        let limit = 4 << 20
        let longest = "- " + String(repeating: "x", count: limit - 2)
        #expect(throws: Never.self) { try document(longest) }
        #expect(
            try failure { _ = try document(longest + "x") }
                == .at(1, 1, .tooLong(bytes: limit + 1, limit: limit)))
    }

    @Test func placesCountScalarsAndKnowEveryLineEnding() throws {
        let values = try document("\u{FEFF}名: 甲\r\n社区: 乙\r\n").entries().map(\.value)
        #expect(values.map(\.line) == [1, 2])
        #expect(values[1].column == 5)
        #expect(try values.map { try $0.string() } == ["甲", "乙"])
    }
}

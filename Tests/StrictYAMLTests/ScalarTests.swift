import StrictYAML
import Testing

@Suite struct ScalarTests {
    /// What some version of YAML would take for a truth, a number, a date or a merge key.
    static let textsYAMLWouldChange = [
        "no", "No", "NO", "yes", "on", "off", "y", "n", "true", "False", "3.10", "007", "0x1F", "0o17",
        "1_000",
        "12:30:45", "2021-01-01", "1e3", ".5", ".inf", "-.INF", ".nan", "<<", "=", "5-10",
    ]

    @Test(arguments: textsYAMLWouldChange)
    func aTextStaysAsWritten(text: String) throws {
        #expect(try document("- \(text)").sequence()[0].string() == text)
        #expect(try document("- '\(text)'").sequence()[0].string() == text)
        #expect(try document("- {k: \(text)}").sequence()[0].entries()[0].value.string() == text)
    }

    @Test func quotesEscapesAndBlocksAreResolved() throws {
        let root = try document("a: \"x\\ty\\u4e2d\"\nb: 'it''s'\nc: |\n  one\n  two\nd: >-\n  one\n  two\n")
        let texts = try root.entries().map { try $0.value.string() }
        #expect(texts == ["x\ty中", "it's", "one\ntwo\n", "one two"])
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("42", 42), ("+7", 7), ("-12", -12), ("9223372036854775807", .max),
    ])
    func wholeNumbers(text: String, value: Int) throws {
        #expect(try document("a: \(text)").entries()[0].value.integer() == value)
    }

    @Test(
        arguments: [
            "'42'", "\"42\"", "4.0", "007", "0x10", "1_000", "1e3", "9223372036854775808", "~", "true", "[1]",
            "{}",
            "12a", "+", "４２", "--1",
        ])
    func otherThanWholeNumbers(text: String) throws {
        let node = try document("a: \(text)").entries()[0].value
        let error = try failure { _ = try node.integer() }
        guard case .wrongType(expected: "a whole number", _) = error.problem else {
            Issue.record("\(error)")
            return
        }
        #expect((error.line, error.column, error.path) == (1, 4, "a"))
    }

    @Test(
        arguments: [
            ("0", 0), ("0.5", 0.5), ("-3.25", -3.25), ("1e3", 1000), ("1.5E-2", 0.015), ("+2", 2),
            ("400", 400),
        ])
    func numbers(text: String, value: Double) throws {
        #expect(try document("a: \(text)").entries()[0].value.number() == value)
    }

    @Test(
        arguments: [
            "'1.5'", ".5", "5.", "1e", "1e+", ".inf", "-.inf", ".nan", "inf", "nan", "infinity", "0x1p4",
            "1e999",
            "1,5", "1_000.0", "00.5", "1.2.3", "1e2e3", "~", "yes", "[]", "1 5", "e5", "٣",
        ])
    func otherThanNumbers(text: String) throws {
        let node = try document("a: \(text)").entries()[0].value
        #expect(throws: YAMLError.self) { try node.number() }
    }

    @Test func truths() throws {
        #expect(try document("a: true").entries()[0].value.boolean())
        #expect(try !document("a: false").entries()[0].value.boolean())
    }

    @Test(arguments: ["yes", "no", "on", "off", "True", "FALSE", "'true'", "1", "~", "[true]"])
    func otherThanTruths(text: String) throws {
        let node = try document("a: \(text)").entries()[0].value
        #expect(throws: YAMLError.self) { try node.boolean() }
    }

    @Test(arguments: ["", "~", "null", "[a]", "{a: b}"])
    func otherThanText(text: String) throws {
        let node = try document("a: \(text)").entries()[0].value
        let error = try failure { _ = try node.string() }
        #expect(error.path == "a")
        #expect(error.description.hasPrefix("test.yaml:1:"))
        #expect(error.description.contains("expected a text, found "))
    }

    @Test func oneOfAClosedList() throws {
        let node = try document("a: baisc").entries()[0].value
        #expect(try node.oneOf(["baisc"]) == "baisc")
        let error = try failure { _ = try node.oneOf(["basic", "improvement"]) }
        #expect(error == .at(1, 4, "a", .notAllowed("baisc", allowed: ["basic", "improvement"])))
        #expect(error.description.contains("did you mean 'basic'?"))
    }

    @Test func aNumberOutOfAListIsComparedAsText() throws {
        #expect(try document("a: 5").entries()[0].value.oneOf(["5", "10"]) == "5")
    }

    @Test func longTextsAreCutInMessages() throws {
        let node = try document("a: " + String(repeating: "x", count: 10_000)).entries()[0].value
        #expect(try failure { _ = try node.integer() }.description.count < 200)
        #expect(try failure { _ = try node.oneOf(["b"]) }.description.count < 200)
    }
}

import StrictYAML
import Testing

@Suite struct MappingTests {
    @Test func valuesAreFoundByKey() throws {
        let root = try document("a: 1\nb: [x, y]\nc: {d: z}\n").mapping(keys: ["a", "b", "c"])
        #expect(try root.required("a").integer() == 1)
        #expect(try root.required("b").sequence().map { try $0.string() } == ["x", "y"])
        #expect(try root.required("c").mapping(keys: ["d"]).required("d").string() == "z")
    }

    @Test func anUnknownKeyIsRefusedAtItsPlace() throws {
        let error = try failure {
            _ = try document("name: a\nstandrad: b\n").mapping(keys: ["name", "standard"])
        }
        #expect(error == .at(2, 1, .unknownKey("standrad", known: ["name", "standard"])))
        #expect(
            error.description
                == "test.yaml:2:1: unknown key 'standrad': did you mean 'standard'? "
                + "(known keys: name, standard)")
    }

    @Test func aKeyUnlikeAllKnownOnesGetsTheList() throws {
        let error = try failure { _ = try document("zzzzzz: 1").mapping(keys: ["name", "crs"]) }
        #expect(error.description == "test.yaml:1:1: unknown key 'zzzzzz': known keys: name, crs")
    }

    @Test func theFirstUnknownKeyIsReported() throws {
        let error = try failure { _ = try document("a: 1\nq: 2\nb: 3\nr: 4\n").mapping(keys: ["a", "b"]) }
        #expect(error == .at(2, 1, .unknownKey("q", known: ["a", "b"])))
    }

    @Test(arguments: ["a: 1\nb: 2\na: 3\n", "{a: 1, a: 1}", "a: 1\n\"a\": 2\n", "a: 1\n'a': 2\n"])
    func aDoubledKeyIsRefused(text: String) throws {
        #expect(try failure { _ = try document(text) }.problem == .duplicateKey("a"))
    }

    /// Keys are compared as text, so that what YAML takes for two ways to write a number are two keys, and
    /// the quoted and the bare form of one are the same.
    @Test func keysAreText() throws {
        #expect(try document("1: a\n01: b\n").entries().map(\.key) == ["1", "01"])
        #expect(try document("no: a\nfalse: b\n~: c\n").entries().map(\.key) == ["no", "false", "~"])
        #expect(try failure { _ = try document("x:\n  5: a\n  '5': b\n") } == .at(2, 3, .duplicateKey("5")))
    }

    @Test func aMissingKeyPointsAtTheMapping() throws {
        let row = try document("rows:\n  - id: a\n").mapping(keys: ["rows"]).required("rows").sequence()[0]
        let error = try failure { _ = try row.mapping(keys: ["id", "kind"]).required("kind") }
        #expect(error == .at(2, 5, "rows[0]", .missingKey("kind")))
        #expect(
            error.description
                == "test.yaml:2:5: rows[0]: the key 'kind' is missing: add 'kind: …' with a value")
    }

    @Test(arguments: ["a:\nb: 1", "a: ~\nb: 1", "a: null\nb: 1", "a: NULL\nb: 1"])
    func nothingCountsAsAbsent(text: String) throws {
        let root = try document(text).mapping(keys: ["a", "b"])
        #expect(root.optional("a") == nil)
        #expect(root.optional("b") != nil)
        #expect(try failure { _ = try root.required("a") }.problem == .missingKey("a"))
        #expect(try failure { _ = try root.required("a") }.line == 1)
    }

    @Test func quotedNullIsText() throws {
        let root = try document("a: 'null'\nb: \"\"\n").mapping(keys: ["a", "b"])
        #expect(try root.optional("a")?.string() == "null")
        #expect(try root.optional("b")?.string() == "")
    }

    @Test func entriesKeepTheirOrderAndPlaces() throws {
        let entries = try document("编号: id\n名称: name\n  \nk: [1]\n").entries()
        #expect(entries.map(\.key) == ["编号", "名称", "k"])
        #expect(entries.map(\.line) == [1, 2, 4])
        #expect(entries.map(\.value.column) == [5, 5, 4])
        #expect(entries.map(\.value.path) == ["编号", "名称", "k"])
    }

    @Test(arguments: ["? [a, b]\n: c\n", "? {a: b}\n: c\n", "{[a]: b}"])
    func aKeyHasToBeText(text: String) throws {
        let expected = YAMLError.Problem.wrongType(expected: "a text as key", found: "a list or a mapping")
        #expect(try failure { _ = try document(text) }.problem == expected)
    }

    @Test func listsAndMappingsAreToldApart() throws {
        let list = try document("- a\n")
        #expect(!list.isScalar)
        #expect(
            try failure { _ = try list.mapping(keys: []) }
                == .at(1, 1, .wrongType(expected: "a mapping", found: "a list")))
        let mapping = try document("a: 1")
        #expect(
            try failure { _ = try mapping.sequence() }
                == .at(1, 1, .wrongType(expected: "a list", found: "a mapping")))
        #expect(
            try failure { _ = try document("just text").entries() }.problem
                == .wrongType(expected: "a mapping", found: "'just text'"))
    }
}

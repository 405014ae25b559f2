import StrictYAML
import Testing

@Suite struct YAMLNodeTests {
    @Test func aMappingGivesItsValues() throws {
        let root = try YAMLNode(parsing: "a: 1\nb: [x, y]\n", file: "f").mapping(keys: ["a", "b"])
        #expect(try root.required("a").integer() == 1)
        #expect(try root.required("b").sequence().map { try $0.string() } == ["x", "y"])
    }
}

internal import StrictYAML

/// A rule for the walking network, as far as tables speak of it: its name, the keys of its figures, and its words.
public struct NetworkRuleForm: Sendable, Hashable, Identifiable {
    /// The name.
    public let id: String
    /// The key of the smallest figure allowed; nil where there is none.
    public let least: String?
    /// The key of the largest figure allowed; nil where there is none.
    public let most: String?
    /// What results call the value that is judged, with its unit.
    public let measure: String
    /// The decimals that the value is judged by.
    public let places: Int
    /// What is asked for, in which `{least}` and `{most}` stand for the figures.
    public let text: String

    /// The keys of a row by this rule.
    public var keys: [String] { [least, most].compactMap { $0 } }

    /// The rules that come with the program, of `Tables/network-rules.yaml`.
    public static let all: [NetworkRuleForm] = {
        let text = String(decoding: PackageResources.network_rules_yaml, as: UTF8.self)
        do {
            return try decode(text: text, file: "network-rules.yaml")
        } catch {
            preconditionFailure("the bundled rules are broken: \(error)")
        }
    }()

    private static func decode(text: String, file: String) throws(YAMLError) -> [NetworkRuleForm] {
        let root = try YAMLNode(parsing: text, file: file).mapping(keys: ["rules"])
        var names = UniqueNames(what: "rule")
        var forms: [NetworkRuleForm] = []
        for node in try root.required("rules").sequence() {
            let row = try node.mapping(keys: ["id", "least", "most", "measure", "places", "text"])
            forms.append(
                NetworkRuleForm(
                    id: try names.enter(try row.required("id")), least: try row.optional("least")?.string(),
                    most: try row.optional("most")?.string(), measure: try row.required("measure").string(),
                    places: try row.required("places").integer(), text: try row.required("text").string()))
        }
        return forms
    }
}

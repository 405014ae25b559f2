internal import StrictYAML

/// A rule that geometry can judge items by, as far as tables speak of it: its name, what it takes, and its words.
public struct IndicatorRuleForm: Sendable, Hashable, Identifiable {
    /// The name in files.
    public let id: String
    /// The keys that a row may give beside `rule`, in the order of files.
    public let keys: [String]
    /// The rule in words, in which `{kinds}`, `{within}` and `{figure}` stand for what a row gives.
    public let text: BilingualText

    /// The keys whose values are figures.
    public var figureKeys: [String] { keys.filter { !["kinds", "circle", "metres"].contains($0) } }

    /// The rules that come with the program, of `Tables/indicator-rules.yaml`.
    public static let all: [IndicatorRuleForm] = {
        let text = String(decoding: PackageResources.indicator_rules_yaml, as: UTF8.self)
        do {
            return try decode(text: text, file: "indicator-rules.yaml")
        } catch {
            preconditionFailure("the bundled rules are broken: \(error)")
        }
    }()

    private static func decode(text: String, file: String) throws(YAMLError) -> [IndicatorRuleForm] {
        let root = try YAMLNode(parsing: text, file: file).mapping(keys: ["rules"])
        var names = UniqueNames(what: "rule")
        var forms: [IndicatorRuleForm] = []
        for node in try root.required("rules").sequence() {
            let row = try node.mapping(keys: ["id", "keys", "text"])
            var keys: [String] = []
            for key in try row.required("keys").sequence() { keys.append(try key.string()) }
            forms.append(
                IndicatorRuleForm(
                    id: try names.enter(try row.required("id")), keys: keys,
                    text: try row.required("text").bilingualText()))
        }
        return forms
    }
}

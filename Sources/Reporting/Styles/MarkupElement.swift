/// A piece of XML that is well-formed whatever stands in its attributes.
struct MarkupElement {
    let name: String
    var attributes: [(name: String, value: String)] = []
    var children: [MarkupElement] = []
    /// The text of an element without children.
    var content = ""

    init(_ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [MarkupElement] = [])
    {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// An element with a text, which no parser takes for markup.
    init(_ name: String, _ attributes: [(name: String, value: String)] = [], content: String) {
        self.init(name, attributes)
        self.content = content
    }

    /// The element on lines of its own, indented by one space a level.
    var text: String {
        var text = ""
        append(to: &text, depth: 0)
        return text
    }

    private func append(to text: inout String, depth: Int) {
        let indent = String(repeating: " ", count: depth)
        text += indent + "<" + name
        for attribute in attributes {
            text += " \(attribute.name)=\"\(MarkupElement.escaped(attribute.value))\""
        }
        guard !children.isEmpty else {
            text += content.isEmpty ? "/>\n" : ">\(MarkupElement.escaped(content))</\(name)>\n"
            return
        }
        text += ">\n"
        for child in children { child.append(to: &text, depth: depth + 1) }
        text += indent + "</" + name + ">\n"
    }

    /// Text that no parser takes for markup; what XML cannot hold becomes a replacement character.
    static func escaped(_ text: some StringProtocol) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

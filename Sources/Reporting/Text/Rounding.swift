import PedestrianNetworks
import VectorFiles

/// How figures are rounded where they leave the program (Docs/Methods: Numbers that leave the program).
enum Rounding {
    /// Metres with one decimal, or none when whole: limits.
    static func limit(_ distance: WalkingDistance) -> JSONValue {
        amount(distance.roundedMetres)
    }

    /// Metres with as many decimals as they have, a millimetre at most: column names.
    static func plain(_ distance: WalkingDistance) -> String {
        var text = text(.decimal(distance.roundedMetres, places: 3))
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// A walked distance in metres with one decimal, from its whole millimetres so that no row contradicts a
    /// verdict.
    static func walked(_ distance: WalkingDistance) -> JSONValue {
        .decimal(distance.roundedMetres, places: 1)
    }

    /// People and the like: whole numbers as such, fractions with one decimal.
    static func amount(_ value: Double) -> JSONValue {
        .decimal(value, places: value == value.rounded() ? 0 : 1)
    }

    /// A share of 0…1 with three decimals, that is a tenth of a per cent.
    static func share(_ value: Double) -> JSONValue { .decimal(value, places: 3) }

    /// A share as per cent with one decimal, a dash where there is none.
    static func percent(_ share: Double?) -> String {
        share.map { text(.decimal($0 * 100, places: 1)) } ?? "–"
    }

    static func text(_ value: JSONValue) -> String { value.text(pretty: false) }
}

extension CSVWriter {
    /// Adds a figure already rounded, a text or a truth, or an empty field.
    mutating func field(_ value: JSONValue?) {
        switch value {
        case .decimal(let value, let places): field(decimal: value, places: places)
        case .integer(let value): field(value)
        case .string(let text): field(text)
        case .bool(let truth): field(truth ? "true" : "false")
        default: emptyField()
        }
    }

    /// Adds a text, or an empty field.
    mutating func field(_ text: String?) {
        if let text { field(text) } else { emptyField() }
    }
}

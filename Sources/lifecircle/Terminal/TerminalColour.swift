/// A colour of words on a terminal.
enum TerminalColour: Int {
    case red = 31
    case yellow = 33

    /// `text` in the colour, which ends with it.
    func painted(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }

    /// Whether anything is coloured: on a terminal that knows colours, unless `NO_COLOR` holds anything.
    static func isWanted(isWatched: Bool, environment: [String: String]) -> Bool {
        isWatched && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}

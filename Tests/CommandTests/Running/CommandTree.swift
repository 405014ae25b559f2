import Foundation

/// The commands, their arguments and options, as the library that parses them tells.
struct CommandTree: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable { let name: String }
        let abstract: String?
        let names: [Name]?
        let valueName: String?
        let shouldDisplay: Bool
    }
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [CommandTree]?

    static let whole = Result { () throws -> CommandTree in
        struct Tool: Decodable { let command: CommandTree }
        let dump = try LifeCircleProcess.run(["--experimental-dump-help"]).output
        return try JSONDecoder().decode(Tool.self, from: Data(dump.utf8)).command
    }

    /// Every command with the words that call it, but for the library's own `help`.
    func commands(after words: [String] = []) -> [(words: [String], command: CommandTree)] {
        let others = (subcommands ?? []).filter { $0.commandName != "help" }
        return [(words, self)] + others.flatMap { $0.commands(after: words + [$0.commandName]) }
    }

    var visible: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

    /// What people read of a command alone: sentences, no headings of examples and no examples.
    var sentences: [String] {
        let lines = (discussion ?? "").split(separator: "\n").filter {
            !$0.hasPrefix(" ") && !$0.hasSuffix(":")
        }
        return [abstract ?? ""] + lines.map { String($0) } + visible.map { $0.abstract ?? "" }
    }
}

/// A page of help as it is printed, taken apart.
struct PrintedHelp {
    let text: String
    var lines: [Substring] { text.split(separator: "\n") }

    /// - Parameter words: A command, empty for the root.
    init(_ words: [String], _ locale: String, width: Int) throws {
        let run = try LifeCircleProcess.run(
            words + ["--help"], environment: ["LC_ALL": locale, "COLUMNS": "\(width)"])
        text = run.status == 0 && run.errors.isEmpty ? run.output : ""
    }

    /// What stands beside options, arguments and subcommands, each on a line at the width printed.
    var entries: [String] {
        lines.compactMap { line in
            guard line.hasPrefix("  -") || line.hasPrefix("  <") || line.prefix(26).hasSuffix("  ") else {
                return nil
            }
            return line.count > 26 && line.prefix(26).hasSuffix(" ") ? String(line.dropFirst(26)) : nil
        }
    }
}

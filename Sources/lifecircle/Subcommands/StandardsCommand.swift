import ArgumentParser
import Foundation
import Reporting
import Standards
import VectorFiles

/// The bundled planning documents, and tables of one's own.
struct StandardsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standards", abstract: "The bundled planning tables and indicators.",
        discussion: "Example:\n  lifecircle standards show suzhou-2021 --lang zh",
        subcommands: [List.self, Show.self, StandardsCheckCommand.self])

    /// The bundled documents, one a line.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the bundled standards.",
            discussion: "Example:\n  lifecircle standards list")

        @OptionGroup var output: StandardsOutput

        func run() throws {
            let documents = try BundledStandards.documentIDs.map { try BundledStandards.document(id: $0) }
            try Terminal.printResult(
                output.json
                    ? StandardTables.listJSON(documents).text(pretty: true)
                    : output.tables.list(documents))
        }
    }

    /// One document with its citations.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a standard's table and indicators with their citations.",
            discussion: "Example:\n  lifecircle standards show suzhou-2021 --json")

        @Argument(help: ArgumentHelp("A bundled document's id, or a path.", valueName: "id"))
        var id: String
        @OptionGroup var output: StandardsOutput
        @Flag(help: "Print a page in Markdown, in both languages and with the quoted words.")
        var markdown = false

        func validate() throws {
            if markdown, output.json {
                throw ValidationError("--json and --markdown are two results; give one")
            }
        }

        func run() throws {
            let document = try StandardChoice.document(id)
            try Terminal.printResult(text(of: document))
        }

        private func text(of document: StandardDocument) -> String {
            if markdown { return StandardPage(document).text }
            if output.json { return document.json.text(pretty: true) }
            return output.tables.show(document)
        }
    }
}

/// How the commands about standards print.
struct StandardsOutput: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false
    @Option(
        help: ArgumentHelp(
            "Language of tables, messages and help (default: by locale).", valueName: "language"))
    var lang: Language?

    func validate() throws { LanguageChoice.choose(lang) }

    var language: Language { LanguageChoice.language }

    /// Tables as wide as the terminal.
    var tables: StandardTables { StandardTables(language: language, width: Terminal.columns) }
}

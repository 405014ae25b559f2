import ArgumentParser
import Foundation
import Reporting
import Standards
import VectorFiles

/// The bundled tables.
struct StandardsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standards", abstract: "The bundled planning tables. 规划标准",
        discussion: "Example:\n  lifecircle standards show suzhou-2021 --lang zh",
        subcommands: [List.self, Show.self])

    /// The bundled standards, one a line.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the bundled standards. 列出标准",
            discussion: "Example:\n  lifecircle standards list")

        @OptionGroup var output: StandardsOutput

        func run() throws {
            let standards = try BundledStandards.ids.map { try BundledStandards.standard(id: $0) }
            try Terminal.printResult(
                output.json
                    ? StandardTables.listJSON(standards).text(pretty: true)
                    : StandardTables(language: output.language).list(standards))
        }
    }

    /// One standard with its citations.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a standard's table with its citations. 查看标准",
            discussion: "Example:\n  lifecircle standards show suzhou-2021 --json")

        @Argument(help: ArgumentHelp("A bundled standard's id, or a path.", valueName: "id"))
        var id: String
        @OptionGroup var output: StandardsOutput

        func run() throws {
            let standard = try StandardChoice(id).load()
            try Terminal.printResult(
                output.json
                    ? standard.json.text(pretty: true)
                    : StandardTables(language: output.language).show(standard))
        }
    }
}

/// How the commands about standards print.
struct StandardsOutput: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false
    @Option(
        help: ArgumentHelp("Language of the table: en or zh (default: by locale).", valueName: "language"))
    var lang: Language?

    func validate() throws { LanguageChoice.choose(lang) }

    var language: Language {
        lang ?? Language(environment: ProcessInfo.processInfo.environment)
    }
}

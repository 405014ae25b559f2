public import ArgumentParser
import Foundation
import Reporting
import StudyAreas
import VectorFiles

/// What a run says of itself, and in which language.
struct ProgressOptions: ParsableArguments {
    @Flag(help: "Say nothing but results and errors.")
    var quiet = false
    @Option(help: ArgumentHelp("How progress is shown on standard error.", valueName: "style"))
    var progress: ProgressStyle = .auto
    @Option(
        help: ArgumentHelp(
            "Language of tables, messages and help (default: by locale).", valueName: "language"))
    var lang: Language?
    @Option(help: ArgumentHelp("Write the timings of the stages to this file as JSON.", valueName: "file"))
    var timings: String?

    func validate() throws { LanguageChoice.choose(lang) }

    var language: Language {
        lang ?? Language(environment: ProcessInfo.processInfo.environment)
    }
    var progressLine: ProgressLine { ProgressLine(quiet ? .none : progress, language: language) }
}

/// How a run goes, whatever it computes: what it says, in which language, on how many threads.
struct RunOptions: ParsableArguments {
    @OptionGroup var saying: ProgressOptions
    @Flag(help: "List every finding on standard error.")
    var verbose = false
    @Option(help: "At most this many threads (default: all cores).")
    var threads: Int?
    @Flag(help: "Refuse data with features that had to be left out or mended (exit status 65).")
    var strict = false

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads takes a whole number from 1 up") }
    }

    var quiet: Bool { saying.quiet }
    var timings: String? { saying.timings }
    var language: Language { saying.language }
    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
    var progressLine: ProgressLine { saying.progressLine }
}

extension ProgressStyle: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// The language asked for on the command line, for messages about errors that end the run.
enum LanguageChoice {
    nonisolated(unsafe) private(set) static var chosen: Language?

    /// Called once, while the command line is parsed and before any task runs.
    static func choose(_ language: Language?) { if let language { chosen = language } }

    /// The language chosen, else that of the locale.
    static var language: Language {
        chosen ?? asked(CommandLine.arguments) ?? Language(environment: ProcessInfo.processInfo.environment)
    }

    /// What a command line asks for that may be refused before its `--lang` is come to.
    private static func asked(_ arguments: [String]) -> Language? {
        let values = arguments.indices.compactMap { place -> Language? in
            let argument = arguments[place]
            if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
            guard argument == "--lang", place + 1 < arguments.count else { return nil }
            return Language(rawValue: arguments[place + 1])
        }
        return values.last
    }

    /// A command line without `--lang`.
    static func removed(from arguments: [String]) -> [String] {
        arguments.indices.filter { place in
            let isValue = place > 0 && arguments[place - 1] == "--lang"
            return !isValue && arguments[place] != "--lang" && !arguments[place].hasPrefix("--lang=")
        }.map { arguments[$0] }
    }
}

public import ArgumentParser
import Foundation
import Reporting
import StudyAreas
import VectorFiles

/// How a run goes, whatever it computes: what it says, in which language, on how many threads.
struct RunOptions: ParsableArguments {
    @Flag(help: "Say nothing but results and errors. 安静模式")
    var quiet = false
    @Flag(help: "List every finding on standard error. 列出全部提示")
    var verbose = false
    @Option(help: ArgumentHelp("Progress on standard error: auto, json or none.", valueName: "style"))
    var progress: ProgressStyle = .auto
    @Option(
        help: ArgumentHelp(
            "Language of tables and messages: en or zh (default: by locale).", valueName: "language"))
    var lang: Language?
    @Option(help: "At most this many threads (default: all cores).")
    var threads: Int?
    @Flag(help: "Refuse data with features that had to be left out or mended (exit status 65).")
    var strict = false
    @Option(help: ArgumentHelp("Write the timings of the stages to this file as JSON.", valueName: "file"))
    var timings: String?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads takes a whole number from 1 up") }
        LanguageChoice.choose(lang)
    }

    var language: Language {
        lang ?? Language(environment: ProcessInfo.processInfo.environment)
    }
    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
    var progressLine: ProgressLine { ProgressLine(quiet ? .none : progress, language: language) }
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
        chosen ?? Language(environment: ProcessInfo.processInfo.environment)
    }
}

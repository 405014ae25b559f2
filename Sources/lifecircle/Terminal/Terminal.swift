import Foundation
import Reporting
import VectorFiles

/// Results go to standard output, everything else to standard error.
///
/// Names from files are part of both, so whatever in them could steer a terminal is taken out.
enum Terminal {
    /// Prints a result.
    ///
    /// A reader that has gone away, as `head` does, ends the program quietly.
    /// - Throws: `VectorFileError` when standard output cannot be written.
    static func printResult(_ text: String) throws {
        do {
            try write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput)
        } catch {
            if errno == EPIPE { exit(ExitStatus.done.rawValue) }
            throw VectorFileError(problem: .notWritable, path: "standard output", detail: "")
        }
    }

    /// Says something beside the results; a closed standard error is no reason to stop.
    static func say(_ text: String) { try? write(text + "\n", to: .standardError) }

    /// Draws over the current line of a watched terminal.
    static func draw(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
    }

    static func sayError(_ text: String, _ language: Language) {
        say(text, after: language.pick(en: "error: ", zh: "错误："), in: .red)
    }

    /// Says something after a word that stands out where somebody watches.
    static func say(_ text: String, after word: String, in colour: TerminalColour) {
        let isColoured = TerminalColour.isWanted(
            isWatched: isWatched, environment: ProcessInfo.processInfo.environment)
        let first = isColoured ? colour.painted(word) : word
        let rest = (text + "\n").harmless(keeping: ["\n"])
        try? FileHandle.standardError.write(contentsOf: Data((first + rest).utf8))
    }

    private static func write(_ text: String, to stream: FileHandle) throws {
        try stream.write(contentsOf: Data(text.harmless(keeping: ["\n"]).utf8))
    }

    /// Whether somebody watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// How many columns a line of a result has: what COLUMNS says, else what the terminal says; 100 without one.
    ///
    /// Wrapped in a pipe too, because who reads a table there is a person with a pager: programs have `--json`.
    static var columns: Int {
        if let said = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), said > 0 {
            return said
        }
        var window = winsize()
        let isTerminal = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0
        return isTerminal && window.ws_col > 0 ? Int(window.ws_col) : 100
    }
}

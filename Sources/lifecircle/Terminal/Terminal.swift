import Foundation
import Reporting

/// Results go to standard output, everything else to standard error.
///
/// Names from files are part of both, so whatever in them could steer a terminal is taken out.
enum Terminal {
    static func printResult(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput)
    }

    static func say(_ text: String) { write(text + "\n", to: .standardError) }

    static func sayError(_ text: String, _ language: Language) {
        say(language.pick(en: "error: ", zh: "错误：") + text)
    }

    private static func write(_ text: String, to stream: FileHandle) {
        stream.write(Data(text.harmless(keeping: ["\n"]).utf8))
    }

    /// Whether somebody watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }
}

import ArgumentParser
import Foundation
import Geometry
import Projections
import Reporting
import Standards
import StrictYAML
import StudyAreas
import VectorFiles

/// The exit statuses that scripts rely on; from 64 on they are those of BSD's sysexits.
enum ExitStatus: Int32 {
    case done = 0
    /// A threshold asked for was missed.
    case missed = 1
    case usage = 64
    /// Bad data or project file.
    case data = 65
    /// An input is missing or not readable.
    case noInput = 66
    /// The program itself is at fault.
    case `internal` = 70
    /// An output cannot be written.
    case cannotWrite = 73
    /// More data than the program can handle.
    case tooLarge = 75

    /// The status that says what kind of thing went wrong; nil for errors that are not of this package.
    init?(_ error: any Error) {
        switch error {
        case let error as VectorFileError:
            switch error.problem {
            case .missing, .notAFile, .notReadable, .unreachable: self = .noInput
            case .notWritable: self = .cannotWrite
            default: self = .data
            }
        case let error as StudyAreaError:
            switch error.problem {
            case .layerNotGiven: self = .usage
            case .tooLarge: self = .tooLarge
            default: self = .data
            }
        case is YAMLError, is ProjectionError, is StandardError: self = .data
        case is GeometryError, is InternalError: self = .internal
        default: return nil
        }
    }

    /// Prints what went wrong and leaves.
    static func end(with error: any Error) -> Never {
        OutputSet.removeAllTemporaries()
        let language = LanguageChoice.language
        if let status = ExitStatus(error) {
            Terminal.sayError(ErrorWording(error).wording.text(language), language)
            exit(status.rawValue)
        }
        let code = LifeCircleCommand.exitCode(for: error)
        if code == .failure, !(error is ExitCode) {
            Terminal.sayError("\(error)", language)
            exit(ExitStatus.internal.rawValue)
        }
        if code == .validationFailure { refuse(error, language) }
        if code == .success { showHelp(error, language) }
        LifeCircleCommand.exit(withError: error)
    }

    /// Prints the page of help that was asked for, and leaves; does nothing where something else was.
    private static func showHelp(_ error: any Error, _ language: Language) {
        let text = LifeCircleCommand.fullMessage(for: error, columns: .max)
        guard let page = HelpPage(text) else { return }
        do {
            try Terminal.printResult(page.text(language, width: Terminal.columns))
        } catch {
            end(with: error)
        }
        exit(ExitStatus.done.rawValue)
    }

    /// Says what is wrong with the command line, and leaves.
    private static func refuse(_ error: any Error, _ language: Language) -> Never {
        let text = LifeCircleCommand.fullMessage(for: error, columns: nil)
        let wording = UsageWording(text: text, message: LifeCircleCommand.message(for: error)).wording
        Terminal.say(wording.text(language), after: "", in: .red)
        exit(ExitStatus.usage.rawValue)
    }
}

/// A check on the program itself failed.
struct InternalError: Error, CustomStringConvertible {
    let description: String
}

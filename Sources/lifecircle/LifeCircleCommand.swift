import ArgumentParser
import Foundation
import Reporting

/// The command: only the list of its subcommands, and how it ends.
@main
struct LifeCircleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lifecircle",
        abstract: "Finds walking-distance service gaps in Chinese cities.",
        discussion: """
            Examples:
              lifecircle analyze SampleData/canal-district/lifecircle.yaml
              lifecircle analyze --blocks blocks.gpkg --facilities poi.csv \\
                --network ways.shp --output results
            """,
        version: Product.version,
        subcommands: [
            AnalyzeCommand.self, AssessCommand.self, ReportCommand.self, MapCommand.self, AuditCommand.self,
            NearestCommand.self,
            ReachCommand.self,
            ImportCommand.self, NetworkCommand.self, StandardsCommand.self,
        ])

    static func main() async {
        Interruption.install()
        do {
            var command = try parseAsRoot(words)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.end(with: error)
        }
    }

    /// The command line; for pages of help without `--lang`, which says what they are read in, but is an option of
    /// commands that print something else alone.
    private static var words: [String] {
        let given = Array(CommandLine.arguments.dropFirst())
        let others = LanguageChoice.removed(from: given)
        return isHelpAsked(others) ? others : given
    }

    /// Whether a page of help is what there is to print: it was asked for, or the command only lists others.
    private static func isHelpAsked(_ words: [String]) -> Bool {
        var command: any ParsableCommand.Type = LifeCircleCommand.self
        for word in words {
            let subcommands = command.configuration.subcommands
            guard let next = subcommands.first(where: { $0._commandName == word }) else { break }
            command = next
        }
        return !command.configuration.subcommands.isEmpty || words.contains { ["-h", "--help"].contains($0) }
    }
}

import ArgumentParser
import Foundation
import Reporting

/// The command: only the list of its subcommands, and how it ends.
@main
struct LifeCircleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lifecircle",
        abstract: "Finds walking-distance service gaps in Chinese cities. 步行生活圈服务盲区分析",
        discussion: """
            Example:
              lifecircle analyze SampleData/canal-district/lifecircle.yaml
              lifecircle analyze --blocks blocks.gpkg --facilities poi.csv --network ways.shp --output results
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
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.end(with: error)
        }
    }
}

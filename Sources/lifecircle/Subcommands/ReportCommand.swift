import ArgumentParser
import Foundation
import Reporting

/// A page with maps, charts and tables, made from the files that `analyze` wrote.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Makes one HTML page of the results of an analysis.",
        discussion: """
            The page works offline. Network, units and barriers are drawn from the inputs that the manifest names, \
            as long as they have not changed; routes are drawn by `analyze --report` alone.

            Example:
              lifecircle report results --output report.html
            """)

    @Argument(help: ArgumentHelp("Folder that analyze wrote.", valueName: "folder"))
    var results: String
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The page (default: report.html in the folder).", valueName: "file"))
    var output: String?
    @OptionGroup var saying: ProgressOptions

    func run() async throws {
        let path = output ?? ResultFolder(results).reportPath
        let file = ReportFile(path: path, language: saying.language)
        try file.check(against: results, timings: saying.timings)
        var clock = StageClock(progress: saying.progressLine)
        let page = try clock.run(.read) { try file.page(of: results) }
        try clock.run(.write) { try file.write(page) }
        try TimingsFile(saying.timings).write(clock)
        if !saying.quiet { try Terminal.printResult(path) }
    }
}

import ArgumentParser
import Foundation
import Reporting

/// A page with maps, charts and tables, made from the files that `analyze` wrote.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Makes one HTML page of the results of an analysis. 网页报告",
        discussion: """
            The page works offline. Network, units and barriers are drawn from the inputs that the manifest names, \
            as long as they have not changed; routes are drawn by `analyze --report` alone.

            Example:
              lifecircle report results --output report.html
            """)

    @Argument(help: ArgumentHelp("Folder that analyze wrote. 结果文件夹", valueName: "folder"))
    var results: String
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The page (default: report.html in the folder). 输出文件", valueName: "file"))
    var output: String?
    @Option(
        help: ArgumentHelp(
            "Language the page opens in: en or zh (default: by locale).", valueName: "language"))
    var lang: Language?

    func validate() throws { LanguageChoice.choose(lang) }

    func run() async throws {
        let path = output ?? ResultFolder(results).reportPath
        let file = ReportFile(path: path, language: LanguageChoice.language)
        try file.check(against: results)
        try file.write(results: results)
        try Terminal.printResult(path)
    }
}

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

/// A map of the results as a drawing.
struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draws a map of the results of an analysis as SVG. 结果地图",
        discussion: """
            Without --requirement blocks are coloured by their number of gaps.

            Example:
              lifecircle map results --requirement kindergarten --output map.svg
            """)

    @Argument(help: ArgumentHelp("Folder that analyze wrote. 结果文件夹", valueName: "folder"))
    var results: String
    @Option(help: ArgumentHelp("Id of the requirement to draw. 配置要求", valueName: "id"))
    var requirement: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("The drawing, an .svg file. 输出文件", valueName: "file"))
    var output: String
    @Option(
        help: ArgumentHelp(
            "Language of title and legend: en or zh (default: by locale).", valueName: "language"))
    var lang: Language?

    func validate() throws {
        LanguageChoice.choose(lang)
        guard output.lowercased().hasSuffix(".svg") else {
            throw ValidationError(
                "--output takes a file that ends in .svg; turn it into other formats with a drawing program")
        }
    }

    func run() async throws {
        let file = ReportFile(path: output, language: LanguageChoice.language)
        try file.check(against: results)
        do { try file.write(map: results, requirement: requirement) } catch let error as UnknownRequirement {
            throw ValidationError(
                "--requirement \(error.id) is not one of the results: \(error.known.joined(separator: ", "))")
        }
        try Terminal.printResult(output)
    }
}

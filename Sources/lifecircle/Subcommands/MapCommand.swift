import ArgumentParser
import Foundation
import Reporting

/// A map of the results as a drawing or a picture.
struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draws a map of the results of an analysis as SVG or PNG.",
        discussion: """
            Without --requirement blocks are coloured by their number of gaps.

            Examples:
              lifecircle map results --requirement kindergarten --output map.svg
              lifecircle map results --output map.png --width 3000
            """)

    @Argument(help: ArgumentHelp("Folder that analyze wrote.", valueName: "folder"))
    var results: String
    @Option(help: ArgumentHelp("Id of the requirement to draw.", valueName: "id"))
    var requirement: String?
    @Option(
        name: .shortAndLong, help: ArgumentHelp("The drawing, an .svg or .png file.", valueName: "file"))
    var output: String
    @Option(
        help: ArgumentHelp(
            "Width of a .png in pixels, 100 to 10000 (default: 2400).", valueName: "pixels"))
    var width: Int?
    @OptionGroup var saying: ProgressOptions

    func validate() throws {
        guard isPicture || output.lowercased().hasSuffix(".svg") else {
            throw ValidationError("--output takes a file that ends in .svg or .png")
        }
        guard let width else { return }
        guard isPicture else { throw ValidationError("--width is of a .png; an .svg has any size") }
        guard MapPicture.widths.contains(width) else {
            throw ValidationError("--width takes 100 to 10000 pixels")
        }
    }

    private var isPicture: Bool { output.lowercased().hasSuffix(".png") }

    func run() async throws {
        let file = ReportFile(path: output, language: saying.language)
        try file.check(against: results, timings: saying.timings)
        var clock = StageClock(progress: saying.progressLine)
        do {
            let plan = try clock.run(.read) {
                try MapDrawing(folder: results, requirement: requirement, language: saying.language)
            }
            try clock.run(.write) { try file.write(plan, width: isPicture ? width ?? 2400 : nil) }
        } catch let error as UnknownRequirement {
            throw ValidationError(
                "--requirement \(error.id) is not one of the results: \(error.known.joined(separator: ", "))")
        }
        try TimingsFile(saying.timings).write(clock)
        if !saying.quiet { try Terminal.printResult(output) }
    }
}

import ArgumentParser
import Reporting
import Standards
import StrictYAML
import StudyAreas
import VectorFiles

/// Checks a table or an indicator system of one's own, and says all that is wrong with it.
struct StandardsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a table or indicator system of one's own.",
        discussion: """
            Names every problem with its line and column and exits with 65, or says in one line what the file \
            holds and exits with 0.

            Example:
              lifecircle standards check my-city.yaml
            """)

    @Argument(help: ArgumentHelp("A YAML file.", valueName: "file"))
    var file: String
    @OptionGroup var output: StandardsOutput

    func run() throws {
        let report = StandardCheckReport(text: try TextFile.contents(of: file), file: file)
        if output.json {
            try Terminal.printResult(report.json.text(pretty: true))
        } else if report.isSound {
            try Terminal.printResult(report.summary(output.language))
        }
        guard report.isSound else {
            if !output.json {
                for problem in report.problems(output.language) {
                    Terminal.sayError(problem, output.language)
                }
            }
            Terminal.say(report.summary(output.language))
            throw ExitCode(ExitStatus.data.rawValue)
        }
    }
}

import ArgumentParser
import StudyAreas
import VectorFiles

/// Where the data ends.
struct EdgeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Land within which the data is complete (default: up to the outline of the ways).",
            valueName: "file"))
    var boundary: String?

    func override(_ input: inout StudyAreaInput) {
        if let boundary { input.boundary = LayerInput(VectorSource(path: boundary)) }
    }
}

import ArgumentParser
import Reporting

/// Further formats of results that have layers and tables.
struct FormatOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Formats beside GeoJSON, CSV and JSON: gpkg (every layer, styled for QGIS), xlsx (a sheet per table), or none.",
            valueName: "formats"))
    var formats = ResultFormatList(ResultFormat.usual)

    func validate() throws {
        guard let other = formats.formats.first(where: { !ResultFormat.usual.contains($0) }) else { return }
        throw ValidationError(
            "--formats \(other.rawValue) is of analyze alone; give gpkg, xlsx, gpkg,xlsx or none")
    }

    /// The folder for results of a kind; nil where none was asked for.
    func folder(_ path: String?, of kind: ResultKind) -> ResultFolder? {
        path.map { ResultFolder($0, of: kind, formats: formats.formats) }
    }
}

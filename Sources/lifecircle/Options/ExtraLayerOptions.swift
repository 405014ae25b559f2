import ArgumentParser
import Standards
import StudyAreas
import VectorFiles

/// Layers and declarations that make an analysis better, but that it can do without.
struct ExtraLayerOptions: ParsableArguments {
    @OptionGroup var leaving: EntranceOptions
    @OptionGroup var barring: BarrierOptions
    @Option(help: ArgumentHelp("Units that results are summed by.", valueName: "file"))
    var units: String?
    @OptionGroup var edge: EdgeOptions
    @Option(
        help: ArgumentHelp(
            "Kinds that were looked for, so that absence is a gap: all, or ids separated by commas.",
            valueName: "kinds"))
    var surveyed: String?

    func override(_ input: inout StudyAreaInput) throws {
        func layer(_ path: String) -> LayerInput { LayerInput(VectorSource(path: path)) }
        if let entrances = leaving.layer { input.entrances = entrances }
        if let barriers = barring.layer { input.barriers = barriers }
        if let units { input.units = layer(units) }
        edge.override(&input)
        if let surveyed { input.surveyed = try declared(surveyed) }
    }

    private func declared(_ list: String) throws -> Surveyed {
        if list == "all" { return .all }
        guard list.contains(where: { $0 != "," }) else {
            throw ValidationError("--surveyed takes all, or kinds separated by commas")
        }
        let catalogue = FacilityKindCatalogue.bundled
        return .kinds(
            Set(
                try list.split(separator: ",").map { written in
                    guard let kind = catalogue.kind(named: String(written)) else {
                        throw unknown(String(written), in: catalogue)
                    }
                    return kind.id
                }))
    }

    private func unknown(_ written: String, in catalogue: FacilityKindCatalogue) -> ValidationError {
        let nearest = catalogue.suggestions(for: written).joined(separator: ", ")
        if !nearest.isEmpty {
            return ValidationError("--surveyed \(written) is no known kind; nearest: \(nearest)")
        }
        return ValidationError("--surveyed \(written) is no known kind; see `lifecircle standards show`")
    }
}

public import ArgumentParser
public import OpenStreetMap
import StudyAreas
import VectorFiles

/// How OpenStreetMap files are taken.
struct MapOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which ways of OpenStreetMap files can be walked; china adds trunk roads of cities, which have pavements.",
            valueName: "profile"))
    var profile: FootProfile?

    /// - Throws: `ValidationError` when a profile is given and no layer is a map.
    func check(_ input: StudyAreaInput) throws {
        guard profile != nil else { return }
        guard input.layers.contains(where: \.layer.source.isMap) else {
            throw ValidationError(
                "--profile says which tags of OpenStreetMap are walkable, but no layer is an .osm or .pbf file; leave it out"
            )
        }
    }

    /// The profile that counts.
    var chosen: FootProfile { profile ?? .default }
}

extension FootProfile: ExpressibleByArgument {}

extension StudyAreaInput {
    /// The profile for the manifest; null where no layer is a map.
    var profileJSON: JSONValue {
        layers.contains(where: \.layer.source.isMap) ? .string(footProfile.rawValue) : .null
    }
}

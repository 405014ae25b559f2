import ArgumentParser
import StudyAreas
import VectorFiles

/// The plane that everything is computed in.
struct PlaneOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Plane to compute in, such as EPSG:4549, also taken for layers that name no system; or local for metres of a local grid.",
            valueName: "system"))
    var crs: String?

    func validate() throws { try CoordinateSystemOption(crs).validate() }

    /// Puts the plane that was given in place of that of `input`.
    func override(_ input: inout StudyAreaInput) {
        if let crs { input.plane = PlaneChoice(option: crs) }
    }
}

/// Which vertices of ways are one.
struct NodeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Vertices of ways this close are one node; 0 asks for equal coordinates.", valueName: "metres"))
    var joinTolerance: Double = 0.01

    func validate() throws { try JoinTolerance.validate(joinTolerance) }
}

/// What `--join-tolerance` may say.
enum JoinTolerance {
    /// - Throws: `ValidationError` when it is not a length of at most 100 m.
    static func validate(_ metres: Double) throws {
        guard metres >= 0, metres <= 100 else {
            throw ValidationError("--join-tolerance takes metres from 0 to 100")
        }
    }
}

/// How far off the network places may be.
struct SnapOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Longest straight leg to the network in metres, or none.", valueName: "metres"))
    var maxSnap: MetresOrNone = .metres(200)
}

/// The ways, for commands that are nothing without them.
struct WaysOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Walkable ways.", valueName: "file"))
    var network: String
    @Option(help: ArgumentHelp("Layer of the ways, where a file has several.", valueName: "layer"))
    var networkLayer: String?

    var layer: LayerInput { LayerInput(VectorSource(path: network, layer: networkLayer)) }
}

/// What bars straight legs.
struct BarrierOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Lines or areas that no straight leg may cross.", valueName: "file"))
    var barriers: String?

    /// The layer, when it was given.
    var layer: LayerInput? { barriers.map { LayerInput(VectorSource(path: $0)) } }
}

/// Where blocks are left.
struct EntranceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Entrances of blocks, with a block_id column.", valueName: "file"))
    var entrances: String?

    /// The layer, when it was given.
    var layer: LayerInput? { entrances.map { LayerInput(VectorSource(path: $0)) } }
}

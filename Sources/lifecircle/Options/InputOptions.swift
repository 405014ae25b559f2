import ArgumentParser
import PedestrianNetworks
import Projections
import StudyAreas
import VectorFiles

/// The three layers every run needs, and how to take them.
struct InputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Residential blocks.", valueName: "file"))
    var blocks: String?
    @Option(help: ArgumentHelp("Layer of the blocks, where a file has several.", valueName: "layer"))
    var blocksLayer: String?
    @Option(help: ArgumentHelp("Facilities; may be given several times.", valueName: "file"))
    var facilities: [String] = []
    @Option(help: ArgumentHelp("Layer of the facilities, where a file has several.", valueName: "layer"))
    var facilitiesLayer: String?
    @Option(help: ArgumentHelp("Walkable ways.", valueName: "file"))
    var network: String?
    @Option(help: ArgumentHelp("Layer of the ways, where a file has several.", valueName: "layer"))
    var networkLayer: String?
    @OptionGroup var plane: PlaneOptions
    @OptionGroup var snap: SnapOptions
    @OptionGroup var nodes: NodeOptions
    @OptionGroup var map: MapOptions

    /// Puts the layers that were given in place of those of `input`.
    ///
    /// - Throws: `ValidationError` when `--profile` has no map to say something about.
    func override(_ input: inout StudyAreaInput) throws {
        plane.override(&input)
        if let blocks { input.blocks = LayerInput(VectorSource(path: blocks, layer: blocksLayer)) }
        if let network { input.network = LayerInput(VectorSource(path: network, layer: networkLayer)) }
        if !facilities.isEmpty {
            input.facilities = facilities.map { LayerInput(VectorSource(path: $0, layer: facilitiesLayer)) }
        }
        if map.profile != nil { input.footProfile = map.chosen }
        try map.check(input)
    }
}

/// A length in metres, or no limit.
enum MetresOrNone: ExpressibleByArgument, Equatable, CustomStringConvertible {
    case metres(Double)
    case none

    init?(argument: String) {
        if argument == "none" {
            self = .none
        } else if let metres = Double(argument), metres >= 0, metres <= WalkingDistance.furthest.metres {
            self = .metres(metres)
        } else {
            return nil
        }
    }

    /// As it is written on a command line.
    var description: String {
        switch self {
        case .metres(let metres): metres == metres.rounded() ? "\(Int(metres))" : "\(metres)"
        case .none: "none"
        }
    }

    /// As a limit of a walk; no limit is the longest walk that is ever searched.
    var limit: WalkingDistance {
        switch self {
        case .metres(let metres): .limit(metres: metres)
        case .none: .furthest
        }
    }
}

/// What `--crs` may say.
struct CoordinateSystemOption {
    private let value: String?

    init(_ value: String?) { self.value = value }

    /// - Throws: `ValidationError` when PROJ does not know the system.
    func validate() throws {
        guard let value, value != "local" else { return }
        do { _ = try CoordinateReferenceSystem(value) } catch {
            throw ValidationError(
                "--crs \(value) is not a coordinate system that PROJ knows; give one such as EPSG:4549, or local"
            )
        }
    }
}

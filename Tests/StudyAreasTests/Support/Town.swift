import FileFixtures
import Geometry
import PedestrianNetworks
import Projections
import Standards
import VectorFiles

@testable import StudyAreas

/// The layers of a small place, written to files and loaded as the command does it.
///
/// Unless a test says otherwise it is a street of a kilometre along the x axis of a local grid, with one block
/// and one kindergarten.
struct Town {
    /// One layer: made features, or the text of a file.
    enum Layer {
        case features([MadeFeature], system: String? = nil)
        /// Delimited text.
        case csv(String)
    }

    var blocks = Layer.features([.point(100, 10, ["id": "B1", "population": 100])])
    var facilities = [Layer.features([.point(300, -10, ["id": "F1", "kind": "kindergarten"])])]
    var network = Layer.features([.line([(0, 0), (1000, 0)], ["id": "W1"])])
    var entrances: Layer?
    var barriers: Layer?
    var units: Layer?
    var plane = PlaneChoice.local
    /// Columns named by the user, by role of the layer.
    var columns: [String: [FieldRole: String]] = [:]
    /// Datums declared by the user, by role of the layer.
    var datums: [String: OffsetDatum] = [:]
    /// Columns of coordinates named by the user, by role of the layer.
    var coordinates: [String: (x: String, y: String)] = [:]
    /// Where the kinds of facilities come from.
    var kinds = KindSource.column
    var loader = StudyAreaLoader(kinds: .catalogue(.bundled))
    var surveyed = Surveyed.asFound

    /// The study area, by way of files in a fresh folder.
    func load() async throws -> StudyArea {
        let folder = try TemporaryFolder()
        let raw = try RawLayers(reading: try input(in: folder))
        let projected = try ProjectedLayers(raw, reach: loader.maxSnap.metres)
        return try await loader.join(try loader.build(projected))
    }

    /// Puts another layer in the place of a role's.
    mutating func set(_ role: String, to layer: Layer) {
        switch role {
        case "blocks": blocks = layer
        case "facilities": facilities = [layer]
        case "network": network = layer
        case "entrances": entrances = layer
        case "barriers": barriers = layer
        default: units = layer
        }
    }

    private func input(in folder: TemporaryFolder) throws -> StudyAreaInput {
        var input = StudyAreaInput()
        input.plane = plane
        input.surveyed = surveyed
        input.blocks = try write(blocks, "blocks", folder)
        input.entrances = try entrances.map { try write($0, "entrances", folder) }
        input.facilities = try facilities.enumerated().map {
            try write($1, "facilities", folder, file: "facilities\($0)")
        }
        input.network = try write(network, "network", folder)
        input.barriers = try barriers.map { try write($0, "barriers", folder) }
        input.units = try units.map { try write($0, "units", folder) }
        return input
    }

    private func write(
        _ layer: Layer, _ role: String, _ folder: TemporaryFolder, file: String? = nil
    ) throws -> LayerInput {
        let path =
            switch layer {
            case .features(let features, let system):
                try folder.write(
                    "\(file ?? role).geojson", MadeFeature.collection(features, system: system))
            case .csv(let text): try folder.write("\(file ?? role).csv", text)
            }
        let named = coordinates[role]
        return LayerInput(
            VectorSource(path: path, xField: named?.x, yField: named?.y), columns: columns[role] ?? [:],
            datum: datums[role], kinds: role == "facilities" ? kinds : .column)
    }
}

extension StudyArea {
    /// The findings with a code.
    func found(_ code: Finding.Code) -> [Finding] { findings.filter { $0.code == code } }

    /// The features that a code was found on.
    func features(_ code: Finding.Code) -> [String] { found(code).map(\.feature) }

    func block(_ id: String) -> ResidentialBlock? { blocks.first { $0.id == id } }

    func tally(_ layer: String) -> LayerTally? { tallies.first { $0.layer == layer } }

    /// Where block `id` joins: the spot on the network and the leg.
    func joins(ofBlock id: String) -> [Join] {
        blocks.firstIndex { $0.id == id }.map { blockPlaces[$0].map(join) } ?? []
    }

    /// Where facility `id` joins.
    func joins(ofFacility id: String) -> [Join] {
        facilities.firstIndex { $0.id == id }.map { facilityPlaces[$0].map(join) } ?? []
    }

    private func join(_ location: NetworkLocation) -> Join {
        let edge = Int(location.edge)
        func spot(_ micrometres: UInt32) -> Position {
            network.segment(of: edge).point(at: Double(micrometres) / Double(network.length(of: edge)))
        }
        return Join(from: spot(location.low), to: spot(location.high), leg: location.leg.metres)
    }
}

/// A location in positions instead of edge numbers; to the micrometre.
struct Join: CustomStringConvertible {
    let from: Position
    let to: Position
    let leg: Double

    func isNear(_ other: Join) -> Bool {
        from.distance(to: other.from) < 2e-6 && to.distance(to: other.to) < 2e-6
            && abs(leg - other.leg) < 2e-6
    }

    func isSpot(_ x: Double, _ y: Double, leg: Double) -> Bool {
        isNear(Join(from: Position(x, y), to: Position(x, y), leg: leg))
    }

    var description: String { "(\(from.x), \(from.y))–(\(to.x), \(to.y)) leg \(leg)" }
}

extension StudyAreaError {
    /// Whether it says that none of so many features can be used, and why the first cannot.
    func hasNothingUsable(of count: Int) -> Bool {
        guard case .nothingUsable(let features, let first) = problem else { return false }
        return features == count && first != nil
    }
}

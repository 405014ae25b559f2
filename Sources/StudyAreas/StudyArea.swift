public import Geometry
public import PedestrianNetworks
public import Projections

/// Blocks, facilities and network of one place, in metres of one plane, joined and checked.
public struct StudyArea: Sendable {
    /// What the project calls the place.
    public let name: String?
    /// The plane of every position.
    public let plane: Plane
    /// The demand, in input order.
    public let blocks: [ResidentialBlock]
    /// The supply, in input order.
    public let facilities: [Facility]
    /// What results are summed by, in input order.
    public let units: [Unit]
    /// The walking network.
    public let network: PedestrianNetwork
    /// What no straight leg may cross.
    public internal(set) var barriers = BarrierLines([])
    /// The land within which the data is complete; none where that was not said.
    public internal(set) var boundary: [Polygon] = []
    /// The longest straight leg between a place and the network.
    public let maxSnap: WalkingDistance
    /// Where walks from each block start; none for a block off the network.
    public let blockPlaces: NetworkPlaces
    /// Where walks to each facility end; none for a facility off the network.
    public let facilityPlaces: NetworkPlaces
    /// Which kinds were looked for.
    public let surveyed: Surveyed
    /// What is odd about the input, in the order it was found.
    public let findings: [Finding]
    /// How many features of each layer were read and how many are in use.
    public let tallies: [LayerTally]
}

/// What became of a layer's features: read = used + excluded.
public struct LayerTally: Hashable, Sendable {
    /// The role of the layer.
    public let layer: String
    /// The file.
    public let path: String
    /// Features in the file.
    public let read: Int
    /// Features left out, each with a finding.
    public let excluded: Int
    /// Features in use.
    public var used: Int { read - excluded }
}

/// The plane everything is computed in.
public struct Plane: Sendable {
    /// Its coordinate system; nil for a local grid whose coordinates are metres as they are.
    public let reference: CoordinateReferenceSystem?

    /// What to call it: an authority's code, a name, or `local`.
    public var label: String { reference?.definition ?? "local" }

    /// Moves shapes from the plane to longitude and latitude; nil for a local grid.
    ///
    /// - Throws: `ProjectionError` when there is no way.
    public func toLongitudeLatitude() throws(ProjectionError) -> Transformation? {
        guard let reference else { return nil }
        return try Transformation(from: reference, to: .wgs84)
    }
}

/// Why a study area could not be loaded: the input as a whole is at fault.
public struct StudyAreaError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Problem: Hashable, Sendable {
        /// The layer has no features at all.
        case emptyLayer
        /// The layer has features, but none can be used; the first finding says why.
        case nothingUsable(features: Int, first: Finding?)
        /// The layer says nothing about its coordinate system.
        case noReference
        /// The coordinate system asked for is no plane in metres.
        case notAPlane(name: String)
        /// Lengths in the plane asked for are wrong by so many per cent here.
        case distortedPlane(name: String, percent: Int)
        /// A layer in degrees cannot be taken as metres of a local grid.
        case geographicInLocalGrid
        /// An offset datum was declared of a layer that is not in longitude and latitude.
        case datumOfPlane(datum: String)
        /// The two layers lie too far apart to belong together, in kilometres.
        case layersApart(other: String, kilometres: Int)
        /// Layers do not lie near one another, and a drawing among them was scaled by a unit that is likely wrong.
        case drawingUnitDoubtful(drawing: String, unit: String, kilometres: Int)
        /// A column that was asked for is not there.
        case noColumn(column: String, available: [String])
        /// A layer that the command needs was not given.
        case layerNotGiven(option: String)
        /// The network has more nodes than a search can number.
        case tooLarge(nodes: Int, most: Int)
    }

    /// What is wrong.
    public let problem: Problem
    /// The layer, by the name of its role.
    public let layer: String
    /// The file, when one is at fault.
    public let path: String?

    /// An error from its parts.
    public init(_ problem: Problem, layer: String, path: String? = nil) {
        self.problem = problem
        self.layer = layer
        self.path = path
    }
}

/// A file that could not be read or written, and why.
public struct VectorFileError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Problem: Hashable, Sendable {
        /// There is no such file.
        case missing
        /// The path is a directory, a pipe, a device, a URL or one of GDAL's virtual paths.
        case notAFile
        /// The file is there but may not be read, or is in use in a way that forbids it.
        case notReadable
        /// The address of a database is not one that libpq takes.
        case badAddress
        /// The server of a database does not answer, or refuses.
        case unreachable
        /// No supported format recognises the content.
        case unknownFormat
        /// The content breaks off or contradicts itself.
        case damaged
        /// The coordinate system that the file names is none that is known.
        case unknownReference(String)
        /// The layer asked for does not exist.
        case noSuchLayer(available: [String])
        /// There are several layers with shapes and none was named.
        case severalLayers(available: [String])
        /// There is no layer at all.
        case noLayer
        /// A delimited text has no columns for coordinates, or not those asked for; without columns when they
        /// are asked of another format.
        case noCoordinates(columns: [String])
        /// The target cannot be written.
        case notWritable
    }

    /// What went wrong.
    public let problem: Problem
    /// The file, as the caller named it.
    public let path: String
    /// Where in the file: a line, a feature, a layer; nil for the whole of it.
    public let place: String?
    /// What GDAL or the system said, or what to do next.
    public let detail: String

    /// An error about the file at `path`.
    public init(problem: Problem, path: String, place: String? = nil, detail: String) {
        self.problem = problem
        self.path = path
        self.place = place
        self.detail = detail
    }
}

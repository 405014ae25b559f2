/// An OSM file that could not be read, and why.
public struct OSMReadError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Problem: Hashable, Sendable {
        /// There is no such file.
        case missing
        /// The path is a directory, a pipe, a device or an address.
        case notAFile
        /// The file is there but may not be read.
        case notReadable
        /// The content is neither OSM XML nor PBF, plain or compressed.
        case notOSM
        /// The content breaks off or contradicts itself.
        case damaged
        /// There is not enough memory for it.
        case tooLarge
    }

    /// What went wrong.
    public let problem: Problem
    /// The file, as the caller named it.
    public let path: String
    /// What the system or libosmium said about it, and where in the file, when it can tell.
    public let detail: String

    /// An error about the file at `path`.
    public init(problem: Problem, path: String, detail: String) {
        self.problem = problem
        self.path = path
        self.detail = detail
    }
}

extension OSMReadError: CustomStringConvertible {
    /// `file: what is wrong (detail): what to do`.
    public var description: String { "\(path): \(what) (\(detail)): \(remedy)" }

    /// What is wrong, as a phrase without a full stop.
    public var what: String {
        switch problem {
        case .missing: "there is no such file"
        case .notAFile: "this is no file"
        case .notReadable: "the file cannot be read"
        case .notOSM: "this is no OSM data"
        case .damaged: "the file is damaged or incomplete"
        case .tooLarge: "there is not enough memory for this file"
        }
    }

    /// What to do next, as a phrase without a full stop.
    public var remedy: String {
        switch problem {
        case .missing: "check the path"
        case .notAFile: "save the data as a file and name that"
        case .notReadable: "check its permissions"
        case .notOSM: "give an extract as .osm, .osm.gz, .osm.bz2 or .osm.pbf"
        case .damaged: "download it again and compare its size or checksum"
        case .tooLarge: "cut out the study area first, for instance with osmium extract"
        }
    }
}

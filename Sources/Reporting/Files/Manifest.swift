import Crypto
import Foundation
public import StudyAreas
public import VectorFiles

/// `manifest.json`: what a run was made from, so that it can be repeated and checked.
///
/// No time, host or thread count is in it: the same inputs and options give the same bytes.
public struct Manifest {
    /// A file that was read.
    public struct Input: Hashable, Sendable {
        /// What the file was read as: `blocks`, `facilities`, …
        public let role: String
        /// The path as it was given.
        public let path: String
        /// The layer asked for, when one was.
        public let layer: String?

        /// An input by its role and path.
        public init(role: String, path: String, layer: String? = nil) {
            self.role = role
            self.path = path
            self.layer = layer
        }

        /// The files that the path stands for: a Shapefile is several, a File Geodatabase a folder of them.
        public var files: [String] { InputParts.files(of: path) }
    }

    private let standard: (id: String, version: String)?
    private let options: [(key: String, value: JSONValue)]
    private let inputs: [Input]

    /// A manifest of a run by `standard` (nil for commands without one) with `options` on `inputs`.
    public init(
        standard: (id: String, version: String)?, options: [(key: String, value: JSONValue)], inputs: [Input]
    ) {
        self.standard = standard
        self.options = options
        self.inputs = inputs
    }

    /// The manifest as JSON, hashing every input.
    ///
    /// - Throws: `VectorFileError` when an input has gone since it was read.
    public func json() throws -> JSONValue {
        let standard = standard.map { standard -> JSONValue in
            .object([("id", .string(standard.id)), ("version", .string(standard.version))])
        }
        return .object([
            ("tool", Product.json), ("standard", standard ?? .null), ("options", .object(options)),
            ("inputs", .array(try inputs.flatMap { try Manifest.entries(for: $0) })),
        ])
    }

    private static func entries(for input: Input) throws -> [JSONValue] {
        try input.files.map { path in
            .object([
                ("role", .string(input.role)), ("path", .string(path)), ("layer", JSONValue(input.layer)),
                ("sha256", .string(try FileDigest.sha256(of: path))),
            ])
        }
    }
}

/// What a file's content is known by.
enum FileDigest {
    /// The SHA-256 of a file in hexadecimal, read a mebibyte at a time.
    ///
    /// - Throws: `VectorFileError` when it cannot be read.
    static func sha256(of path: String) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw VectorFileError(problem: .notReadable, path: path, detail: "")
        }
        defer { try? file.close() }
        var hash = SHA256()
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty { hash.update(data: part) }
        return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

/// The files that a path stands for: a Shapefile is several, a File Geodatabase a folder of them.
private enum InputParts {
    private static func isRegular(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }

    static func files(of path: String) -> [String] {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            // A geodatabase has regular files only; whatever else lies in its folder is not part of it.
            return names.sorted().map { path + "/" + $0 }.filter(isRegular)
        }
        guard path.lowercased().hasSuffix(".shp") else { return [path] }
        let stem = String(path.dropLast(4))
        let sidecars = ["dbf", "shx", "prj", "cpg"].flatMap {
            [stem + "." + $0, stem + "." + $0.uppercased()]
        }
        return [path] + sidecars.filter { FileManager.default.fileExists(atPath: $0) }
    }
}

extension Surveyed {
    /// As the project file says it: `all`, a list of kinds, or null for what the data shows.
    public var json: JSONValue {
        switch self {
        case .asFound: .null
        case .all: .string("all")
        case .kinds(let kinds): .array(kinds.sorted().map { .string($0) })
        }
    }
}

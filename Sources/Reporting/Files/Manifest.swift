import Crypto
import Foundation
public import StudyAreas
public import VectorFiles

/// `manifest.json`: what a run was made from, so that it can be repeated and checked.
///
/// No time, host or thread count is in it: the same inputs and options give the same bytes.
public struct Manifest {
    /// A file, or a table of a database, that was read.
    public struct Input: Hashable, Sendable {
        /// What the file was read as: `blocks`, `facilities`, …
        public let role: String
        /// Where it was read from.
        public let source: VectorSource
        /// The path as it was given, without a password.
        public var path: String { source.path }
        /// The layer asked for, when one was.
        public var layer: String? { source.layer }

        /// An input by its role and where it is.
        public init(role: String, source: VectorSource) {
            self.role = role
            self.source = source
        }

        /// An input by its role and path.
        public init(role: String, path: String, layer: String? = nil) {
            self.init(role: role, source: VectorSource(path: path, layer: layer))
        }

        /// The files that the path stands for: a Shapefile is several, a File Geodatabase a folder of them, a
        /// database none.
        public var files: [String] { source.isDatabase ? [] : InputParts.files(of: path) }
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
            ("inputs", .array(try entries())),
        ])
    }

    /// Layers of one file have one digest, which is taken once.
    private func entries() throws -> [JSONValue] {
        var digests: [String: String] = [:]
        for path in inputs.flatMap(\.files) where digests[path] == nil {
            digests[path] = try FileDigest.sha256(of: path)
        }
        return try inputs.flatMap { try Manifest.entries(for: $0, digests) }
    }

    private static func entries(for input: Input, _ digests: [String: String]) throws -> [JSONValue] {
        if input.source.isDatabase { return [try entry(forTable: input)] }
        return input.files.map { path in
            .object([
                ("role", .string(input.role)), ("path", .string(path)), ("layer", JSONValue(input.layer)),
                ("sha256", JSONValue(digests[path])),
            ])
        }
    }

    /// A table has no bytes of its own: its rows are counted and hashed as the server writes them.
    private static func entry(forTable input: Input) throws -> JSONValue {
        var hash = SHA256()
        var rows = 0
        try FeatureReader.forEachRow(of: input.source) { row in
            hash.update(data: Array((row + "\n").utf8))
            rows += 1
        }
        return .object([
            ("role", .string(input.role)), ("path", .string(input.path)), ("layer", JSONValue(input.layer)),
            ("rows", .integer(rows)), ("sha256", .string(FileDigest.hexadecimal(hash.finalize()))),
        ])
    }
}

/// What a file's content is known by.
enum FileDigest {
    /// The SHA-256 of a file in hexadecimal, read a quarter of a mebibyte at a time.
    ///
    /// - Throws: `VectorFileError` when it cannot be read.
    static func sha256(of path: String) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw VectorFileError(problem: .notReadable, path: path, detail: "")
        }
        defer { try? file.close() }
        var hash = SHA256()
        // What is asked for anew with each piece is never in the cache.
        var memory = [UInt8](repeating: 0, count: 1 << 18)
        while let part = try piece(of: file, in: &memory) { hash.update(data: memory[..<part]) }
        return hexadecimal(hash.finalize())
    }

    /// How many bytes were read; nil at the end.
    private static func piece(of file: FileHandle, in memory: inout [UInt8]) throws -> Int? {
        let count = read(file.fileDescriptor, &memory, memory.count)
        guard count < 0 else { return count == 0 ? nil : count }
        // Asked again this way, what fails says why.
        guard let part = try file.read(upToCount: memory.count), !part.isEmpty else { return nil }
        memory.replaceSubrange(..<part.count, with: part)
        return part.count
    }

    static func hexadecimal(_ digest: SHA256.Digest) -> String {
        digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
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

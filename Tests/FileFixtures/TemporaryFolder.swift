public import Foundation

/// A folder of its own for one test, removed with it.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let path: String

    /// A new, empty folder.
    public init() throws {
        path = NSTemporaryDirectory() + "lifecircle-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    public func file(_ name: String) -> String { path + "/" + name }

    /// The names of everything in any folder, sorted.
    public static func names(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    /// The names of everything inside, sorted.
    public var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// The content of a file.
    public func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }

    /// The bytes of a file.
    public func bytes(_ name: String) throws -> [UInt8] { Array(try data(name)) }

    /// The text of a file.
    public func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

    /// Writes a file, and gives its path.
    @discardableResult
    public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }

    /// Writes a file of UTF-8, and gives its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// Every file below, by its path from here, with its content.
    public func contents() throws -> [String: Data] {
        let names =
            FileManager.default.enumerator(atPath: path)?.allObjects.compactMap { $0 as? String } ?? []
        return try names.reduce(into: [:]) { contents, name in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file(name), isDirectory: &isFolder) else { return }
            contents[name] = isFolder.boolValue ? Data() : try data(name)
        }
    }

    /// Copies a folder's content here.
    public func copy(of folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "results" {
            try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: file(name))
        }
    }
}

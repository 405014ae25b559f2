import Foundation

/// A folder of its own for one test, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "lifecircle-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }

    func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }

    /// Every file below, by its path from here, with its content.
    func contents() throws -> [String: Data] {
        let names =
            FileManager.default.enumerator(atPath: path)?.allObjects.compactMap { $0 as? String } ?? []
        return try names.reduce(into: [:]) { contents, name in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file(name), isDirectory: &isFolder) else { return }
            contents[name] = isFolder.boolValue ? Data() : try data(name)
        }
    }

    /// Copies a folder's content here.
    func copy(of folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "results" {
            try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: file(name))
        }
    }
}

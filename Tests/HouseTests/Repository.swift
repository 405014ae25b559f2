import Foundation

/// The repository these tests stand in.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What builds and runs leave behind, and the version control itself.
    private static let skipped: Set<String> = [
        ".build", ".data", ".git", ".swiftpm", "results", "__pycache__", "Package.resolved", ".DS_Store",
    ]

    /// Paths of all files below `folder`, relative to the root, sorted.
    static func files(below folder: String = "") -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(
                atPath: root.appendingPathComponent(folder).path)) ?? []
        return names.filter { !skipped.contains($0) }.sorted().flatMap { name -> [String] in
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            return isFolder(path) ? files(below: path) : [path]
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let place = root.appendingPathComponent(path).path
        return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) && isFolder.boolValue
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    static func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent(path))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The Swift files of the sources.
    static var sources: [String] { files(below: "Sources").filter { $0.hasSuffix(".swift") } }
}

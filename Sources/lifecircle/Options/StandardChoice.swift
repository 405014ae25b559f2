import ArgumentParser
import Foundation
import Standards
import VectorFiles

/// A standard by bundled id, or by the path of a YAML file.
struct StandardChoice {
    private let name: String

    init(_ name: String?) { self.name = name ?? "suzhou-2021" }

    /// The file of the standard, when it is not a bundled one.
    var path: String? {
        guard !BundledStandards.ids.contains(name) else { return nil }
        return name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? name : nil
    }

    private func problem(with path: String) -> VectorFileError.Problem {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .missing }
        return isFolder.boolValue ? .notAFile : .notReadable
    }

    /// - Throws: `StandardError`, `VectorFileError` when a path leads nowhere, `ValidationError` for an
    ///   unknown id.
    func load() throws -> FacilityStandard {
        if BundledStandards.ids.contains(name) { return try BundledStandards.standard(id: name) }
        guard let path else {
            throw ValidationError(
                "no standard \(name); known are \(BundledStandards.ids.joined(separator: ", ")), or give a path"
            )
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw VectorFileError(problem: problem(with: path), path: path, detail: "standard")
        }
        return try StandardDecoder.decode(text: String(decoding: bytes, as: UTF8.self), file: name)
    }
}

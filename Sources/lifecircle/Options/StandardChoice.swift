import ArgumentParser
import Foundation
import Standards
import VectorFiles

/// A standard by bundled id, or by the path of a YAML file.
struct StandardChoice {
    private let name: String

    init(_ name: String?) { self.name = name ?? "suzhou-2021" }

    /// - Throws: `StandardError`, `VectorFileError` when a path leads nowhere, `ValidationError` for an
    ///   unknown id.
    func load() throws -> FacilityStandard {
        if BundledStandards.ids.contains(name) { return try BundledStandards.standard(id: name) }
        guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
            throw ValidationError(
                "no standard \(name); known are \(BundledStandards.ids.joined(separator: ", ")), or give a path"
            )
        }
        guard let bytes = FileManager.default.contents(atPath: name) else {
            throw VectorFileError(problem: .missing, path: name, detail: "standard")
        }
        return try StandardDecoder.decode(text: String(decoding: bytes, as: UTF8.self), file: name)
    }
}

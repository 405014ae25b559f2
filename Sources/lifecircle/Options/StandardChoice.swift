import ArgumentParser
import Standards
import StudyAreas

/// A standard by bundled id, or by the path of a YAML file.
struct StandardChoice {
    private let name: String
    private let isOption: Bool

    /// The standard that the option names, else the one of the project file, else Suzhou's.
    init(_ option: String?, project: String? = nil) {
        name = option ?? project ?? "suzhou-2021"
        isOption = option != nil
    }

    /// The file of the standard, when it is not a bundled one.
    var path: String? {
        guard !BundledStandards.ids.contains(name) else { return nil }
        return name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? name : nil
    }

    /// - Throws: `StandardError` when a project names none that is known or a table is not what it should be,
    ///   `VectorFileError` when a path leads nowhere, `ValidationError` for an unknown id on the command line.
    func load() throws -> FacilityStandard {
        if BundledStandards.ids.contains(name) { return try BundledStandards.standard(id: name) }
        if let path { return try StandardDecoder.decode(text: TextFile.contents(of: path), file: path) }
        guard isOption else { throw StandardError.unknownStandard(id: name, known: BundledStandards.ids) }
        throw ValidationError(
            "no standard \(name); known are \(BundledStandards.ids.joined(separator: ", ")), or give a path")
    }
}

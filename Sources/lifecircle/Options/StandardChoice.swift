import ArgumentParser
import Reporting
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

    /// The standard with the figures that the project sets otherwise.
    ///
    /// - Throws: As `load`, and `YAMLError` when an override does not fit the standard.
    func load(_ overrides: StandardOverrides?) throws -> FacilityStandard {
        let standard = try load()
        return try overrides?.applied(to: standard) ?? standard
    }

    /// The file of the standard, when it is not a bundled one.
    var path: String? { StandardChoice.path(name) }

    /// The file that a name means, when it means no bundled document.
    static func path(_ name: String) -> String? {
        guard !BundledStandards.documentIDs.contains(name) else { return nil }
        return name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? name : nil
    }

    /// - Throws: `StandardError` when a project names none that is known, or one without a facility table, or
    ///   when a table is not what it should be, `VectorFileError` when a path leads nowhere, `ValidationError`
    ///   for such an id on the command line.
    func load() throws -> FacilityStandard {
        if let path { return try StandardDecoder.decode(text: TextFile.contents(of: path), file: path) }
        do {
            return try BundledStandards.standard(id: name)
        } catch {
            switch error {
            case .unknownStandard where isOption, .noFacilityTable where isOption:
                throw ValidationError(ErrorWording(error).wording.text(LanguageChoice.language))
            default: throw error
            }
        }
    }

    /// All that is known of a document by its bundled id, or by the path of a file.
    ///
    /// - Throws: As `load`.
    static func document(_ name: String) throws -> StandardDocument {
        if let path = path(name) {
            let (document, faults) = StandardFile.read(text: try TextFile.contents(of: path), file: path)
            if let fault = faults.first { throw StandardError.yaml(fault) }
            guard let document else { throw InternalError(description: "\(path) was read as nothing") }
            return document
        }
        let ids = BundledStandards.documentIDs
        guard ids.contains(name) else {
            let error = StandardError.unknownStandard(id: name, known: ids)
            throw ValidationError(ErrorWording(error).wording.text(LanguageChoice.language))
        }
        return try BundledStandards.document(id: name)
    }
}

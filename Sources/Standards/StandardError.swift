public import StrictYAML

/// Why a standard or a catalogue of kinds could not be had.
public enum StandardError: Error, Sendable, Equatable {
    /// No bundled standard has this id.
    case unknownStandard(id: String, known: [String])
    /// The bundled document of this id has indicators only, no facilities that blocks could be judged by.
    case noFacilityTable(id: String, known: [String])
    /// A table is not what it should be; the error says where.
    case yaml(YAMLError)
}

extension StandardError: CustomStringConvertible {
    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .yaml(let error): return error.description
        case .noFacilityTable(let id, let known):
            return "'\(id)' has indicators and no facility table, so nothing can be judged by it: use one of "
                + "\(known.joined(separator: ", ")), or give a file"
        case .unknownStandard(let id, let known):
            let list = known.joined(separator: ", ")
            guard let nearest = Spelling.nearest(to: id, among: known, limit: 1).first else {
                return "no bundled standard is called '\(id)': use one of \(list), or give a file"
            }
            return "no bundled standard is called '\(id)': did you mean '\(nearest)'? (bundled: \(list))"
        }
    }
}

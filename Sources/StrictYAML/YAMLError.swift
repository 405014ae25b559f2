/// Why a YAML document was refused, and where in it.
public struct YAMLError: Error, Sendable, Equatable {
    /// The file as the reader was told its name.
    public let file: String
    /// The line of the fault, from 1.
    public let line: Int
    /// The column of the fault, from 1, counted in Unicode scalars.
    public let column: Int
    /// The keys and places that lead to the fault, such as `requirements[3].circle`; empty at the top.
    public let path: String
    /// What is wrong.
    public let problem: Problem

    /// An error at a place of a file.
    public init(file: String, line: Int, column: Int, path: String = "", problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.problem = problem
    }

    /// What can be wrong with a document.
    public enum Problem: Sendable, Equatable {
        /// The text is not YAML; the parser's own words.
        case syntax(String)
        /// The text holds nothing but white space and comments.
        case emptyDocument
        /// A second document follows the first.
        case severalDocuments
        /// The text is longer than is read.
        case tooLong(bytes: Int, limit: Int)
        /// Mappings and sequences are nested deeper than is read.
        case tooDeep(limit: Int)
        /// An anchor (`&name`); without one there is nothing an alias could repeat.
        case anchor(String)
        /// An explicit tag (`!!int`, `!name`).
        case tag(String)
        /// A mapping key that nobody asks for.
        case unknownKey(String, known: [String])
        /// A mapping lacks a key, or gives it no value.
        case missingKey(String)
        /// A mapping gives a key more than once.
        case duplicateKey(String)
        /// A value of another type than asked for, both named for a reader.
        case wrongType(expected: String, found: String)
        /// A string outside a closed list.
        case notAllowed(String, allowed: [String])
        /// A rule of the reader's own was broken: what is wrong and what to do.
        case invalid(String, remedy: String)
    }
}

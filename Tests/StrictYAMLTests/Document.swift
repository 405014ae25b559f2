import StrictYAML
import Testing

/// The node of a text that has to be readable.
func document(_ text: String) throws -> YAMLNode { try YAMLNode(parsing: text, file: "test.yaml") }

/// The error that `body` throws, so that its place and problem can be compared.
func failure(_ body: () throws -> Void) throws -> YAMLError {
    do {
        try body()
    } catch {
        return try #require(error as? YAMLError)
    }
    throw NothingWasThrown()
}

struct NothingWasThrown: Error {}

extension YAMLError {
    /// An error of the test's file, written short.
    static func at(_ line: Int, _ column: Int, _ problem: Problem) -> YAMLError {
        at(line, column, "", problem)
    }

    /// An error somewhere below the top of the test's file.
    static func at(_ line: Int, _ column: Int, _ path: String, _ problem: Problem) -> YAMLError {
        YAMLError(file: "test.yaml", line: line, column: column, path: path, problem: problem)
    }
}

import Foundation
import StrictYAML
import VectorFiles

/// A file of text that a person wrote: a project, or a standard of their own.
public enum TextFile {
    /// The text of the file at `path`, which has to be UTF-8.
    ///
    /// - Throws: `VectorFileError` when there is no such file or it cannot be read, `YAMLError` when it is not
    ///   UTF-8.
    public static func contents(of path: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            throw VectorFileError(
                problem: !exists ? .missing : isFolder.boolValue ? .notAFile : .notReadable, path: path,
                detail: "")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw YAMLError(
                file: path, line: 1, column: 1,
                problem: .invalid("the text is not UTF-8", remedy: "save the file as UTF-8"))
        }
        return text
    }
}

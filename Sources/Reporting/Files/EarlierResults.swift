import Foundation
import VectorFiles

/// What an earlier analysis left in a folder and the next one does not write: a report, or a format that nobody asks for
/// any more. Left there it would tell of other results than those beside it.
public struct EarlierResults {
    /// The paths, in the order in which results are listed; none where the folder holds no analysis of this program.
    public let paths: [String]

    /// Looks into `folder` before the next results are written to it.
    ///
    /// - Parameter inputs: Files that are left alone whatever they are called.
    public init(in folder: ResultFolder, keeping inputs: [String]) {
        guard EarlierResults.isAnalysis(folder.path + "manifest.json") else {
            paths = []
            return
        }
        let kept = Set((folder.paths + inputs).map(EarlierResults.resolved))
        let all = ResultFolder(folder.path, formats: ResultFormat.allCases)
        paths = (all.paths + [all.reportPath]).filter {
            !kept.contains(EarlierResults.resolved($0)) && FileManager.default.fileExists(atPath: $0)
        }
    }

    /// Removes them, once what takes their place is written.
    ///
    /// - Throws: `VectorFileError` naming the first that cannot be removed.
    public func remove() throws {
        for path in paths {
            do { try FileManager.default.removeItem(atPath: path) } catch {
                throw VectorFileError(
                    problem: .notWritable, path: path,
                    detail: "it is of an earlier analysis and cannot be removed; remove it yourself")
            }
        }
    }

    /// What a manifest says of the run, as far as it matters here.
    private struct Head: Decodable {
        struct Tool: Decodable { let name: String }
        struct Options: Decodable { let command: String }

        let tool: Tool
        let options: Options
    }

    private static func isAnalysis(_ manifest: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: manifest),
            let head = try? JSONDecoder().decode(Head.self, from: data)
        else { return false }
        return head.tool.name == "lifecircle" && head.options.command == "analyze"
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}

public import Foundation
import VectorFiles

/// The map library that a report carries when it is installed: MapLibre GL JS 5.3.0, as one script and one sheet.
public struct ReportAssets: Sendable {
    /// Where the library is looked for when nobody says, in this order.
    ///
    /// `LIFECIRCLE_ASSETS`, then `share/lifecircle` beside the folder of the program, then the user's data folder.
    public static func folders(environment: [String: String], program: URL?) -> [String] {
        let beside = program.map {
            $0.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("share/lifecircle").path
        }
        let data = environment["XDG_DATA_HOME"] ?? environment["HOME"].map { $0 + "/.local/share" }
        return [environment["LIFECIRCLE_ASSETS"], beside, data.map { $0 + "/lifecircle" }].compactMap { $0 }
            .filter { !$0.isEmpty }
    }

    /// What is embedded of the library: its version, whose licence is printed in the page.
    static let version = "5.3.0"
    private static let scriptDigest = "e380deae560bc5d182be4124a1b9cdd5086304b0cb82c92a5af23d018aa81015"
    private static let sheetDigest = "792ac997dcf6ae6f643eb4e2dee4630c85e7056526bd8fb85ffe83c67d6c41b4"

    let script: String
    let sheet: String

    /// The library in the first of `folders` that has it; nil when none has.
    ///
    /// Only the two files of version 5.3.0 are taken, known by their SHA-256: a report carries no script that was
    /// tampered with.
    public init?(folders: [String]) {
        for folder in folders {
            let path = folder + "/maplibre/maplibre-gl"
            if let script = ReportAssets.text(path + ".js", digest: ReportAssets.scriptDigest),
                let sheet = ReportAssets.text(path + ".css", digest: ReportAssets.sheetDigest)
            {
                (self.script, self.sheet) = (script, sheet)
                return
            }
        }
        return nil
    }

    private static func text(_ path: String, digest: String) -> String? {
        guard (try? FileDigest.sha256(of: path)) == digest,
            let data = FileManager.default.contents(atPath: path)
        else { return nil }
        return String(data: data, encoding: .utf8)
    }
}

import Foundation
public import GapAnalysis
public import VectorFiles

/// The folder that a command writes: all of its files, or none.
public struct ResultFolder {
    private let folder: String
    private let names: [String]
    private let formats: [ResultFormat]

    /// The folder at `path`, which need not exist yet, the working directory when it is empty, for results of a kind
    /// in further formats as well; those that the kind does not have trap.
    public init(_ path: String, of kind: ResultKind = .analysis, formats: [ResultFormat] = []) {
        precondition(formats.allSatisfy(kind.formats.contains), "the results have no such format")
        folder = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
        names = kind.fileNames + formats.flatMap(\.fileNames)
        self.formats = formats
    }

    /// The path of the folder, with a slash at its end; empty for the working directory.
    public var path: String { folder }

    /// Where the report on the results goes when nobody says.
    public var reportPath: String { folder + "report.html" }

    /// The paths of the files.
    public var paths: [String] { names.map { folder + $0 } }

    /// Writes everything `analyze` has to say about `audit`.
    ///
    /// - Parameter progress: Called with the share of the files done.
    /// - Throws: `VectorFileError` when something cannot be written; nothing is left behind then.
    public func write(
        _ audit: Audit, summary: JSONValue, manifest: JSONValue, progress: (Double) -> Void
    ) throws {
        let features = try AuditFeatures(audit)
        try write(
            [
                { AccessTable(audit: audit).write(to: $0) }, features.writeBlocks, features.writeGaps,
                features.writeBlindSpots, features.writeFacilities,
                { CoverageTable(audit: audit).write(to: $0) }, { SupplyTable(audit: audit).write(to: $0) },
                FindingsTable(audit.findings).write, summary.write, manifest.write,
            ], StyledResults(audit), progress: progress)
    }

    /// Writes one file after another, each by its writer, then styles and further formats, and lets them appear
    /// together.
    ///
    /// - Throws: `VectorFileError` when something cannot be written; nothing is left behind then.
    func write(
        _ writers: [(StagedFile) throws -> Void], _ content: StyledResults, progress: (Double) -> Void
    ) throws {
        let styles = content.sidecars.map { layer in { (file: StagedFile) in file.write(layer.sidecar) } }
        let single = (writers + styles).map { write in (1, { (files: [StagedFile]) in try write(files[0]) }) }
        let further = formats.map { format in
            (format.fileNames.count, { (files: [StagedFile]) in try content.write(format, to: files) })
        }
        try write(single + further, progress: progress)
    }

    private func write(
        _ writers: [(files: Int, write: ([StagedFile]) throws -> Void)], progress: (Double) -> Void
    ) throws {
        precondition(writers.reduce(0) { $0 + $1.files } == names.count, "one writer a file")
        let outputs = OutputSet()
        var rest = paths[...]
        for (place, writer) in writers.enumerated() {
            try writer.write(try rest.prefix(writer.files).map { try outputs.stage($0) })
            rest = rest.dropFirst(writer.files)
            progress(Double(place + 1) / Double(writers.count))
        }
        try outputs.commit()
    }
}

extension JSONValue {
    /// Writes the value as a file of its own.
    func write(to file: StagedFile) { file.write(text(pretty: true) + "\n") }
}

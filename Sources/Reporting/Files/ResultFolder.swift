import Foundation
public import GapAnalysis
public import VectorFiles

/// The folder that a command writes: all of its files, or none.
public struct ResultFolder {
    /// The names of the files of `analyze`, in the order in which they are listed.
    public static let fileNames = [
        "access.csv", "blocks.geojson", "gaps.geojson", "blind_spots.geojson", "facilities.geojson",
        "coverage.csv", "supply.csv", "findings.csv", "summary.json", "manifest.json", "blocks.qml",
        "gaps.qml", "blind_spots.qml", "facilities.qml",
    ]

    private let folder: String
    private let names: [String]
    private var formats: [ResultFormat] = []

    /// The folder at `path`, which need not exist yet, the working directory when it is empty, for files of these
    /// names.
    public init(_ path: String, fileNames: [String] = ResultFolder.fileNames) {
        folder = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
        names = fileNames
    }

    /// The folder at `path` for the files of `analyze`, in further formats as well.
    public init(_ path: String, formats: [ResultFormat]) {
        self.init(path, fileNames: ResultFolder.fileNames + formats.flatMap(\.fileNames))
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
        let (features, layers) = (try AuditFeatures(audit), AuditLayers(audit))
        let tables: [(StagedFile) throws -> Void] = [
            { AccessTable(audit: audit).write(to: $0) }, features.writeBlocks, features.writeGaps,
            features.writeBlindSpots, features.writeFacilities, { CoverageTable(audit: audit).write(to: $0) },
            { SupplyTable(audit: audit).write(to: $0) }, { FindingsTable(audit.findings).write(to: $0) },
            { $0.write(summary.text(pretty: true) + "\n") }, { $0.write(manifest.text(pretty: true) + "\n") },
        ]
        let styles = [layers.blocks, layers.gaps, layers.blindSpots, layers.facilities].map { table in
            { (file: StagedFile) in file.write(ResultStyles(audit: audit).sidecar(of: table)) }
        }
        let single = (tables + styles).map { write in { (files: [StagedFile]) in try write(files[0]) } }
        let groups = single.map { (1, $0) } + formats.map { ($0.fileNames.count, $0.writer(audit)) }
        try write(groups, progress: progress)
    }

    /// Writes one file after another, each by its writer, and lets them appear together.
    ///
    /// - Throws: `VectorFileError` when something cannot be written; nothing is left behind then.
    public func write(_ writers: [(StagedFile) throws -> Void], progress: (Double) -> Void) throws {
        try write(writers.map { write in (1, { try write($0[0]) }) }, progress: progress)
    }

    /// The same for writers of several files at once.
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

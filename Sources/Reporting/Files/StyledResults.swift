import GapAnalysis
import Projections
import Standards
import StudyAreas
import VectorFiles

/// What results hold beside their CSV and JSON: layers for QGIS and tables for Excel.
struct StyledResults {
    /// Those in the plane with features, the one drawn on top first.
    let layers: [StyledLayer]
    /// By GeoJSON file, in the order of the files.
    let sidecars: [StyledLayer]
    /// By sheet.
    let sheets: [ResultTable]
    let plane: Plane
    /// Whether what they rest on is a draft.
    let isDraft: Bool
    /// Formats that only some results have.
    var others: [ResultFormat: ([StagedFile]) throws -> Void] = [:]

    /// Writes the content to the files of a format; one that the results do not have traps.
    func write(_ format: ResultFormat, to files: [StagedFile]) throws {
        switch format {
        case .geoPackage: try ResultGeoPackage(content: self).write(to: files[0])
        case .workbook: try ResultWorkbook(sheets).write(to: files[0])
        case .accessWorkbook, .shapefile:
            guard let write = others[format] else {
                preconditionFailure("these results are not written as \(format)")
            }
            try write(files)
        }
    }
}

extension StyledResults {
    /// What `analyze` has to say.
    init(_ audit: Audit) {
        let (tables, layers, styles) = (AuditTables(audit), AuditLayers(audit), ResultStyles(audit: audit))
        let data = [
            tables.coverage, tables.supply, layers.blocks, VerdictTable(audit: audit).table,
            layers.facilities, tables.findings,
        ]
        self.init(
            layers: styles.layers,
            sidecars: [layers.blocks, layers.gaps, layers.blindSpots, layers.facilities].map(styles.layer),
            sheets: [tables.about(data)] + data, plane: audit.area.plane, isDraft: audit.standard.draft,
            others: [
                .accessWorkbook: { try ResultWorkbook([tables.access]).write(to: $0[0]) },
                .shapefile: { try ResultShapefile(audit).write(to: $0) },
            ])
    }
}

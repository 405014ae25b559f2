public import GapAnalysis
import StudyAreas
public import VectorFiles

extension ResultFolder {
    /// Writes everything `audit parks` has to say.
    ///
    /// - Parameter progress: Called with the share of the files done.
    /// - Throws: `VectorFileError` when something cannot be written; nothing is left behind then.
    public func write(_ audit: ParkAudit, manifest: JSONValue, progress: (Double) -> Void) throws {
        let (layers, outward) = (ParkLayers(audit), try OutwardMove(from: audit.area.plane))
        let files = [layers.parks, layers.blocks, layers.uncovered]
        try write(
            files.map { table in { try outward.write(table, to: $0) } } + [
                FindingsTable(audit.findings).write, audit.json.write, manifest.write,
            ], ParkResults(audit: audit).content, progress: progress)
    }
}

/// A park audit for QGIS and Excel.
struct ParkResults {
    let audit: ParkAudit

    var content: StyledResults {
        let (layers, styles) = (ParkLayers(audit), ParkStyles())
        let files = [
            StyledLayer(layers.parks, styles.parks(layers.parks)),
            StyledLayer(layers.blocks, styles.blocks(layers.blocks)),
            StyledLayer(layers.uncovered, styles.uncovered(layers.uncovered)),
        ]
        let data = [coverage] + files.map(\.table) + [FindingsTable(audit.findings).table]
        // From the top: blocks lie beneath what is drawn on them.
        let drawn = [files[0], files[2], files[1]].filter { $0.table.count > 0 }
        return StyledResults(
            layers: drawn + GroundStyles.layers(of: GroundLayers(area: audit.area)), sidecars: files,
            sheets: [about(data)] + data, plane: audit.area.plane, isDraft: false)
    }

    private func about(_ tables: [ResultTable]) -> ResultTable {
        AboutTable(
            area: audit.area,
            lines: [
                .init(Wording("service radius (m)", "服务半径（米）"), .number(audit.options.radius)),
                .init(
                    Wording("least area of a park (m²)", "公园最小面积（平方米）"),
                    .number(audit.options.minimumArea)),
            ], tables: tables
        ).table
    }

    /// The answers side by side.
    private var coverage: ResultTable {
        var rows = [(Wording("by service radius", "按服务半径"), audit.byRadius)]
        if audit.standings.contains(.sizeUnknown) {
            rows.append(
                (Wording("with parks of unknown size", "计入规模未知者"), audit.byRadiusWithUnknown))
        }
        if let onFoot = audit.onFoot { rows.append((Wording("on foot", "按步行"), onFoot)) }
        let columns = [
            "basis", "land_share", "population_share", "block_share", "land_m2", "land_total_m2",
            "population", "population_total", "blocks", "blocks_total",
        ]
        return ResultTable(.parkCoverage, columns, count: rows.count) { place in
            let (basis, coverage) = rows[place]
            return [
                ("basis", .string(basis.both)), ("land_share", share(coverage.landShare)),
                ("population_share", share(coverage.populationShare)),
                ("block_share", share(coverage.blockShare)),
                ("land_m2", .decimal(coverage.land.covered, places: 0)),
                ("land_total_m2", .decimal(coverage.land.assessed, places: 0)),
                ("population", Rounding.amount(coverage.population.covered)),
                ("population_total", Rounding.amount(coverage.population.assessed)),
                ("blocks", .integer(coverage.blocks.covered)),
                ("blocks_total", .integer(coverage.blocks.assessed)),
            ]
        }
    }

    private func share(_ value: Double?) -> JSONValue { value.map(Rounding.share) ?? .null }
}

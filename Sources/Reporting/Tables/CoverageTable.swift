import GapAnalysis
import Standards
import StudyAreas
import VectorFiles

/// `coverage.csv`: a row per requirement for the whole area, then one per unit.
///
/// The totals are of what was assessed; what was not stands beside them. `unit` is empty for the whole area.
struct CoverageTable {
    static let columns = [
        "requirement_id", "kind", "title", "circle", "tier", "unit", "blocks_met", "blocks_total",
        "population_met", "population_total", "population_share", "area_share",
        "population_lenient_share", "not_assessable_population", "blocks_marginal", "blocks_undersized",
        "blocks_gap", "blocks_not_assessable", "block_share", "block_lenient_share", "area_lenient_share",
        "population_gap", "blocks_size_unknown", "population_lost_on_foot", "blocks_uncertain",
        "population_uncertain", "draft",
    ]

    let audit: Audit

    func write(to file: StagedFile) {
        var csv = CSVWriter(file: file, columns: CoverageTable.columns)
        for coverage in audit.coverage { write(coverage, to: &csv) }
    }

    private func write(_ coverage: Coverage, to csv: inout CSVWriter) {
        for value in values(of: coverage) { csv.field(value) }
        csv.endRow()
    }

    /// One value a column.
    func values(of coverage: Coverage) -> [JSONValue?] {
        let requirement = audit.requirements[coverage.requirement].requirement
        let texts = [
            requirement.id, requirement.kind, requirement.title, requirement.circleLabel,
            requirement.tier?.rawValue, coverage.unit.map { audit.area.units[$0].id },
        ]
        return texts.map { $0.map { .string($0) } } + figures(of: coverage) + [.bool(audit.standard.draft)]
    }

    private func figures(of coverage: Coverage) -> [JSONValue?] {
        let (blocks, population, land) = (coverage.blocks, coverage.population, coverage.land)
        return [
            Rounding.amount(blocks.met), Rounding.amount(blocks.assessed), Rounding.amount(population.met),
            Rounding.amount(population.assessed), population.strictShare.map(Rounding.share),
            land.strictShare.map(Rounding.share), population.lenientShare.map(Rounding.share),
            Rounding.amount(population.notAssessable), Rounding.amount(blocks.marginal),
            Rounding.amount(blocks.undersized), Rounding.amount(blocks.gap),
            Rounding.amount(blocks.notAssessable), blocks.strictShare.map(Rounding.share),
            blocks.lenientShare.map(Rounding.share), land.lenientShare.map(Rounding.share),
            Rounding.amount(population.gap), .integer(coverage.sizeUnknownBlocks),
            coverage.lostOnFoot.map(Rounding.amount), .integer(coverage.uncertainBlocks),
            Rounding.amount(coverage.uncertainPopulation),
        ]
    }
}

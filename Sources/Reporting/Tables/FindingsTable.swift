public import StudyAreas
public import VectorFiles

/// `findings.csv`: what is odd about the input, in both languages so that its bytes do not hang on a locale.
public struct FindingsTable {
    static let columns = ["severity", "code", "layer", "feature", "message", "population"]

    private let findings: [Finding]

    /// The table of `findings`, in the order they were found.
    public init(_ findings: [Finding]) { self.findings = findings }

    /// Writes the rows.
    public func write(to file: StagedFile) {
        var csv = CSVWriter(file: file, columns: FindingsTable.columns)
        for finding in findings {
            for value in FindingsTable.values(of: finding) { csv.field(value) }
            csv.endRow()
        }
    }

    /// The same as a table of a workbook.
    var table: ResultTable {
        ResultTable(
            name: .findings, columns: ColumnCatalogue.columns(FindingsTable.columns, of: .findings),
            count: findings.count, row: { FindingsTable.values(of: findings[$0]) })
    }

    /// One value a column.
    static func values(of finding: Finding) -> [JSONValue?] {
        [
            .string(finding.code.severity.rawValue), .string(finding.code.rawValue), .string(finding.layer),
            .string(finding.feature), .string(finding.wording.both), finding.population.map(Rounding.amount),
        ]
    }
}

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
            csv.field(finding.code.severity.rawValue)
            csv.field(finding.code.rawValue)
            csv.field(finding.layer)
            csv.field(finding.feature)
            csv.field(finding.wording.both)
            csv.field(finding.population.map(Rounding.amount))
            csv.endRow()
        }
    }
}

/// What a folder of results is about.
public enum ResultKind: Sendable, CaseIterable {
    /// Of `analyze`.
    case analysis
    /// Of `audit parks`.
    case parks
    /// Of `audit network`.
    case network
    /// Of `network check`.
    case networkCheck
    /// Of `assess`.
    case assessment

    /// The names of its files but styles and further formats, in the order in which they are listed.
    private var plainNames: [String] {
        switch self {
        case .analysis:
            [
                "access.csv", "blocks.geojson", "gaps.geojson", "blind_spots.geojson", "facilities.geojson",
                "coverage.csv", "supply.csv", "findings.csv", "summary.json", "manifest.json",
            ]
        case .parks:
            [
                "parks.geojson", "blocks.geojson", "uncovered.geojson", "findings.csv", "summary.json",
                "manifest.json",
            ]
        case .network:
            [
                "network_units.geojson", "offending.geojson", "findings.csv", "summary.json", "manifest.json",
            ]
        case .networkCheck: ["network_issues.geojson", "findings.csv", "summary.json", "manifest.json"]
        case .assessment:
            [
                "assessment.csv", "assessment.json", "assessment.md", "assessment.html", "findings.csv",
                "manifest.json",
            ]
        }
    }

    /// The names of the files that are written whatever the formats: those, and a style for each GeoJSON file.
    public var fileNames: [String] {
        plainNames
            + plainNames.filter { $0.hasSuffix(".geojson") }.map { $0.dropLast("geojson".count) + "qml" }
    }

    /// The further formats it can be written in.
    public var formats: [ResultFormat] { self == .analysis ? ResultFormat.allCases : ResultFormat.usual }
}

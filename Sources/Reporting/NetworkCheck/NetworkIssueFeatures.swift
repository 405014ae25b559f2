public import GapAnalysis
import Geometry
import PedestrianNetworks
import StudyAreas
public import VectorFiles

/// What may be wrong with a network as a GeoJSON layer.
public struct NetworkIssueFeatures {
    private let check: NetworkCheck
    private let outward: OutwardMove

    /// The layer of `check`.
    ///
    /// - Throws: `ProjectionError` when the plane cannot be left.
    public init(_ check: NetworkCheck) throws {
        self.check = check
        outward = try OutwardMove(from: check.area.plane)
    }

    /// `network_issues.geojson`: each issue with its kind, metres and lines, those that heights explain marked.
    public func write(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "network_issues")
        for (place, issue) in check.diagnosis.issues.enumerated() {
            writer.write(
                shape: try outward.moved(issue.shape),
                properties: [("id", .integer(place + 1))] + properties(of: issue))
        }
        writer.finish()
    }

    private func properties(of issue: NetworkIssue) -> [(String, JSONValue)] {
        let residents = issue.component.map { check.residents[$0] }
        let names = issue.lines.map { check.ways.origins[Int($0)].name }
        return [
            ("issue", .string(issue.kind.rawValue)), ("title", .string(issue.kind.wording.zh)),
            ("title_en", .string(issue.kind.wording.en)), ("explained", .bool(issue.isExplained)),
            ("metres", issue.kind.hasMetres ? .decimal(issue.metres, places: 3) : .null),
            ("way", JSONValue(names.first)), ("other_way", JSONValue(names.dropFirst().first)),
            ("blocks", residents.map { .integer($0.blocks) } ?? .null),
            ("population", residents.map { Rounding.amount($0.population) } ?? .null),
        ]
    }
}

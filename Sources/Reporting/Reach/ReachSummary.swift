public import GapAnalysis
import Geometry
import PedestrianNetworks
public import StudyAreas
public import VectorFiles
import WalkAccess

/// What service areas came to in figures: kept while the areas themselves are written and let go.
public struct ReachSummary: Sendable {
    let analysis: ReachAnalysis
    /// By subject.
    private(set) var rows: [Row] = []

    /// A subject and its figures by limit.
    struct Row: Sendable {
        let subject: ReachSubject
        let within: [Figures]
    }

    /// The figures of one limit.
    struct Figures: Sendable {
        let limit: ReachLimit
        let status: ReachStatus
        let reason: ReachReason?
        let reached: WalkingDistance
        let nodes: Int
        let area: Double
        let holes: Double
        let enclosedBlocks: Double?
        let verification: ReachVerification?
        let isUncertain: Bool
    }

    /// A summary of nothing yet.
    public init(_ analysis: ReachAnalysis) { self.analysis = analysis }

    /// What is odd about the input.
    public var findings: [Finding] { analysis.area.findings }
    /// What to call the plane of the run.
    public var planeLabel: String { analysis.area.plane.label }

    /// Takes the figures of `result`.
    public mutating func add(_ result: ReachResult) {
        rows.append(
            Row(
                subject: result.subject,
                within: result.within.map {
                    Figures(
                        limit: $0.limit, status: $0.status, reason: $0.reason, reached: $0.reached,
                        nodes: $0.nodes, area: $0.area.area, holes: $0.area.holes,
                        enclosedBlocks: $0.area.enclosedBlocks, verification: $0.verification,
                        isUncertain: $0.isUncertain)
                }))
    }

    /// What walking found for one limit, over all areas; nil when that was not asked for.
    func verification(ofLimit band: Int) -> ReachVerification? {
        let found = rows.compactMap { $0.within[band].verification }
        return found.isEmpty ? nil : found.reduce(.none, +)
    }
}

extension ReachSummary {
    /// The figures in the shape that `reach --json` promises.
    public var json: JSONValue {
        let options = analysis.options
        return .object([
            ("tool", Product.json), ("crs", .string(analysis.area.plane.label)),
            ("dissolve", .string(options.dissolve.rawValue)), ("buffer_m", .number(options.shape.buffer)),
            ("quadrant_segments", .integer(ReachedAreaOptions.quadrantSegments)),
            ("fill_holes", .bool(options.shape.fillsHoles)),
            ("enclosed_blocks", .bool(options.shape.addsEnclosedBlocks)),
            ("places", .array(rows.map(json))), ("off_network", .array(offNetwork)),
            ("verify", options.verifiedPoints > 0 ? .array(options.limits.indices.map(verified)) : .null),
        ])
    }

    private func json(_ row: Row) -> JSONValue {
        .object([
            ("id", .string(row.subject.id)), ("name", JSONValue(row.subject.name)),
            ("kind", JSONValue(row.subject.kind)), ("places", .integer(row.subject.places.count)),
            ("status", .string(row.within.last?.status.rawValue ?? "")),
            ("limits", .array(row.within.map { .object($0.json) })),
        ])
    }

    private var offNetwork: [JSONValue] {
        analysis.offNetwork.sorted { $0.key < $1.key }.map { place, reason in
            .object([
                ("id", .string(analysis.area.facilities[place].id)), ("reason", .string(reason.rawValue)),
            ])
        }
    }

    private func verified(_ band: Int) -> JSONValue {
        .object(
            ReachFigures.limit(analysis.options.limits[band]).map { (key: $0.0, value: $0.1) }
                + (verification(ofLimit: band)?.json ?? []))
    }
}

extension ReachSummary.Figures {
    fileprivate var json: [(key: String, value: JSONValue)] {
        ReachFigures.limit(limit).map { (key: $0.0, value: $0.1) } + [
            ("reached_m", .number(reached.metres)), ("area_m2", .number(area)), ("nodes", .integer(nodes)),
            ("status", .string(status.rawValue)), ("reason", JSONValue(reason?.rawValue)),
            ("holes_m2", .number(holes)),
            ("enclosed_blocks_m2", enclosedBlocks.map { .number($0) } ?? .null),
            ("verify", verification.map { .object($0.json) } ?? .null),
            ("uncertain", isUncertain ? .string("edge") : .null),
        ]
    }
}

extension ReachVerification {
    fileprivate var json: [(key: String, value: JSONValue)] {
        func share(_ count: Int) -> JSONValue {
            points > 0 ? .number(Double(count) / Double(points)) : .null
        }
        return [
            ("points", .integer(points)), ("within_limit", .integer(withinLimit)),
            ("within_limit_share", share(withinLimit)),
            ("within_limit_and_buffer", .integer(withinBuffer)),
            ("within_limit_and_buffer_share", share(withinBuffer)),
        ]
    }
}

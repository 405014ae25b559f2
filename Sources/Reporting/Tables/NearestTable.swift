public import GapAnalysis
import PedestrianNetworks
import StudyAreas
public import VectorFiles
import WalkAccess
import WorkSharing

/// The table that `nearest` writes: a row per block and kind, in input order, distances to the millimetre.
///
/// The three parts of a walk add up to the distance as printed.
public struct NearestTable {
    private let nearest: NearestByKind

    /// The table of `nearest`.
    public init(_ nearest: NearestByKind) { self.nearest = nearest }

    private var columns: [String] {
        [
            "block_id", "kind", "population", "reachable", "distance_m", "facility_id", "leg_block_m",
            "along_m",
            "leg_facility_m",
        ]
            + nearest.countLimits.map { "within_" + Rounding.plain($0) } + ["edge_m", "uncertain"]
            + (nearest.countLimits.isEmpty ? [] : ["counts_uncertain"])
    }

    /// Rows that one task puts together at a time, about: few enough to stay in the caches.
    private static let rowsAtATime = 2048
    /// Pieces of rows that wait in memory, whatever the number of threads.
    private static let piecesAtATime = 32

    /// Writes the rows, which `threads` tasks put together.
    ///
    /// - Throws: `CancellationError` when the task was cancelled.
    public func write(to file: StagedFile, threads: Int) async throws {
        var csv = CSVWriter(file: file, columns: columns)
        let rows = NearestRows(nearest, columns: columns.count)
        let pieces = chunks(
            of: nearest.area.blocks.count, size: max(1, Self.rowsAtATime / max(1, nearest.kinds.count)))
        for turn in chunks(of: pieces.count, size: Self.piecesAtATime) {
            let some = Array(pieces[turn])
            let made = try await concurrentMap(count: some.count, threads: threads, workspace: {}) {
                piece, _ in
                rows.rows(of: some[piece])
            }
            for rows in made { csv.append(rows) }
        }
    }
}

/// Puts the rows of a table of nearest facilities together.
private struct NearestRows: Sendable {
    private let nearest: NearestByKind
    private let columns: Int
    private let kinds: CSVFields
    private let facilities: CSVFields

    init(_ nearest: NearestByKind, columns: Int) {
        self.nearest = nearest
        self.columns = columns
        kinds = CSVFields(nearest.kinds)
        facilities = CSVFields(nearest.area.facilities.lazy.map(\.id))
    }

    /// The rows of some blocks, kind by kind.
    func rows(of blocks: Range<Int>) -> CSVRows {
        var rows = CSVRows(columns: columns)
        let area = nearest.area
        let ids = CSVFields(area.blocks[blocks].lazy.map(\.id))
        let populations = CSVFields(
            area.blocks[blocks].lazy.map { $0.population.map { Rounding.text(Rounding.amount($0)) } })
        let uncertain = CSVFields(blocks.lazy.map { uncertainCounts(of: $0) })
        // Walks lie kind by kind, rows go block by block.
        let walks = nearest.kinds.indices.map { kind in
            blocks.map { nearest.walk(fromBlock: $0, toKind: kind) }
        }
        for (place, block) in blocks.enumerated() {
            for kind in nearest.kinds.indices {
                rows.field(ids, place)
                rows.field(kinds, kind)
                rows.field(populations, place)
                add(walks[kind][place], to: &rows)
                for count in nearest.counts(ofBlock: block, kind: kind) { rows.field(Int(count)) }
                addEdge(block, kind, to: &rows)
                if !nearest.countLimits.isEmpty { rows.field(uncertain, place) }
                rows.endRow()
            }
        }
        return rows
    }

    private func uncertainCounts(of block: Int) -> String? {
        let limits = nearest.edge.uncertainCounts(ofBlock: block).map { Rounding.plain($0) }
        return limits.isEmpty ? nil : limits.joined(separator: ";")
    }

    private func add(_ walk: NearestWalk?, to rows: inout CSVRows) {
        guard let walk else {
            rows.field(plain: "false")
            return rows.emptyFields(5)
        }
        let legs = (walk.blockLeg.millimetres, walk.facilityLeg.millimetres)
        rows.field(plain: "true")
        rows.field(thousandths: walk.distance.millimetres)
        rows.field(facilities, Int(walk.facility))
        rows.field(thousandths: legs.0)
        rows.field(thousandths: walk.distance.millimetres - legs.0 - legs.1)
        rows.field(thousandths: legs.1)
    }

    private func addEdge(_ block: Int, _ kind: Int, to rows: inout CSVRows) {
        if let walk = nearest.edge.walks[block] {
            rows.field(thousandths: walk.millimetres)
        } else {
            rows.emptyFields()
        }
        if nearest.edge.isUncertain(kind: kind, block: block) {
            rows.field(plain: "edge")
        } else {
            rows.emptyFields()
        }
    }
}

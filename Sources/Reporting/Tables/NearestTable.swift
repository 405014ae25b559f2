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
        guard threads > 1 else { return try write(rows, pieces, to: csv) }
        for turn in chunks(of: pieces.count, size: Self.piecesAtATime) {
            let some = Array(pieces[turn])
            let made = try await concurrentMap(count: some.count, threads: threads, workspace: { [UInt8]() })
            {
                piece, memory in
                let piece = rows.piece(some[piece])
                return CSVRows(columns: rows.columns, room: piece.room, memory: &memory) { row, memory in
                    piece.write(&row, &memory)
                }
            }
            for rows in made { csv.append(rows) }
        }
    }

    /// Writes one piece after the other while it is in the cache.
    private func write(_ rows: NearestRows, _ pieces: [Range<Int>], to csv: CSVWriter) throws {
        var memory: [UInt8] = []
        for blocks in pieces {
            try Task.checkCancellation()
            let piece = rows.piece(blocks)
            csv.append(room: piece.room, memory: &memory) { row, memory in piece.write(&row, &memory) }
        }
    }
}

/// Puts the rows of a table of nearest facilities together.
private struct NearestRows: Sendable {
    let nearest: NearestByKind
    let columns: Int
    let kinds: CSVFields
    /// The ids of facilities, location by location of one kind after the other: those of a kind lie together.
    private let facilities: CSVFields
    /// The straight legs of the same locations, in millimetres.
    private let lastLegs: [Int64]
    /// Where each kind's locations begin.
    private let firstLocation: [Int]
    let words = CSVFields(["true", "false", "edge"])

    init(_ nearest: NearestByKind, columns: Int) {
        self.nearest = nearest
        self.columns = columns
        kinds = CSVFields(nearest.kinds)
        var (places, legs, first): ([Int?], [Int64], [Int]) = ([], [], [])
        for kind in nearest.kinds.indices {
            first.append(places.count)
            for (facility, leg) in nearest.locations(ofKind: kind) {
                places.append(facility)
                legs.append(leg.millimetres)
            }
        }
        facilities = CSVFields(nearest.area.facilities.map { $0.id }).selecting(places)
        (lastLegs, firstLocation) = (legs, first)
    }

    /// The rows of some blocks, which are not put together yet.
    func piece(_ blocks: Range<Int>) -> NearestPiece {
        // Walks lie kind by kind, rows go block by block.
        var walks: [NearestPiece.Walk?] = []
        var locations: [Int?] = []
        walks.reserveCapacity(nearest.kinds.count * blocks.count)
        locations.reserveCapacity(nearest.kinds.count * blocks.count)
        for kind in nearest.kinds.indices {
            let first = firstLocation[kind]
            nearest.walks(toKind: kind).forEach(from: blocks) { walk, leg, location in
                walks.append(
                    walk.map {
                        NearestPiece.Walk(
                            whole: $0.millimetres, leg: leg.millimetres, last: lastLegs[first + location])
                    })
                locations.append(walk.map { _ in first + location })
            }
        }
        return NearestPiece(blocks: blocks, rows: self, walks: walks, found: facilities.selecting(locations))
    }
}

/// The rows of some blocks, kind by kind.
private struct NearestPiece {
    /// A walk and the straight legs at its ends, in millimetres.
    struct Walk {
        let whole, leg, last: Int64
    }

    private let blocks: Range<Int>
    private let rows: NearestRows
    private let own: OfBlocks
    private let walks: [Walk?]
    /// By walk, the id of the facility it ends at.
    private let found: CSVFields

    init(blocks: Range<Int>, rows: NearestRows, walks: [Walk?], found: CSVFields) {
        (self.blocks, self.rows, self.walks, self.found) = (blocks, rows, walks, found)
        own = OfBlocks(blocks, of: rows.nearest)
    }

    /// What stands in every row of a block.
    private struct OfBlocks {
        let ids: CSVFields
        let populations: CSVFields
        let uncertain: CSVFields

        init(_ blocks: Range<Int>, of nearest: NearestByKind) {
            let all = nearest.area.blocks
            ids = CSVFields(blocks.map { all[$0].id })
            populations = CSVFields(
                blocks.map { all[$0].population.map { Rounding.text(Rounding.amount($0)) } })
            uncertain = CSVFields(
                nearest.countLimits.isEmpty
                    ? []
                    : blocks.map { block in
                        let limits = nearest.edge.uncertainCounts(ofBlock: block).map { Rounding.plain($0) }
                        return limits.isEmpty ? nil : limits.joined(separator: ";")
                    })
        }

        /// The bytes that one row of each block takes for these.
        var room: Int { ids.room + populations.room + uncertain.room }
    }

    /// The most bytes that the rows take. Added up text by text: one endless id must not make every row as long.
    var room: Int {
        let numbers = (rows.columns - 5) * CSVCursor.longestNumber + 2 * rows.words.longest
        let texts = rows.nearest.kinds.count * own.room + blocks.count * rows.kinds.room + found.room
        return texts + walks.count * numbers
    }

    func write(_ row: inout CSVCursor, _ memory: inout MutableRawSpan) {
        let (nearest, kinds, words) = (rows.nearest, rows.kinds, rows.words)
        let (kindCount, hasCounts) = (nearest.kinds.count, !nearest.countLimits.isEmpty)
        for (place, block) in blocks.enumerated() {
            let edge = nearest.edge.walks[block]
            for kind in 0..<kindCount {
                row.field(own.ids, place, &memory)
                row.field(kinds, kind, &memory)
                row.field(own.populations, place, &memory)
                let number = kind * blocks.count + place
                if let walk = walks[number] {
                    add(walk, number, to: &row, &memory)
                } else {
                    row.field(words, 1, &memory)
                    row.emptyFields(5, &memory)
                }
                if hasCounts {
                    for count in nearest.counts(ofBlock: block, kind: kind) {
                        row.field(Int(count), &memory)
                    }
                }
                if let edge {
                    row.field(thousandths: edge.millimetres, &memory)
                    addDoubt(nearest.edge.isUncertain(kind: kind, block: block), to: &row, &memory)
                } else {
                    row.emptyFields(2, &memory)
                }
                if hasCounts { row.field(own.uncertain, place, &memory) }
                row.endRow(&memory)
            }
        }
    }

    private func add(_ walk: Walk, _ number: Int, to row: inout CSVCursor, _ memory: inout MutableRawSpan) {
        row.field(rows.words, 0, &memory)
        row.field(thousandths: walk.whole, &memory)
        row.field(found, number, &memory)
        row.field(thousandths: walk.leg, &memory)
        row.field(thousandths: walk.whole - walk.leg - walk.last, &memory)
        row.field(thousandths: walk.last, &memory)
    }

    private func addDoubt(
        _ isUncertain: Bool, to row: inout CSVCursor, _ memory: inout MutableRawSpan
    ) {
        if isUncertain { row.field(rows.words, 2, &memory) } else { row.emptyFields(1, &memory) }
    }
}

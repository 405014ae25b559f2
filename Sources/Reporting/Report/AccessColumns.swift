import GapAnalysis
import VectorFiles

/// `access.csv` as columns: one entry per block and requirement, requirement by requirement.
struct AccessColumns {
    /// The figures of one requirement, by block.
    struct Requirement {
        /// Place in `Verdict.allCases`, plus 8 × (1 + place in `Reason.allCases`) where there is a reason, plus
        /// `uncertain` where the edge of the data is too near to rely on the verdict.
        var verdict: [UInt8] = []
        /// Place in the facilities; -1 for none.
        var facility: [Int32] = []
        /// Tenths of a metre walked; -1 for none.
        var walked: [Int32] = []
        var straightFacility: [Int32] = []
        /// Tenths of a metre; -1 for none.
        var straight: [Int32] = []

        /// Whether nothing is known about the requirement anywhere.
        var isNotSurveyed: Bool {
            let code = AccessColumns.code(.notAssessable, .notSurveyed)
            return !verdict.isEmpty && verdict.allSatisfy { $0 == code }
        }

        func verdict(ofBlock block: Int) -> Verdict { Verdict.allCases[Int(verdict[block] & 7)] }

        func isUncertain(_ block: Int) -> Bool { verdict[block] & AccessColumns.uncertain != 0 }
    }

    private(set) var requirements: [Requirement]

    /// The mark of verdicts that data from beyond the edge could better.
    static let uncertain: UInt8 = 128

    static func code(_ verdict: Verdict, _ reason: Reason?) -> UInt8 {
        let place = Verdict.allCases.firstIndex(of: verdict) ?? 0
        let why = reason.flatMap { Reason.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        return UInt8(place + 8 * why)
    }

    /// Reads the table at `path`, whose rows come block by block, for these blocks and requirements.
    ///
    /// - Throws: `VectorFileError` when the rows are not those of the other files of the folder.
    init(path: String, blocks: [String], requirements ids: [String], facilities: [String]) throws {
        requirements = Array(repeating: Requirement(), count: ids.count)
        var table = try TextTable(contentsOf: path)
        let reader = try RowReader(table, facilities: facilities)
        for block in blocks {
            for place in ids.indices {
                guard let row = try table.next(), reader.matches(row, block: block, requirement: ids[place])
                else { throw AccessColumns.mismatch(path, block: block, requirement: ids[place]) }
                guard reader.append(row, to: &requirements[place]) else {
                    throw AccessColumns.mismatch(path, block: block, requirement: ids[place])
                }
            }
        }
        guard try table.next() == nil else {
            throw AccessColumns.mismatch(path, block: "–", requirement: "–")
        }
    }

    private static func mismatch(_ path: String, block: String, requirement: String) -> VectorFileError {
        VectorFileError(
            problem: .damaged, path: path, place: "\(block), \(requirement)",
            detail: "the row does not fit the other files of the folder; run the analysis again")
    }
}

/// Where each figure stands in a row of `access.csv`.
private struct RowReader {
    private let block, requirement, facility, distance, straight, verdict, reason, straightFacility,
        uncertain: Int
    private let facilities: [String: Int32]
    private let verdicts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, $0) })
    private let reasons = Dictionary(uniqueKeysWithValues: Reason.allCases.map { ($0.rawValue, $0) })

    init(_ table: TextTable, facilities ids: [String]) throws {
        block = try table.place(of: "block_id")
        requirement = try table.place(of: "requirement_id")
        facility = try table.place(of: "facility_id")
        distance = try table.place(of: "distance_m")
        straight = try table.place(of: "straight_m")
        verdict = try table.place(of: "verdict")
        reason = try table.place(of: "reason")
        straightFacility = try table.place(of: "straight_facility_id")
        uncertain = try table.place(of: "uncertain")
        facilities = Dictionary(ids.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    }

    func matches(_ row: [String], block id: String, requirement name: String) -> Bool {
        isSame(row[block], id) && isSame(row[requirement], name)
    }

    /// Whether a cell says `text`: what would run as a formula has an apostrophe before it.
    private func isSame(_ cell: String, _ text: String) -> Bool { cell == text || cell == "'" + text }

    /// - Returns: Whether every cell was understood.
    func append(_ row: [String], to columns: inout AccessColumns.Requirement) -> Bool {
        guard let verdict = verdicts[row[verdict]], let near = number(of: row[facility]),
            let line = number(of: row[straightFacility]), let walked = tenths(row[distance]),
            let straight = tenths(row[straight])
        else { return false }
        let mark = row[uncertain].isEmpty ? 0 : AccessColumns.uncertain
        columns.verdict.append(AccessColumns.code(verdict, reasons[row[reason]]) + mark)
        columns.facility.append(near)
        columns.straightFacility.append(line)
        columns.walked.append(walked)
        columns.straight.append(straight)
        return true
    }

    /// -1 for an empty cell, nil for an unknown facility.
    private func number(of cell: String) -> Int32? {
        if cell.isEmpty { return -1 }
        return facilities[cell] ?? (cell.first == "'" ? facilities[String(cell.dropFirst())] : nil)
    }

    private func tenths(_ cell: String) -> Int32? {
        if cell.isEmpty { return -1 }
        guard let metres = Double(cell), (0...1e8).contains(metres) else { return nil }
        return Int32((metres * 10).rounded())
    }
}

internal import Dispatch
internal import Synchronization

/// The check of a table's pages in a GeoPackage on another core, by a connection of its own, while the rows are read.
///
/// Rows of a damaged file may never end. So whoever reads asks now and then whether damage was found, and nothing that
/// was read is used before the check has ended.
final class PageCheck: Sendable {
    private let file: InputFile
    private let table: String
    private let ended = DispatchGroup()
    private let outcome = Mutex<Outcome?>(nil)

    private enum Outcome {
        case sound
        case damaged(VectorFileError)
        /// The file could not be opened once more.
        case unknown
    }

    /// Begins at once.
    init(_ file: InputFile, table: String) {
        (self.file, self.table) = (file, table)
        DispatchQueue.global().async(group: ended) { [self] in
            let found = Self.outcome(of: file, table)
            outcome.withLock { $0 = found }
        }
    }

    private static func outcome(of file: InputFile, _ table: String) -> Outcome {
        let messages = GDALMessages()
        do {
            return try messages.collecting { () throws(VectorFileError) -> Outcome in
                guard let dataset = try? GDALDataset(file, messages: messages), !dataset.isCopy else {
                    return .unknown
                }
                try dataset.checkIntegrity(file, table: table, messages)
                return .sound
            }
        } catch { return .damaged(error) }
    }

    /// Whether damage is known by now.
    var hasFoundDamage: Bool {
        outcome.withLock { if case .damaged = $0 { true } else { false } }
    }

    /// Waits for the check, which `dataset` makes itself where the file could not be opened once more.
    ///
    /// - Throws: `damaged` with SQLite's finding.
    func finish(_ dataset: GDALDataset, _ messages: GDALMessages) throws(VectorFileError) {
        ended.wait()
        switch outcome.withLock({ $0 }) {
        case .sound: return
        case .damaged(let error): throw error
        case .unknown, nil: try dataset.checkIntegrity(file, table: table, messages)
        }
    }
}

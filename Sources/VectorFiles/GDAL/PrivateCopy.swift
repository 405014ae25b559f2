internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A SQLite database with its write-ahead log, copied into a folder of its own that goes with this object.
///
/// SQLite writes a log into the database and deletes it when the last program closes the database, even if that
/// program only read. In a copy it may.
final class PrivateCopy {
    /// The database in the folder; it has the name of the original.
    let path: String
    private let folder: String
    /// What SQLite puts beside a database.
    private static let endings = ["", "-wal", "-shm", "-journal"]

    /// Copies `file`, which lies at `original` when links are resolved, and its log.
    ///
    /// - Throws: `notReadable` when another program keeps writing to them or there is no space for a copy.
    init(_ file: InputFile, original: String) throws(VectorFileError) {
        let name = original.split(separator: "/").last.map { String($0) } ?? "copy"
        let made = Temporaries.shared.withLock { temporaries -> String? in
            guard let folder = Self.makeFolder() else { return nil }
            temporaries.folders.append(folder)
            temporaries.files.formUnion(Self.endings.map { "\(folder)/\(name)\($0)" })
            return folder
        }
        guard let made else { throw Self.failure(file, "no temporary folder: \(systemMessage())") }
        folder = made
        path = "\(made)/\(name)"
        for _ in 0..<3 {
            let before = Self.state(original)
            for ending in ["", "-wal"] { try Self.copy(original + ending, to: path + ending, for: file) }
            // A log that is emptied between the two steps would take its changes out of the copy.
            if Self.state(original) == before { return }
        }
        throw Self.failure(file, "another program is writing to it; close it there")
    }

    deinit {
        let files = Self.endings.map { path + $0 }
        for file in files { unlink(file) }
        rmdir(folder)
        let folder = folder
        Temporaries.shared.withLock { temporaries in
            temporaries.files.subtract(files)
            temporaries.forget(folders: [folder])
        }
    }

    /// A new folder that nobody else may enter.
    private static func makeFolder() -> String? {
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let parent = place.hasPrefix("/") ? place : "/tmp"
        guard let text = strdup("\(parent)/lifecircle-" + String(repeating: "X", count: 6)) else {
            return nil
        }
        defer { free(text) }
        return mkdtemp(text).map { String(cString: $0) }
    }

    /// Sizes and times of the database and its log.
    private static func state(_ original: String) -> [Int] {
        ["", "-wal"].flatMap { ending -> [Int] in
            var status = stat()
            guard stat(original + ending, &status) == 0 else { return [-1] }
            #if canImport(Glibc)
                let time = status.st_mtim
            #else
                let time = status.st_mtimespec
            #endif
            return [Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec)]
        }
    }

    private static func copy(
        _ origin: String, to target: String, for file: InputFile
    ) throws(VectorFileError) {
        guard let input = fopen(origin, "rb") else { throw failure(file, "\(origin): \(systemMessage())") }
        defer { fclose(input) }
        guard let output = fopen(target, "wb") else { throw failure(file, "\(target): \(systemMessage())") }
        var block = [UInt8](repeating: 0, count: 1 << 18)
        var isWhole = true
        while isWhole {
            let count = fread(&block, 1, block.count, input)
            guard count > 0 else { break }
            isWhole = fwrite(block, 1, count, output) == count
        }
        let isClosed = fclose(output) == 0
        guard isWhole, isClosed, ferror(input) == 0 else {
            throw failure(file, "copying it to \(target): \(systemMessage())")
        }
    }

    private static func failure(_ file: InputFile, _ detail: String) -> VectorFileError {
        VectorFileError(problem: .notReadable, path: file.path, detail: detail)
    }
}

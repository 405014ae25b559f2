#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Which tables of files were found to be sound, so that one that is read twice is looked through once.
///
/// Made for one run over its inputs. A file that was written to in between is looked through again.
public struct FileChecks: Sendable {
    private var sound: Set<State> = []
    /// Whether a file may be looked through while it is read.
    let runsBeside: Bool

    /// Nothing was looked at yet.
    ///
    /// - Parameter threads: With two or more, files are looked through while they are read.
    public init(threads: Int = 1) { runsBeside = threads > 1 }

    /// What a file is known by: another content has another time or size.
    struct State: Hashable {
        let device: UInt64
        let number: UInt64
        let size: Int64
        let seconds: Int
        let nanoseconds: Int
        let table: String
    }

    /// Runs `check` unless it passed before for a table of what is at `path` now.
    mutating func once(
        _ path: String, table: String, _ check: () throws(VectorFileError) -> Void
    ) throws(VectorFileError) {
        let state = Self.state(of: path, table: table)
        if let state, sound.contains(state) { return }
        try check()
        if let state { sound.insert(state) }
    }

    /// Whether a table of what is at `path` now passed before.
    func knows(_ path: String, table: String) -> Bool {
        Self.state(of: path, table: table).map(sound.contains) ?? false
    }

    /// Takes what was in `state` as sound from now on.
    mutating func insert(_ state: State?) {
        if let state { sound.insert(state) }
    }

    static func state(of path: String, table: String) -> State? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        return State(
            device: UInt64(status.st_dev), number: UInt64(status.st_ino), size: Int64(status.st_size),
            seconds: time.tv_sec, nanoseconds: time.tv_nsec, table: table)
    }
}

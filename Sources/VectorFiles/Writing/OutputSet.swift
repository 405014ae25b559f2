internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Files that appear together, complete, or not at all.
///
/// Every file is written beside its target under a temporary name. `commit` flushes them all to disk and only
/// then renames them, so a reader never sees half a file and a failure while writing leaves the old files as
/// they were. What is not committed is removed, folders that were made for it included.
public final class OutputSet {
    private var files: [StagedFile] = []
    private var madeFolders: [String] = []
    private var isFinished = false

    /// A set without files.
    public init() {}

    deinit { discard() }

    /// Begins a file that `commit` will put at `path`; missing folders above it are made.
    ///
    /// A symbolic link is followed. An existing file keeps its permissions and is replaced only by `commit`.
    /// Staging after `commit` or `discard` traps.
    /// - Throws: `notWritable` when the target is a directory or device, may not be written, or is already in
    ///   the set.
    public func stage(_ path: String) throws(VectorFileError) -> StagedFile {
        precondition(!isFinished, "the set is finished")
        let target = try target(path)
        guard !files.contains(where: { $0.target.path == target.path }) else {
            throw target.refusal("two outputs have this path; give each its own")
        }
        // Made and listed in one step, so that an interruption knows every temporary there is.
        let staged = Temporaries.shared.withLock { temporaries -> Result<StagedFile, VectorFileError> in
            do throws(VectorFileError) {
                let file = try StagedFile(target)
                temporaries.files.insert(file.temporaryPath)
                return .success(file)
            } catch {
                return .failure(error)
            }
        }
        let file = try staged.get()
        files.append(file)
        return file
    }

    /// Makes and lists folders in one step, as `stage` does with files.
    private func target(_ path: String) throws(VectorFileError) -> OutputTarget {
        var made: [String] = []
        let result = Temporaries.shared.withLock { temporaries -> Result<OutputTarget, VectorFileError> in
            defer { temporaries.folders += made }
            do throws(VectorFileError) {
                return .success(try OutputTarget(path, madeFolders: &made))
            } catch {
                return .failure(error)
            }
        }
        madeFolders += made
        return try result.get()
    }

    /// Flushes every file to disk, then puts all in their places.
    ///
    /// - Throws: `notWritable` with the first error of any file, those kept while writing included. Nothing is
    ///   put in its place then, unless a rename itself fails, after which the files before it are.
    public func commit() throws(VectorFileError) {
        precondition(!isFinished, "the set is finished")
        do {
            for file in files { try file.close() }
            try putAllInPlace()
        } catch {
            discard()
            throw error
        }
        forgetFolders()
        discard()
    }

    /// Leaves the folders to whoever uses them, empty or not.
    private func forgetFolders() {
        let folders = madeFolders
        madeFolders = []
        Temporaries.shared.withLock { $0.forget(folders: folders) }
    }

    /// Renames in one step as far as an interruption can see: it comes before all or after all.
    private func putAllInPlace() throws(VectorFileError) {
        let result = Temporaries.shared.withLock { _ -> Result<Void, VectorFileError> in
            do throws(VectorFileError) {
                for file in files { try file.putInPlace() }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Removes whatever is not in its place; nothing happens when all is committed or discarded.
    public func discard() {
        isFinished = true
        for file in files { file.remove() }
        Temporaries.shared.withLock { $0.files.subtract(files.map(\.temporaryPath)) }
        files = []
        // Only folders that are still empty go.
        for folder in madeFolders.reversed() { rmdir(folder) }
        forgetFolders()
    }

    /// Removes the temporary files of this process and the empty folders it made for outputs, for when it is
    /// interrupted.
    ///
    /// Ordinary code, not for a raw signal handler; a `commit` after it fails.
    ///
    /// - Parameter end: Called before any other file can be begun or put in its place; it may end the process.
    public static func removeAllTemporaries(then end: () -> Void = {}) {
        Temporaries.shared.withLock { temporaries in
            temporaries.removeAll()
            end()
        }
    }
}

internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The files and folders of this process that must not outlive it.
struct Temporaries: Sendable {
    /// Files that are removed in an interruption.
    var files: Set<String> = []
    /// Folders, outer ones first, that are removed in an interruption when they are empty by then.
    var folders: [String] = []

    /// The list of the whole process; what is made and listed under its lock is known to an interruption.
    static let shared = Mutex(Temporaries())

    /// Takes folders from the list, each once.
    mutating func forget(folders gone: [String]) {
        for folder in gone {
            if let index = folders.lastIndex(of: folder) { folders.remove(at: index) }
        }
    }

    /// Removes every file, then every folder that is empty.
    mutating func removeAll() {
        for file in files { unlink(file) }
        for folder in folders.reversed() { rmdir(folder) }
        self = Temporaries()
    }
}

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A path that has been looked at before libosmium sees it, which would start programs for addresses and read the
/// standard input for `-`.
struct PlainFile {
    /// The same place from the root on.
    let absolutePath: String

    /// - Throws: `missing`, `notAFile` or `notReadable`.
    init(_ path: String) throws(OSMReadError) {
        func failure(_ problem: OSMReadError.Problem, _ detail: String) -> OSMReadError {
            OSMReadError(problem: problem, path: path, detail: detail)
        }
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw failure(.missing, "the path is empty or has a NUL")
        }
        guard !path.contains("://") else { throw failure(.notAFile, "addresses are not read") }
        absolutePath = path.hasPrefix("/") ? path : Self.workingDirectory + "/" + path
        var status = stat()
        guard stat(absolutePath, &status) == 0 else {
            let isMissing = errno == ENOENT || errno == ENOTDIR
            throw failure(isMissing ? .missing : .notReadable, String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw failure(
                .notAFile, status.st_mode & S_IFMT == S_IFDIR ? "a directory" : "a pipe, socket or device")
        }
        guard access(absolutePath, R_OK) == 0 else {
            throw failure(.notReadable, String(cString: strerror(errno)))
        }
    }

    private static var workingDirectory: String {
        guard let text = getcwd(nil, 0) else { return "." }
        defer { free(text) }
        return String(cString: text)
    }
}

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A place a file may be put at.
struct OutputTarget {
    /// The path as the caller wrote it, for messages.
    let given: String
    /// The place behind links, from the root on.
    let path: String
    /// The permissions of the file that is there now; nil when there is none.
    let permissions: mode_t?

    /// Looks at the place and makes the folders above it, adding those it made to `madeFolders`.
    init(_ given: String, madeFolders: inout [String]) throws(VectorFileError) {
        self.given = given
        let absolute = given.hasPrefix("/") ? given : workingDirectory() + "/" + given
        guard !given.isEmpty, !given.hasSuffix("/"), !given.utf8.contains(0) else {
            throw Self.refusal(given, "this is not the path of a file")
        }
        try Self.makeFolders(above: absolute, given, &madeFolders)
        path = try Self.resolved(absolute, given)
        var status = stat()
        guard stat(path, &status) == 0 else {
            permissions = nil
            try checkFolder()
            return
        }
        permissions = status.st_mode & 0o777
        guard status.st_mode & S_IFMT == S_IFREG else {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw refusal(isFolder ? "this is a directory" : "this is a pipe or a device")
        }
        guard access(path, W_OK) == 0 else { throw refusal(systemMessage()) }
        try checkFolder()
    }

    /// The folder the file lies in.
    var folder: String { Self.folder(of: path) }

    /// The name of the file in its folder.
    var name: String { String(path[path.index(path.startIndex, offsetBy: folder.count + 1)...]) }

    func refusal(_ detail: String) -> VectorFileError { Self.refusal(given, detail) }

    private func checkFolder() throws(VectorFileError) {
        guard access(folder, W_OK | X_OK) == 0 else { throw refusal("\(folder): \(systemMessage())") }
    }

    private static func refusal(_ given: String, _ detail: String) -> VectorFileError {
        VectorFileError(problem: .notWritable, path: given, detail: detail)
    }

    private static func folder(of path: String) -> String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    private static func makeFolders(
        above path: String, _ given: String, _ made: inout [String]
    ) throws(VectorFileError) {
        let folder = folder(of: path)
        guard !folder.isEmpty, access(folder, F_OK) != 0 else { return }
        try makeFolders(above: folder, given, &made)
        guard mkdir(folder, 0o777) == 0 else {
            guard errno != EEXIST else { return }
            throw refusal(given, "cannot make the folder \(folder): \(systemMessage())")
        }
        made.append(folder)
    }

    /// The path with links resolved: of the file where it exists, else of its folder.
    private static func resolved(_ path: String, _ given: String) throws(VectorFileError) -> String {
        if let whole = realPath(path) { return whole }
        let folder = folder(of: path)
        guard let above = realPath(folder.isEmpty ? "/" : folder) else {
            throw refusal(given, "\(folder): \(systemMessage())")
        }
        let name = path.split(separator: "/").last.map { String($0) } ?? ""
        return above == "/" ? "/" + name : above + "/" + name
    }
}

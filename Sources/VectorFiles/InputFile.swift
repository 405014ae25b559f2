#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A path that has been looked at before GDAL sees it: a plain file, or a folder named `….gdb`.
struct InputFile {
    /// The path as the caller wrote it, for messages.
    let path: String
    /// The same place from the root on, so that no driver takes it for a connection string or inline data.
    let absolutePath: String

    /// - Throws: `missing`, `notAFile` or `notReadable`.
    init(_ path: String) throws(VectorFileError) {
        self.path = path
        absolutePath = path.hasPrefix("/") ? path : workingDirectory() + "/" + path
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw VectorFileError(problem: .missing, path: path, detail: "the path is empty or has a NUL")
        }
        guard !path.contains("://"), !absolutePath.hasPrefix("/vsi") else {
            throw VectorFileError(
                problem: .notAFile, path: path, detail: "addresses and virtual paths are not read")
        }
        try checkKind()
        guard access(absolutePath, R_OK) == 0 else {
            throw VectorFileError(problem: .notReadable, path: path, detail: systemMessage())
        }
    }

    private func checkKind() throws(VectorFileError) {
        var status = stat()
        guard stat(absolutePath, &status) == 0 else {
            let isMissing = errno == ENOENT || errno == ENOTDIR
            throw VectorFileError(
                problem: isMissing ? .missing : .notReadable, path: path, detail: systemMessage())
        }
        let kind = status.st_mode & S_IFMT
        let isGeodatabase = kind == S_IFDIR && fileExtension == "gdb"
        guard kind == S_IFREG || isGeodatabase else {
            let what = kind == S_IFDIR ? "a directory" : "a pipe, socket or device"
            throw VectorFileError(problem: .notAFile, path: path, detail: "this is \(what)")
        }
    }

    /// What follows the last dot of the file name, in small letters; empty when there is none.
    var fileExtension: String {
        guard let dot = fileName.lastIndex(of: ".") else { return "" }
        return fileName[fileName.index(after: dot)...].lowercased()
    }

    /// The file name without its extension.
    var stem: String {
        guard let dot = fileName.lastIndex(of: "."), dot > fileName.startIndex else { return fileName }
        return String(fileName[..<dot])
    }

    private var fileName: String {
        String(absolutePath.split(separator: "/").last ?? "")
    }

    /// The whole content, or its first `limit` bytes.
    ///
    /// - Throws: `notReadable` with the system's reason.
    func contents(upTo limit: Int = .max) throws(VectorFileError) -> [UInt8] {
        guard let file = fopen(absolutePath, "rb") else {
            throw VectorFileError(problem: .notReadable, path: path, detail: systemMessage())
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            let count = fread(&block, 1, min(block.count, limit - bytes.count), file)
            guard count > 0 else { break }
            bytes.append(contentsOf: block[..<count])
        }
        guard ferror(file) == 0 else {
            throw VectorFileError(problem: .notReadable, path: path, detail: systemMessage())
        }
        return bytes
    }

    /// The size in bytes of the file at `path`; nil when there is none.
    static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

}

/// Where relative paths begin.
func workingDirectory() -> String {
    guard let text = getcwd(nil, 0) else { return "." }
    defer { free(text) }
    return String(cString: text)
}

/// The path from the root on with all links resolved; nil when there is nothing there.
func realPath(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
}

/// What the system says about the last call that failed.
func systemMessage() -> String { String(cString: strerror(errno)) }

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file of an `OutputSet` while it is written.
///
/// Writing never fails at once: the first error is kept, what follows is dropped, and `OutputSet.commit`
/// throws it. Writing after `commit` or `discard` traps.
public final class StagedFile {
    let target: OutputTarget
    let temporaryPath: String
    private var descriptor: CInt?
    private var buffer: [UInt8] = []
    private var failure: VectorFileError?
    private var isInPlace = false

    /// Few enough calls, little enough memory.
    private static let bufferSize = 1 << 20

    /// Opens a new temporary file beside the target.
    init(_ target: OutputTarget) throws(VectorFileError) {
        self.target = target
        let mark = String(UInt64.random(in: .min ... .max), radix: 36)
        temporaryPath = "\(target.folder)/.\(target.name.prefix(60)).\(mark).partial"
        let opened = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard opened >= 0 else { throw target.refusal(systemMessage()) }
        if let permissions = target.permissions { fchmod(opened, permissions) }
        descriptor = opened
        buffer.reserveCapacity(Self.bufferSize)
    }

    /// Writes to a descriptor that is already open, for testing what a full disk does.
    init(_ target: OutputTarget, descriptor: CInt) {
        self.target = target
        temporaryPath = target.path
        self.descriptor = descriptor
    }

    deinit { remove() }

    /// Appends bytes.
    public func write(_ bytes: [UInt8]) { write(bytes[...]) }

    /// Appends bytes, many of them past the buffer.
    func write(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count < Self.bufferSize / 16 else {
            precondition(descriptor != nil, "the file is closed")
            flush()
            return put(bytes)
        }
        append { $0.append(contentsOf: bytes) }
    }

    /// Appends text as UTF-8.
    public func write(_ text: String) {
        append { $0.append(contentsOf: text.utf8) }
    }

    /// Lets a library that opens its own files write this one whole, at the path `body` gets; it must not put
    /// another file in its place.
    func fill(_ body: (String) throws(VectorFileError) -> Void) throws(VectorFileError) {
        precondition(descriptor != nil && buffer.isEmpty, "the file is closed or has been written to")
        try body(temporaryPath)
    }

    /// The same for a library that makes its files anew: nothing is at the path when `body` gets it, and it must leave
    /// a file there.
    func fillAnew(_ body: (String) throws(VectorFileError) -> Void) throws(VectorFileError) {
        precondition(descriptor != nil && buffer.isEmpty, "the file is closed or has been written to")
        var status = stat()
        if let descriptor { fstat(descriptor, &status) }
        closeDescriptor()
        unlink(temporaryPath)
        try body(temporaryPath)
        let opened = open(temporaryPath, O_WRONLY | O_CLOEXEC)
        guard opened >= 0 else { throw target.refusal(systemMessage()) }
        fchmod(opened, status.st_mode & 0o777)
        descriptor = opened
    }

    /// Lets `body` append to the buffer, which is written out when it is full.
    func append(_ body: (inout [UInt8]) -> Void) {
        precondition(descriptor != nil, "the file is closed")
        body(&buffer)
        if buffer.count >= Self.bufferSize { flush() }
    }

    private func flush() {
        put(buffer[...])
        buffer.removeAll(keepingCapacity: true)
    }

    private func put(_ content: ArraySlice<UInt8>) {
        guard let descriptor, failure == nil else { return }
        var start = 0
        while start < content.count {
            let count = content.withUnsafeBytes { bytes in
                #if canImport(Glibc)
                    Glibc.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
                #else
                    Darwin.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
                #endif
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                failure = target.refusal(systemMessage())
                return
            }
            start += count
        }
    }

    /// Brings everything to the disk.
    ///
    /// - Throws: `notWritable` with the first error since the file was opened.
    func close() throws(VectorFileError) {
        flush()
        guard let descriptor else { return }
        if failure == nil && fsync(descriptor) != 0 { failure = target.refusal(systemMessage()) }
        closeDescriptor()
        if let failure { throw failure }
    }

    private func closeDescriptor() {
        guard let open = descriptor else { return }
        descriptor = nil
        #if canImport(Glibc)
            let status = Glibc.close(open)
        #else
            let status = Darwin.close(open)
        #endif
        if status != 0 && failure == nil { failure = target.refusal(systemMessage()) }
    }

    /// Gives the closed file its name.
    func putInPlace() throws(VectorFileError) {
        guard rename(temporaryPath, target.path) == 0 else { throw target.refusal(systemMessage()) }
        isInPlace = true
    }

    /// Removes the temporary file unless it has become the target.
    func remove() {
        closeDescriptor()
        guard !isInPlace else { return }
        unlink(temporaryPath)
        isInPlace = true
    }
}

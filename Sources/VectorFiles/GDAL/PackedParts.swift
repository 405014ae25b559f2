internal import CGDAL

/// The parts of a zip archive, unpacked once to see whether they are sound and how large they are.
///
/// What a reader of workbooks would unpack into memory may be a thousand times the file. The sizes an archive
/// states need not be true, so they are counted.
struct PackedParts {
    private let file: InputFile
    private let messages: GDALMessages

    /// More parts than this is no workbook of tables.
    private static let mostParts = 10_000
    /// More bytes than this, unpacked, would take several times as much memory as a table.
    static let mostBytes = 512 << 20

    init(_ file: InputFile, messages: GDALMessages) {
        self.file = file
        self.messages = messages
    }

    /// - Throws: `unknownFormat` when the file is no archive, `damaged` when a part cannot be unpacked or all of
    ///   them together are too large.
    func check() throws(VectorFileError) {
        guard try file.contents(upTo: 4) == [0x50, 0x4B, 0x03, 0x04] else {
            throw VectorFileError(
                problem: .unknownFormat, path: file.path,
                detail: "not a workbook in the format of Excel 2007 and later, or one with a password")
        }
        let names = try names()
        var left = Self.mostBytes
        var block = [UInt8](repeating: 0, count: 1 << 18)
        for name in names where !name.hasSuffix("/") {
            try count(name, left: &left, block: &block)
        }
    }

    private var root: String { "/vsizip/{\(file.absolutePath)}" }

    private func names() throws(VectorFileError) -> [String] {
        let list = VSIReadDirRecursive(root)
        defer { CSLDestroy(list) }
        let count = Int(CSLCount(list))
        guard let list, count > 0 else {
            throw damage(messages.failureText(otherwise: "the list of its parts is missing"))
        }
        guard count <= Self.mostParts else { throw damage("it has \(count) parts") }
        return (0..<count).compactMap { list[$0].map { String(cString: $0) } }
    }

    private func count(_ name: String, left: inout Int, block: inout [UInt8]) throws(VectorFileError) {
        guard let part = VSIFOpenL("\(root)/\(name)", "rb") else {
            throw damage(messages.failureText(otherwise: "part \(name) cannot be opened"))
        }
        defer { VSIFCloseL(part) }
        while true {
            let read = VSIFReadL(&block, 1, block.count, part)
            guard messages.failures.isEmpty else {
                throw damage("part \(name): \(messages.failureText(otherwise: ""))")
            }
            guard read > 0 else { return }
            left -= read
            guard left >= 0 else {
                throw damage(
                    "it unpacks to more than \(Self.mostBytes >> 20) MB; save the sheet as CSV UTF-8")
            }
        }
    }

    private func damage(_ detail: String) -> VectorFileError {
        VectorFileError(problem: .damaged, path: file.path, detail: detail)
    }
}

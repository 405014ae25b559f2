internal import CGDAL

/// The content of a text file as UTF-8, whatever it was written in.
struct DelimitedText {
    /// UTF-8 without a byte order mark.
    let bytes: [UInt8]
    /// What the file was written in.
    let encoding: TextEncoding

    /// - Throws: `notReadable`; `damaged` when the content is binary or in UTF-16.
    init(_ file: InputFile) throws(VectorFileError) {
        let raw = try file.contents()
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = raw.starts(with: mark) ? Array(raw.dropFirst(mark.count)) : raw
        if let zero = text.firstIndex(of: 0) {
            let line = text[..<zero].count { $0 == UInt8(ascii: "\n") } + 1
            throw VectorFileError(
                problem: .damaged, path: file.path, place: "line \(line)",
                detail: "a zero byte: the file is not text, or text in UTF-16; save it as UTF-8")
        }
        if String(validating: text, as: UTF8.self) != nil {
            bytes = text
            encoding = .utf8
            return
        }
        bytes = try Self.recoded(text, file)
        encoding = .gb18030
    }

    private static func recoded(_ text: [UInt8], _ file: InputFile) throws(VectorFileError) -> [UInt8] {
        let messages = GDALMessages()
        return try messages.collecting { () throws(VectorFileError) -> [UInt8] in
            let characters = text.map { CChar(bitPattern: $0) } + [0]
            guard let decoded = TextEncoding.gb18030.decode(characters) else {
                throw VectorFileError(
                    problem: .damaged, path: file.path,
                    detail: "the text is neither UTF-8 nor GB18030; save it as UTF-8")
            }
            return Array(decoded.utf8)
        }
    }
}

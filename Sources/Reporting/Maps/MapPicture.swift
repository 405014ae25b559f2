internal import CRsvg
public import VectorFiles

/// A drawing as a PNG picture.
public struct MapPicture {
    /// The widths a picture can have, in pixels.
    public static let widths = 100...10_000

    private let svg: String
    private let width: Int

    /// A picture of a drawing on a sheet of A4 in landscape; a width outside `widths` traps.
    public init(svg: String, width: Int) {
        precondition(Self.widths.contains(width), "a picture is 100 to 10 000 pixels wide")
        self.svg = svg
        self.width = width
    }

    /// Whether Chinese characters can be drawn: without a font for them boxes stand in their place.
    public static var hasChineseFont: Bool { crsvg_has_chinese_font() != 0 }

    /// Writes the picture, which for the same drawing depends on the fonts of the machine.
    ///
    /// - Throws: `notWritable` with the words of the library.
    public func write(to file: StagedFile, path: String) throws {
        let height = Int((Double(width) * MapSheet.aspect).rounded())
        let owner = Unmanaged.passUnretained(file).toOpaque()
        var message = [CChar](repeating: 0, count: 500)
        let bytes = Array(svg.utf8)
        let isDrawn = crsvg_draw(
            bytes, bytes.count, CInt(width), CInt(height),
            { owner, bytes, count in
                guard let owner, let bytes else { return 0 }
                Unmanaged<StagedFile>.fromOpaque(owner).takeUnretainedValue()
                    .write(Array(UnsafeBufferPointer(start: bytes, count: Int(count))))
                return 1
            }, owner, &message, message.count)
        guard isDrawn == 0 else { return }
        let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        throw VectorFileError(
            problem: .notWritable, path: path,
            detail: "the map could not be drawn: \(String(decoding: text, as: UTF8.self))")
    }
}

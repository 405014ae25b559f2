internal import CGDAL

/// One column of a batch, in the memory layout of Arrow.
///
/// Whoever makes one keeps the batch alive as long as it is used.
struct ArrowColumn {
    private let validity: UnsafePointer<UInt8>?
    private let count: Int
    private let values: Values

    private enum Values {
        case integers32(UnsafePointer<Int32>)
        case integers64(UnsafePointer<Int64>)
        case reals(UnsafePointer<Double>)
        case bytes(ends: UnsafePointer<Int32>, UnsafeRawPointer)
        case manyBytes(ends: UnsafePointer<Int64>, UnsafeRawPointer)
    }

    /// The column of `array`; nil when `format` is none that has only one reading.
    ///
    /// Narrow numbers and truths are not taken: a table may hold more than its column is declared for.
    init?(_ array: ArrowArray, format: String) {
        let buffersWanted = ["i": 2, "l": 2, "g": 2, "u": 3, "z": 3, "U": 3, "Z": 3][format] ?? 0
        guard array.offset == 0, array.n_buffers == buffersWanted, let buffers = array.buffers else {
            return nil
        }
        validity = array.null_count == 0 ? nil : buffers[0]?.assumingMemoryBound(to: UInt8.self)
        count = Int(array.length)
        guard let first = buffers[1] else { return nil }
        switch format {
        case "i": values = .integers32(first.assumingMemoryBound(to: Int32.self))
        case "l": values = .integers64(first.assumingMemoryBound(to: Int64.self))
        case "g": values = .reals(first.assumingMemoryBound(to: Double.self))
        case "u", "z":
            guard let data = buffers[2] else { return nil }
            values = .bytes(ends: first.assumingMemoryBound(to: Int32.self), data)
        default:
            guard let data = buffers[2] else { return nil }
            values = .manyBytes(ends: first.assumingMemoryBound(to: Int64.self), data)
        }
    }

    /// What a field of `format` is gathered in.
    static func kind(_ format: String) -> FieldColumn.Kind {
        switch format {
        case "i", "l": .integer
        case "g": .real
        default: .text
        }
    }

    func isNull(_ row: Int) -> Bool {
        guard let validity else { return false }
        return validity[row >> 3] & (1 << UInt8(row & 7)) == 0
    }

    /// The bytes of a text or a geometry; none when the column has numbers.
    func bytes(_ row: Int) -> UnsafeRawBufferPointer {
        switch values {
        case .bytes(let ends, let data):
            UnsafeRawBufferPointer(start: data + Int(ends[row]), count: Int(ends[row + 1] - ends[row]))
        case .manyBytes(let ends, let data):
            UnsafeRawBufferPointer(start: data + Int(ends[row]), count: Int(ends[row + 1] - ends[row]))
        default: UnsafeRawBufferPointer(start: nil, count: 0)
        }
    }

    /// Adds the values to a field that has `rows` already; false when a text is not UTF-8 or has a NUL in it.
    func append(to field: inout FieldColumn, after rows: Int) -> Bool {
        switch values {
        case .integers32(let numbers):
            field.append(UnsafeBufferPointer(start: numbers, count: count).lazy.map { Int64($0) })
        case .integers64(let numbers): field.append(UnsafeBufferPointer(start: numbers, count: count))
        case .reals(let numbers):
            field.append(
                UnsafeBufferPointer(start: numbers, count: count).lazy
                    .map { Int64(bitPattern: $0.bitPattern) })
        case .bytes(let ends, let data):
            guard append(data, ends: (1..<count + 1).lazy.map { Int(ends[$0]) }, to: &field) else {
                return false
            }
        case .manyBytes(let ends, let data):
            guard append(data, ends: (1..<count + 1).lazy.map { Int(ends[$0]) }, to: &field) else {
                return false
            }
        }
        guard validity != nil else { return true }
        for row in 0..<count where isNull(row) { field.setNull(rows + row) }
        return true
    }

    /// Texts are looked at all at once: each is UTF-8 when all are and none begins within a character.
    private func append(
        _ data: UnsafeRawPointer, ends: some RandomAccessCollection<Int>, to field: inout FieldColumn
    ) -> Bool {
        let text = UnsafeRawBufferPointer(start: data, count: ends.last ?? 0)
        guard !text.contains(0), String(validating: text, as: UTF8.self) != nil else { return false }
        let cutsCharacter = ends.contains { $0 < text.count && text[$0] & 0xC0 == 0x80 }
        guard !cutsCharacter else { return false }
        field.append(text, ends: ends)
        return true
    }
}

internal import CGDAL

/// One column of a batch, in the memory layout of Arrow.
///
/// Whoever makes one keeps the batch alive as long as it is used.
struct ArrowColumn {
    private let validity: UnsafePointer<UInt8>?
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
        let count = ["i": 2, "l": 2, "g": 2, "u": 3, "z": 3, "U": 3, "Z": 3][format] ?? 0
        guard array.offset == 0, array.n_buffers == count, let buffers = array.buffers else { return nil }
        validity = array.null_count == 0 ? nil : buffers[0]?.assumingMemoryBound(to: UInt8.self)
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

    /// The value of a row; nil when it is a text that is not UTF-8 or has a NUL in it.
    func value(_ row: Int) -> FieldValue? {
        if isNull(row) { return .null }
        switch values {
        case .integers32(let numbers): return .integer(Int64(numbers[row]))
        case .integers64(let numbers): return .integer(numbers[row])
        case .reals(let numbers): return .real(numbers[row])
        case .bytes, .manyBytes:
            let text = bytes(row)
            guard !text.contains(0) else { return nil }
            return String(validating: text, as: UTF8.self).map { .text($0) }
        }
    }
}

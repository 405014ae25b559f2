internal import Geometry

/// A table as columns: one for all shapes and one for each field, which costs a row no allocation of its own.
final class FeatureColumns: Sendable {
    /// The number of rows.
    let count: Int
    /// By row, nil for those in `defects`; nil when shapes are no longer held.
    let shapes: ShapeColumn?
    let defects: [Int: GeometryDefect]
    let mends: [Int: GeometryMend]
    let fields: [FieldColumn]

    convenience init(
        shapes: ShapeColumn, defects: [Int: GeometryDefect], mends: [Int: GeometryMend], fields: [FieldColumn]
    ) {
        self.init(count: shapes.count, shapes: shapes, defects: defects, mends: mends, fields: fields)
    }

    private init(
        count: Int, shapes: ShapeColumn?, defects: [Int: GeometryDefect], mends: [Int: GeometryMend],
        fields: [FieldColumn]
    ) {
        (self.count, self.shapes) = (count, shapes)
        (self.defects, self.mends, self.fields) = (defects, mends, fields)
    }

    /// The same table with its attributes alone.
    var withoutShapes: FeatureColumns {
        FeatureColumns(count: count, shapes: nil, defects: defects, mends: mends, fields: fields)
    }

    /// The shape of a row; nil when it has none, or shapes are no longer held.
    func shape(_ row: Int) -> Shape? { shapes?[row] }
}

/// The attributes of one field, row by row.
struct FieldColumn: Sendable {
    enum Kind { case integer, real, text }

    private let kind: Kind
    /// Integers as they are, reals as their bits, and of texts where they end in `bytes`.
    private var numbers: [Int64] = []
    private var bytes: [UInt8] = []
    /// By row, up to the last null; empty when there is none.
    private var isNull: [Bool] = []

    init(_ kind: Kind, count: Int) {
        self.kind = kind
        numbers.reserveCapacity(count)
    }

    mutating func append(_ numbers: some Sequence<Int64>) { self.numbers += numbers }

    /// Adds texts that follow one another in `text` and end at `ends`, counted from its beginning.
    mutating func append(_ text: UnsafeRawBufferPointer, ends: some Sequence<Int>) {
        let start = bytes.count
        bytes += text
        for end in ends { numbers.append(Int64(start + end)) }
    }

    /// Adds the next row's text.
    mutating func append(_ text: String?) {
        if let text { bytes += text.utf8 } else { setNull(numbers.count) }
        numbers.append(Int64(bytes.count))
    }

    mutating func setNull(_ row: Int) {
        if isNull.count <= row {
            isNull += repeatElement(false, count: row + 1 - isNull.count)
        }
        isNull[row] = true
    }

    func value(_ row: Int) -> FieldValue {
        if row < isNull.count, isNull[row] { return .null }
        switch kind {
        case .integer: return .integer(numbers[row])
        case .real: return .real(Double(bitPattern: UInt64(bitPattern: numbers[row])))
        case .text:
            let start = row == 0 ? 0 : Int(numbers[row - 1])
            return .text(String(decoding: bytes[start..<Int(numbers[row])], as: UTF8.self))
        }
    }
}

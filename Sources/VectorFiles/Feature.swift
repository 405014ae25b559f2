public import Geometry

/// One thing of a vector file: its place, its shape and its attributes.
public struct Feature: Sendable {
    /// The place in the file, from 1, in file order.
    public let number: Int
    /// The shape in the coordinates of the file; nil when there is none that can be used, or it was dropped.
    public private(set) var shape: Shape?
    /// Why there never was a shape; nil for a feature that was read with one.
    public let defect: GeometryDefect?
    /// What was left out of the shape to make it usable; nil when nothing was.
    public let mend: GeometryMend?
    private let attributes: Attributes

    /// Attributes of its own, or those of a row of a table.
    private enum Attributes {
        case own([FieldValue])
        case row(FeatureColumns)
    }

    /// A feature with a shape; `mend` says what the shape lacks of the file's.
    public init(number: Int, shape: Shape, mend: GeometryMend? = nil, values: [FieldValue]) {
        self.number = number
        self.shape = shape
        self.defect = nil
        self.mend = mend
        attributes = .own(values)
    }

    /// Lets go of the shape, for who has made another of it and needs the attributes only.
    public mutating func dropShape() { shape = nil }

    /// A feature whose shape cannot be used.
    public init(number: Int, defect: GeometryDefect, values: [FieldValue]) {
        self.number = number
        self.shape = nil
        self.defect = defect
        self.mend = nil
        attributes = .own(values)
    }

    /// Row `row` of `columns`, counted from 0.
    init(row: Int, of columns: FeatureColumns) {
        number = row + 1
        shape = columns.shape(row)
        defect = columns.defects.isEmpty ? nil : columns.defects[row]
        mend = columns.mends.isEmpty ? nil : columns.mends[row]
        attributes = .row(columns)
    }

    /// The attributes, one for each of the table's fields.
    ///
    /// Who wants one of many had better ask for that alone.
    public var values: [FieldValue] {
        switch attributes {
        case .own(let values): values
        case .row(let columns): columns.fields.map { $0.value(number - 1) }
        }
    }

    /// The attribute of the table's field at `place`, from 0.
    public func value(_ place: Int) -> FieldValue {
        switch attributes {
        case .own(let values): values[place]
        case .row(let columns): columns.fields[place].value(number - 1)
        }
    }
}

/// Why a feature has no shape.
public enum GeometryDefect: Error, Hashable, Sendable {
    /// There is no geometry, or an empty coordinate.
    case missing
    /// There is a geometry without positions.
    case empty
    /// A coordinate is NaN or infinite.
    case notFinite
    /// The geometry is of a kind that `Shape` has no case for.
    case unsupported(type: String)
    /// The geometry breaks the rules of its own kind: an open ring, no shell that encloses anything, a text
    /// where a number belongs.
    case malformed(reason: String)
}

/// What was left out of a surface so that the rest can be used.
///
/// A ring is degenerate when it has fewer than four positions or encloses nothing.
public enum GeometryMend: Hashable, Sendable {
    /// So many holes were degenerate, at least one; the shells are whole.
    case degenerateHolesDropped(Int)
    /// So many parts of several had a degenerate shell, at least one; degenerate holes of the remaining parts
    /// are left out as well.
    case degeneratePartsDropped(Int)
}

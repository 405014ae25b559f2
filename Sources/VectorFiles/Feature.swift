public import Geometry

/// One thing of a vector file: its place, its shape and its attributes.
public struct Feature: Sendable {
    /// The place in the file, from 1, in file order.
    public let number: Int
    /// The shape in the coordinates of the file; nil when there is none that can be used.
    public let shape: Shape?
    /// Why there is no shape: non-nil exactly when `shape` is nil.
    public let defect: GeometryDefect?
    /// The attributes, one for each of the table's fields.
    public let values: [FieldValue]

    /// A feature with a shape.
    public init(number: Int, shape: Shape, values: [FieldValue]) {
        self.number = number
        self.shape = shape
        self.defect = nil
        self.values = values
    }

    /// A feature whose shape cannot be used.
    public init(number: Int, defect: GeometryDefect, values: [FieldValue]) {
        self.number = number
        self.shape = nil
        self.defect = defect
        self.values = values
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
    /// The geometry breaks the rules of its own kind: an open ring, a text where a number belongs.
    case malformed(reason: String)
}

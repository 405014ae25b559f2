public import Geometry

/// A layer to write: shapes of one coordinate system and their attributes.
public struct VectorLayer: Sendable {
    /// A column and what it holds.
    public struct Field: Hashable, Sendable {
        /// What a column holds.
        public enum Kind: Hashable, Sendable {
            case integer
            case real
            case text
            /// 1 or 0.
            case truth
        }

        /// The name of the column.
        public let name: String
        /// What it holds.
        public let kind: Kind
        /// What people call it, different for each column of a layer; nil for no name but its own.
        public let alias: String?
        /// A remark on it.
        public let note: String?

        /// A column from its name and kind.
        public init(name: String, kind: Kind, alias: String? = nil, note: String? = nil) {
            self.name = name
            self.kind = kind
            self.alias = alias
            self.note = note
        }
    }

    /// The name of the layer.
    public let name: String
    /// The coordinate system of the shapes, such as `EPSG:4549`; nil for a local grid.
    public let reference: String?
    /// The columns.
    public let fields: [Field]
    /// Shapes with one value a column.
    public private(set) var features: [(shape: Shape, values: [FieldValue])] = []

    /// A layer without features.
    public init(name: String, reference: String?, fields: [Field]) {
        self.name = name
        self.reference = reference
        self.fields = fields
    }

    /// Adds a feature with one value a column.
    public mutating func append(_ shape: Shape, _ values: [FieldValue]) {
        precondition(values.count == fields.count, "a feature has one value a column")
        features.append((shape, values))
    }
}

extension VectorLayer.Field {
    /// The narrowest kind that all of `values` fit in; text when there are none.
    public static func kind(of values: some Sequence<FieldValue>) -> Kind {
        var kind: Kind?
        for value in values {
            switch value {
            case .null: continue
            case .integer: kind = kind ?? .integer
            case .real: kind = kind == .text ? .text : .real
            case .text: return .text
            }
        }
        return kind ?? .text
    }
}

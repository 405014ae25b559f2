public import Geometry

/// Rows of a shape and texts, gathered for a table: they are kept as columns, so that a row costs its texts and
/// its shape and little more.
public struct TextRows: Sendable {
    /// The names of the attributes.
    public let fields: [String]
    private var shapes = ShapeColumn()
    private var columns: [FieldColumn]

    /// No rows yet of attributes called `fields`.
    public init(fields: [String]) {
        self.fields = fields
        columns = fields.map { _ in FieldColumn(.text, count: 0) }
    }

    /// Adds a row; `texts` has one entry for each field, nil where the row has none.
    public mutating func append(_ shape: Shape, _ texts: [String?]) {
        precondition(texts.count == fields.count, "one text a field")
        shapes.append(shape)
        for place in texts.indices { columns[place].append(texts[place]) }
    }

    var features: Features {
        Features(FeatureColumns(shapes: shapes, defects: [:], mends: [:], fields: columns))
    }
}

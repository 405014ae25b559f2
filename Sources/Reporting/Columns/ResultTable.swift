import Geometry
import VectorFiles

/// A table of the results whose rows are made one at a time: what layers, workbooks and joined tables are written
/// from.
struct ResultTable {
    let name: ResultTableName
    let columns: [ResultColumn]
    let count: Int
    /// One value a column; nil where there is none.
    let row: (Int) -> [JSONValue?]
    /// The shape in the plane of a row, nil where it has none; nil for tables without shapes.
    var shape: ((Int) -> Shape?)?
}

extension ResultTable {
    /// The table whose rows are named values, which stand in the order of `columns`.
    init(
        _ name: ResultTableName, _ columns: [ResultColumn], count: Int, shape: ((Int) -> Shape?)? = nil,
        properties: @escaping (Int) -> [(String, JSONValue)]
    ) {
        self.init(
            name: name, columns: columns, count: count, row: { properties($0).map(\.1) }, shape: shape)
    }

    /// The same with the columns of the catalogue.
    init(
        _ name: ResultTableName, _ columns: [String], count: Int, shape: ((Int) -> Shape?)? = nil,
        properties: @escaping (Int) -> [(String, JSONValue)]
    ) {
        self.init(
            name, ColumnCatalogue.columns(columns, of: name), count: count, shape: shape,
            properties: properties)
    }

    /// The families of its shapes, the most frequent first.
    var families: [ShapeFamily] {
        ShapeFamily.byFrequency(in: (0..<count).compactMap { shape?($0) }.map { ShapeFamily($0) })
    }

    /// The table as a layer in the plane called `reference`; without features when rows have no shapes.
    func layer(reference: String?) -> LayerContent {
        LayerContent(
            name: name.rawValue, reference: reference, fields: columns.map(\.field),
            count: shape == nil ? 0 : count, shape: { place in shape?(place) ?? .multiPolygon([]) },
            values: { place in row(place).map { FieldValue($0) } })
    }
}

extension FieldValue {
    /// The value as an attribute: figures as they are printed, truth as 1 and 0.
    init(_ value: JSONValue?) {
        switch value {
        case .bool(let truth): self = .integer(truth ? 1 : 0)
        case .integer(let number): self = .integer(Int64(number))
        case .number(let number): self = .real(number)
        case .decimal(let number, let places): self = .real(FixedDecimal.rounded(number, places: places))
        case .string(let text): self = .text(text)
        case nil, .null, .array, .object: self = .null
        }
    }
}

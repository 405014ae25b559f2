/// Which rows of a table are held: those whose number in one field is small enough, such as the first ranks of many.
public struct RowFilter: Sendable {
    /// The field, exactly as the file writes it.
    public let field: String
    /// The largest number that is held.
    public let most: Double

    /// A filter; a layer without the field loses every row.
    public init(_ field: String, upTo most: Double) {
        self.field = field
        self.most = most
    }

    func keeps(_ values: [FieldValue], of fields: [String]) -> Bool {
        guard let place = fields.firstIndex(of: field) else { return false }
        switch values[place] {
        case .integer(let value): return Double(value) <= most
        case .real(let value): return value <= most
        case .text(let text): return Double(text).map { $0 <= most } ?? false
        case .null: return false
        }
    }
}

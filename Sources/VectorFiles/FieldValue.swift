/// One attribute of a feature, as its file stores it.
///
/// Truth values come as 1 and 0; dates, lists and binary data as the text GDAL makes of them.
public enum FieldValue: Hashable, Sendable {
    case null
    case integer(Int64)
    /// May be NaN or infinite when the file says so.
    case real(Double)
    case text(String)

    /// The value as text: numbers printed plainly (`12`, `1.5`, and `3` for the real 3.0), text as it is, nil
    /// for null.
    public var text: String? {
        switch self {
        case .null: nil
        case .integer(let value): String(value)
        case .real(let value): Int64(exactly: value).map { String($0) } ?? value.description
        case .text(let value): value
        }
    }
}

/// What is true of the features of a class, for QGIS and for programs that read SLD.
indirect enum StyleCondition {
    /// A column holds this text.
    case text(String, String)
    /// A column holds a whole number from here on, up to another where there is one.
    case number(String, from: Int, to: Int?)
    /// A column holds true.
    case isTrue(String)
    case all([StyleCondition])
    case not(StyleCondition)

    /// The condition as an expression of QGIS.
    var expression: String {
        switch self {
        case .text(let column, let text): "\(Self.column(column)) = \(Self.quoted(text))"
        case .number(let column, let first, nil): "\(Self.column(column)) >= \(first)"
        // BETWEEN came to QGIS late.
        case .number(let column, let first, let last?):
            "\(Self.column(column)) >= \(first) AND \(Self.column(column)) <= \(last)"
        case .isTrue(let column): "coalesce(\(Self.column(column)), false)"
        case .all(let conditions): conditions.map { "(\($0.expression))" }.joined(separator: " AND ")
        case .not(let condition): "NOT (\(condition.expression))"
        }
    }

    /// The condition as a filter of OGC.
    var filter: MarkupElement {
        switch self {
        case .text(let column, let text): Self.comparison("EqualTo", column, text)
        case .number(let column, let first, nil):
            Self.comparison("GreaterThanOrEqualTo", column, "\(first)")
        case .number(let column, let first, let last?):
            MarkupElement(
                "ogc:And", [],
                [
                    Self.comparison("GreaterThanOrEqualTo", column, "\(first)"),
                    Self.comparison("LessThanOrEqualTo", column, "\(last)"),
                ])
        case .isTrue(let column): Self.comparison("EqualTo", column, "true")
        case .all(let conditions): MarkupElement("ogc:And", [], conditions.map(\.filter))
        case .not(let condition): MarkupElement("ogc:Not", [], [condition.filter])
        }
    }

    private static func comparison(_ name: String, _ column: String, _ value: String) -> MarkupElement {
        MarkupElement(
            "ogc:PropertyIs" + name, [],
            [
                MarkupElement("ogc:PropertyName", content: column),
                MarkupElement("ogc:Literal", content: value),
            ])
    }

    /// The name of a column as QGIS takes it.
    static func column(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    /// A text as QGIS takes it.
    static func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}

internal import CGDAL
internal import Geometry

/// Makes features of the rows of a delimited text.
struct DelimitedShapes {
    let columns: CoordinateColumns
    let messages: GDALMessages
    private var reader = GeometryReader()

    init(columns: CoordinateColumns, messages: GDALMessages) {
        self.columns = columns
        self.messages = messages
    }

    var droppedHeights: Bool { reader.droppedHeights }

    /// The feature of one row; missing cells are null, surplus ones are left out.
    mutating func feature(_ number: Int, _ cells: [String], width: Int) -> Feature {
        let values = (0..<width).map { index -> FieldValue in
            guard index < cells.count, !cells[index].isEmpty else { return .null }
            return .text(cells[index])
        }
        do {
            let read = try shape(values)
            return Feature(number: number, shape: read.shape, mend: read.mend, values: values)
        } catch {
            return Feature(number: number, defect: error, values: values)
        }
    }

    private mutating func shape(
        _ values: [FieldValue]
    ) throws(GeometryDefect) -> (shape: Shape, mend: GeometryMend?) {
        switch columns {
        case .pair(let x, let y, _):
            return (.point(try CoordinateColumns.position(x: values[x].text, y: values[y].text)), nil)
        case .pairText(let column):
            guard let text = values[column].text?.trimmed, !text.isEmpty else { throw .missing }
            return (.point(try CoordinateColumns.position(pair: text)), nil)
        case .wellKnownText(let column):
            guard let text = values[column].text?.trimmed, !text.isEmpty else { throw .missing }
            return try shape(wellKnownText: text)
        }
    }

    private mutating func shape(
        wellKnownText text: String
    ) throws(GeometryDefect) -> (shape: Shape, mend: GeometryMend?) {
        var geometry: OGRGeometryH?
        var surplus = ""
        let status = text.withCString { start -> OGRErr in
            var rest: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: start)
            let status = OGR_G_CreateFromWkt(&rest, nil, &geometry)
            surplus = rest.map { String(cString: $0).trimmed } ?? ""
            return status
        }
        defer { OGR_G_DestroyGeometry(geometry) }
        // What GDAL says about one text belongs to this feature, not to the file.
        let said = messages.takeFailures().first
        guard status == OGRERR_NONE, let geometry else {
            throw .malformed(reason: said ?? "not well-known text: \(text.prefix(60))")
        }
        // Half of a shape is worse than none: a second geometry would go unnoticed.
        guard surplus.isEmpty else {
            throw .malformed(reason: "text after the geometry: \(surplus.prefix(60))")
        }
        return try reader.shape(geometry)
    }
}

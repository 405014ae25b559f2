internal import CGDAL
internal import Geometry

/// Reads a layer in batches of columns, where nothing about it is out of the ordinary.
///
/// Rows of OGR's cost several allocations and calls for each feature, columns some for each batch. What a layer may have
/// of oddities is known to `LayerReader` alone: at the first one everything is left to it.
struct ColumnReader {
    let layer: GDALLayer
    /// The names that the layer's fields should have, in order.
    let fields: [String]
    /// The check of the file that goes on meanwhile.
    var check: PageCheck?

    /// The formats that GDAL reads as columns faster than as rows.
    private static let drivers = ["GPKG", "FlatGeobuf"]

    /// The table, and whether heights were left out; nil when they have to be read as rows.
    func columns() -> (columns: FeatureColumns, droppedHeights: Bool)? {
        guard Self.drivers.contains(layer.dataset.driver) else { return nil }
        OGR_L_ResetReading(layer.handle)
        var stream = ArrowArrayStream()
        // Half of what GDAL takes of itself, so that a batch's memory serves the next.
        let isOpen = StringList(["INCLUDE_FID=NO", "MAX_FEATURES_IN_BATCH=32768"]).withPointer {
            let options = UnsafeMutableRawPointer(mutating: $0)
            return OGR_L_GetArrowStream(
                layer.handle, &stream,
                options?.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
        }
        guard isOpen else { return nil }
        defer { stream.release?(&stream) }
        guard let formats = formats(&stream) else { return nil }
        var made = Batches(formats: formats, count: layer.statedCount ?? 0)
        while true {
            var batch = ArrowArray()
            guard stream.get_next?(&stream, &batch) == 0 else { return nil }
            guard batch.release != nil else { return (made.columns, made.droppedHeights) }
            defer { batch.release?(&batch) }
            guard made.append(batch), check?.hasFoundDamage != true else { return nil }
        }
    }

    /// The formats of the fields and, last, of the geometry; nil when these are not the columns.
    private func formats(_ stream: inout ArrowArrayStream) -> [String]? {
        var schema = ArrowSchema()
        guard stream.get_schema?(&stream, &schema) == 0 else { return nil }
        defer { schema.release?(&schema) }
        guard Int(schema.n_children) == fields.count + 1 else { return nil }
        let columns = (0..<fields.count + 1).compactMap { schema.children?[$0]?.pointee }
        guard zip(columns, fields).allSatisfy({ String(cString: $0.name) == $1 }) else { return nil }
        let formats = columns.map { String(cString: $0.format) }
        guard formats.count == fields.count + 1, let last = formats.last, last == "z" || last == "Z",
            formats.dropLast().allSatisfy({ ["i", "l", "g", "u", "U"].contains($0) })
        else { return nil }
        return formats
    }
}

/// The columns of a table, gathered from one batch after another.
private struct Batches {
    let formats: [String]
    private var shapes = ShapeColumn()
    private var defects: [Int: GeometryDefect] = [:]
    private var mends: [Int: GeometryMend] = [:]
    private var fields: [FieldColumn]
    private(set) var droppedHeights = false
    private var geometry = GeometryReader()
    /// As many rows as there is room for.
    private let room: Int

    init(formats: [String], count: Int) {
        self.formats = formats
        // What a damaged file states is no reason to run out of memory.
        let room = min(count, 1 << 24)
        self.room = room
        shapes.reserveCapacity(room)
        fields = formats.dropLast().map { FieldColumn(ArrowColumn.kind($0), count: room) }
    }

    var columns: FeatureColumns {
        FeatureColumns(shapes: shapes, defects: defects, mends: mends, fields: fields)
    }

    /// Adds the rows of a batch; false when anything in it is out of the ordinary.
    mutating func append(_ batch: ArrowArray) -> Bool {
        guard batch.offset == 0, Int(batch.n_children) == formats.count else { return false }
        let columns = formats.indices.compactMap { place in
            batch.children?[place].flatMap { ArrowColumn($0.pointee, format: formats[place]) }
        }
        guard columns.count == formats.count, let geometries = columns.last else { return false }
        for place in fields.indices {
            guard columns[place].append(to: &fields[place], after: shapes.count) else { return false }
        }
        let isFirst = shapes.isEmpty
        for row in 0..<Int(batch.length) {
            guard !geometries.isNull(row), append(geometries.bytes(row)) else { return false }
        }
        if isFirst { makeRoom() }
        return true
    }

    /// Makes room for positions as if what follows were like what has been read: enlarging them again and again would
    /// take as long as reading them.
    private mutating func makeRoom() {
        guard !shapes.isEmpty, shapes.count < room else { return }
        let more = Double(shapes.positions.count) * Double(room) / Double(shapes.count) * 1.05
        shapes.reserveCapacity(room, positions: Int(min(more, Double(1 << 25))))
    }

    /// Adds a shape; false when the bytes are none.
    private mutating func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if let hasHeights = WellKnownBinary.append(bytes, to: &shapes) {
            droppedHeights = droppedHeights || hasHeights
            return true
        }
        var unusual: OGRGeometryH?
        let status = OGR_G_CreateFromWkb(bytes.baseAddress, nil, &unusual, CInt(bytes.count))
        guard status == OGRERR_NONE, let unusual else { return false }
        defer { OGR_G_DestroyGeometry(unusual) }
        let feature = geometry.feature(shapes.count + 1, unusual, [])
        droppedHeights = droppedHeights || geometry.droppedHeights
        defects[shapes.count] = feature.defect
        mends[shapes.count] = feature.mend
        shapes.append(feature.shape)
        return true
    }
}

internal import CGDAL

/// Writes a layer as a Shapefile in GB18030, the same bytes for the same layer.
public enum ShapefileWriter {
    /// The endings of the files that a Shapefile is, in the order in which `write` takes them.
    public static let parts = ["shp", "shx", "dbf", "prj", "cpg"]
    /// The longest name a column can have, in bytes.
    public static let longestName = 10
    /// The longest text a cell can have, in bytes of GB18030.
    public static let longestText = 254

    /// Writes `layer`, whose shapes are of one family and whose columns have names of at most `longestName` bytes.
    ///
    /// Texts are cut at `longestText`. A layer of a local grid says so in its `.prj`, which ArcGIS would otherwise
    /// ask for.
    /// - Throws: `notWritable` when GDAL refuses the layer or a feature, with its words.
    public static func write(_ layer: LayerContent, to files: [StagedFile]) throws(VectorFileError) {
        precondition(files.count == parts.count, "a Shapefile is \(parts.count) files")
        precondition(
            layer.fields.allSatisfy { $0.name.utf8.count <= longestName }, "a column's name is too long")
        let messages = GDALMessages()
        let target = files[0].target.given
        let bytes = try messages.collecting { () throws(VectorFileError) -> [[UInt8]] in
            try MemoryShapefile(messages, target: target).bytes(of: layer)
        }
        for (file, bytes) in zip(files, bytes) { file.write(bytes) }
    }
}

/// A Shapefile in GDAL's memory file system, inside the scope of its messages.
private struct MemoryShapefile {
    private let messages: GDALMessages
    private let target: String
    private let stem = "/vsimem/lifecircle-\(String(UInt64.random(in: .min ... .max), radix: 36))"

    init(_ messages: GDALMessages, target: String) {
        self.messages = messages
        self.target = target
    }

    func bytes(of layer: LayerContent) throws(VectorFileError) -> [[UInt8]] {
        defer { for part in ShapefileWriter.parts { VSIUnlink("\(stem).\(part)") } }
        try write(layer)
        var parts: [[UInt8]] = []
        for ending in ShapefileWriter.parts { try parts.append(part(ending, layer)) }
        return parts
    }

    private func part(_ ending: String, _ layer: LayerContent) throws(VectorFileError) -> [UInt8] {
        if ending == "cpg" { return Array("GB18030".utf8) }
        if ending == "prj", layer.reference == nil { return Array(Self.localGrid.utf8) }
        var count: vsi_l_offset = 0
        guard let start = VSIGetMemFileBuffer("\(stem).\(ending)", &count, 0), count > 0 else {
            throw failure()
        }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    private static let localGrid =
        #"LOCAL_CS["local grid",LOCAL_DATUM["unknown",0],UNIT["Meter",1.0],AXIS["X",EAST],AXIS["Y",NORTH]]"#

    private func write(_ layer: LayerContent) throws(VectorFileError) {
        let file = WrittenDataset(
            driver: "ESRI Shapefile", path: stem + ".shp", failure: failure, messages: messages)
        try file.fill { dataset throws(VectorFileError) in
            // The day is part of the table's head.
            try file.add(
                layer, to: dataset, options: ["ENCODING=GB18030", "DBF_DATE_LAST_UPDATE=2000-01-01"],
                columns: layer.fields.map(Self.column), text: TableText.cut)
        }
    }

    private static func column(_ field: VectorLayer.Field) -> OGRFieldDefnH? {
        switch field.kind {
        case .integer, .truth:
            let column = OGR_Fld_Create(field.name, OFTInteger64)
            OGR_Fld_SetWidth(column, 12)
            return column
        case .real:
            let column = OGR_Fld_Create(field.name, OFTReal)
            OGR_Fld_SetWidth(column, 18)
            OGR_Fld_SetPrecision(column, 3)
            return column
        case .text: return OGR_Fld_Create(field.name, OFTString)
        }
    }

    private func failure() -> VectorFileError {
        VectorFileError(
            problem: .notWritable, path: target,
            detail: messages.failureText(otherwise: "the Shapefile could not be made"))
    }
}

/// A text as a dBASE table takes it.
private enum TableText {
    /// As much of `text` as fits into a cell, cut between characters.
    static func cut(_ text: String) -> String {
        guard text.utf8.count > ShapefileWriter.longestText else { return text }
        var cut = ""
        var length = 0
        for scalar in text.unicodeScalars {
            length += mostBytes(of: scalar)
            guard length <= ShapefileWriter.longestText else { return cut }
            cut.unicodeScalars.append(scalar)
        }
        return cut
    }

    /// The bytes of a character in GB18030, or more: two for Chinese characters in common use.
    private static func mostBytes(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case ..<0x80: 1
        case 0x4E00...0x9FA5, 0x3000...0x3002, 0xFF01...0xFF5E: 2
        default: 4
        }
    }
}

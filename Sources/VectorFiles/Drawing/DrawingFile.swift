internal import CGDAL
internal import Geometry

/// A drawing (`.dxf`), gone through once before GDAL reads it.
///
/// GDAL skips kinds of entities it does not know without a word, takes text of no known code page for Western
/// European, and reads a drawing that breaks off as if it ended there.
struct DrawingFile {
    /// What the texts are stored in, by a name that GDAL takes.
    let encoding: String
    /// How often kinds of entities occur that cannot be read, by name.
    let unread: [(kind: String, count: Int)]
    /// The unit of length that the header names; nil when it names none.
    let unit: DrawingUnit?
    private let file: InputFile

    /// Whether the file's name says that it is a drawing.
    static func isDrawing(_ file: InputFile) -> Bool { file.fileExtension == "dxf" }

    /// - Throws: `notReadable`; `unknownFormat` for a binary drawing; `damaged` where the pairs of lines that
    ///   make a drawing break off or do not begin with a number, and for blocks that unfold beyond all measure.
    init(_ file: InputFile) throws(VectorFileError) {
        self.file = file
        let bytes = try file.contents()
        guard !bytes.starts(with: Array("AutoCAD Binary DXF".utf8)) else {
            throw VectorFileError(
                problem: .unknownFormat, path: file.path,
                detail: "a binary drawing; save it as DXF in ASCII")
        }
        var survey = DrawingSurvey()
        do { try survey.run(bytes) } catch {
            throw VectorFileError(
                problem: .damaged, path: file.path, place: "line \(error.line)", detail: error.reason)
        }
        guard survey.blocks.pieces <= DrawingBlocks.mostPieces else {
            throw VectorFileError(
                problem: .damaged, path: file.path, place: "blocks",
                detail:
                    "they unfold to more than \(DrawingBlocks.mostPieces) pieces; save the layers needed alone"
            )
        }
        encoding = Self.encoding(of: bytes, codePage: survey.codePage)
        unit = survey.unitCode.flatMap { DrawingUnit(code: $0) }
        unread = survey.unread.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// UTF-8 where all bytes are that, as in drawings since 2007; else a code page of the header that is not
    /// Chinese; else GB18030, which Chinese code pages are part of.
    private static func encoding(of bytes: [UInt8], codePage: String?) -> String {
        if String(validating: bytes, as: UTF8.self) != nil { return TextEncoding.utf8.rawValue }
        let number = (codePage ?? "").uppercased().split(separator: "_").last.map { String($0) } ?? ""
        let isNamed = codePage?.uppercased().hasPrefix("ANSI_") == true && Int(number) != nil
        return isNamed && number != "936" ? "CP\(number)" : TextEncoding.gb18030.rawValue
    }

    /// Runs `body`, which opens the drawing, with GDAL told what its texts are stored in.
    func opening<Result>(
        _ body: () throws(VectorFileError) -> Result
    ) throws(VectorFileError) -> Result {
        CPLSetThreadLocalConfigOption("DXF_ENCODING", encoding)
        defer { CPLSetThreadLocalConfigOption("DXF_ENCODING", nil) }
        return try body()
    }

    /// What GDAL made of the drawing's entities, or those of the drawing's layer called `wanted`.
    ///
    /// What is drawn in paper space lies on a sheet and not on the ground: it comes without a shape.
    /// - Throws: `noSuchLayer`; `severalLayers` when none is named and there are several.
    func table(
        _ entities: FeatureTable, _ source: VectorSource, _ messages: GDALMessages
    ) throws(VectorFileError) -> FeatureTable {
        let layers = DrawingLayers(entities)
        let chosen = try choose(source.layer, from: layers.names)
        for (kind, count) in unread { messages.note("\(count) × \(kind) cannot be read and are left out") }
        let scaling = DrawingScaling(declared: source.drawingUnit, header: unit)
        let (features, scale) = scaling.scaled(layers.features(of: chosen))
        return FeatureTable(
            source: source, driver: entities.driver, layer: chosen ?? entities.layer,
            fields: entities.fields, features: features, reference: .none,
            textEncoding: encoding, notes: messages.notes, scale: scale)
    }

    /// Nil for all layers.
    private func choose(_ wanted: String?, from names: [String]) throws(VectorFileError) -> String? {
        let list = names.joined(separator: ", ")
        guard let wanted else {
            guard names.count > 1 else { return names.first }
            throw VectorFileError(
                problem: .severalLayers(available: names + [DrawingLayers.all]), path: file.path,
                detail: "\(DrawingLayers.all) takes them all")
        }
        if names.contains(wanted) { return wanted }
        if wanted == DrawingLayers.all { return nil }
        throw VectorFileError(
            problem: .noSuchLayer(available: names), path: file.path, place: "layer \(wanted)",
            detail: "the drawing has: \(list); \(DrawingLayers.all) takes them all")
    }
}

/// Everything read from one layer.
public struct FeatureTable: Sendable {
    /// What was asked for.
    public let source: VectorSource
    /// GDAL's short name of the format, such as `GPKG`; `CSV` for delimited text.
    public let driver: String
    /// The name of the layer that was read.
    public let layer: String
    /// The names of the attributes, in file order.
    public let fields: [String]
    /// The features in file order, those without a usable shape included.
    public private(set) var features: Features
    /// How many features the layer has, those that a filter left out included.
    public let total: Int
    /// What the layer says about its coordinate system.
    public let reference: LayerReference
    /// The encoding the attributes were stored in, such as `UTF-8` or `GB18030`.
    public let textEncoding: String
    /// What is worth telling about the reading, GDAL's warnings included; each once.
    public let notes: [String]
    /// How the positions of a drawing were turned into metres; nil when they were metres, or nobody says what they
    /// were.
    public let scale: DrawingScale?
    /// The column of CSV or a sheet that both coordinates were read from; nil when there was none such.
    public let coordinateColumn: String?

    /// A table from its parts, for what is not read by `FeatureReader`.
    public init(
        source: VectorSource, driver: String, layer: String, fields: [String], features: [Feature],
        reference: LayerReference, textEncoding: String = "UTF-8", notes: [String] = [],
        scale: DrawingScale? = nil, coordinateColumn: String? = nil
    ) {
        self.init(
            source: source, driver: driver, layer: layer, fields: fields, features: Features(features),
            reference: reference, textEncoding: textEncoding, notes: notes, scale: scale,
            coordinateColumn: coordinateColumn)
    }

    /// A table of `rows`.
    public init(
        source: VectorSource, driver: String, layer: String, rows: TextRows, reference: LayerReference
    ) {
        self.init(
            source: source, driver: driver, layer: layer, fields: rows.fields, features: rows.features,
            reference: reference)
    }

    init(
        source: VectorSource, driver: String, layer: String, fields: [String], features: Features,
        reference: LayerReference, textEncoding: String = "UTF-8", notes: [String] = [],
        scale: DrawingScale? = nil, coordinateColumn: String? = nil, total: Int? = nil
    ) {
        self.total = total ?? features.count
        self.source = source
        self.driver = driver
        self.layer = layer
        self.fields = fields
        self.features = features
        self.reference = reference
        self.textEncoding = textEncoding
        self.notes = notes
        self.scale = scale
        self.coordinateColumn = coordinateColumn
    }

    /// Lets go of all shapes, for who has made others of them and needs the attributes only.
    public mutating func dropShapes() {
        features.dropShapes()
    }

    /// The place of the attribute called `name`: an exact match first, else the first that differs in case
    /// alone; nil when there is none.
    public func fieldIndex(_ name: String) -> Int? {
        fields.firstIndex(of: name)
            ?? fields.firstIndex { $0.lowercased() == name.lowercased() }
    }
}

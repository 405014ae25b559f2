/// A file to read features from, and which part of it.
public struct VectorSource: Hashable, Sendable {
    /// The path of the file, or of a `.gdb` folder; relative to the working directory or absolute.
    public var path: String
    /// The layer or sheet to read; nil for the only one with shapes, or the only sheet with content.
    public var layer: String?
    /// The column of CSV or a sheet with easting or longitude; nil to find it by its name.
    public var xField: String?
    /// The column of CSV or a sheet with northing or latitude; nil to find it by its name.
    public var yField: String?

    /// A source; columns are for CSV and sheets alone and an error for other formats.
    public init(path: String, layer: String? = nil, xField: String? = nil, yField: String? = nil) {
        self.path = path
        self.layer = layer
        self.xField = xField
        self.yField = yField
    }
}

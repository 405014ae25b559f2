/// Where to read features from, and which part of it: a file, or a table of a PostGIS database.
public struct VectorSource: Hashable, Sendable {
    /// The path of the file, or of a `.gdb` folder, relative to the working directory or absolute; or the address
    /// of a database beginning with `PG:`, in which `***` stands for the password.
    public let path: String
    /// The layer or sheet to read; nil for the only one with shapes, or the only sheet with content.
    public var layer: String?
    /// The column of CSV or a sheet with easting or longitude; nil to find it by its name.
    public var xField: String?
    /// The column of CSV or a sheet with northing or latitude; nil to find it by its name.
    public var yField: String?
    /// What one unit of a drawing is; nil to go by the drawing's header, and by metres where that says nothing.
    public var drawingUnit: DrawingUnit?
    /// The password of a database, kept out of whatever names the source.
    private let password: String?

    /// A source; columns are for CSV and sheets alone and an error for other formats.
    ///
    /// An address that makes no sense is not shown, since a password may be in it.
    public init(
        path: String, layer: String? = nil, xField: String? = nil, yField: String? = nil,
        drawingUnit: DrawingUnit? = nil
    ) {
        let isAddress = DatabaseAddress.isAddress(path)
        let address = isAddress ? DatabaseAddress(path) : nil
        self.path = isAddress ? address?.masked ?? DatabaseAddress.prefix + "***" : path
        self.layer = layer
        self.xField = xField
        self.yField = yField
        self.drawingUnit = drawingUnit
        password = address?.password
    }

    /// Whether this is a database and no file.
    public var isDatabase: Bool { DatabaseAddress.isAddress(path) }

    /// The address with the password in it; nil when it makes no sense.
    var address: DatabaseAddress? {
        var address = DatabaseAddress(path)
        address?.password = password
        return address
    }
}

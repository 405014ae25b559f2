/// Formats that results are written in beside GeoJSON, CSV and JSON.
public enum ResultFormat: String, CaseIterable, Sendable {
    /// One GeoPackage with every layer and its style.
    case geoPackage = "gpkg"
    /// One workbook with a sheet for each table.
    case workbook = "xlsx"
    /// A workbook with the long table of every block and requirement.
    case accessWorkbook = "xlsx-access"
    /// A Shapefile in GB18030 with the verdicts under every requirement joined to each block.
    case shapefile = "shp"

    /// Those that are written when nobody says otherwise.
    public static let usual: [ResultFormat] = [.geoPackage, .workbook]

    /// The names of its files in the folder of results.
    var fileNames: [String] {
        switch self {
        case .geoPackage: ["results.gpkg"]
        case .workbook: ["results.xlsx"]
        case .accessWorkbook: ["access.xlsx"]
        case .shapefile: ResultShapefile.fileNames
        }
    }
}

import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

/// The `.prj` files that GIS programs in China write beside shapefiles.
@Suite struct ProjectionFileTests {
    private static let china = """
        GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",\
        SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
        """
    private static let xian = """
        GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],\
        PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
        """
    private static let beijing = """
        GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],\
        PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
        """

    private static func plane(_ name: String, _ base: String, easting: Double, meridian: Double) -> String {
        """
        PROJCS["\(name)",\(base),PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",\(easting)],\
        PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",\(meridian)],PARAMETER["Scale_Factor",1.0],\
        PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """
    }

    private func reference(_ text: String) throws -> LayerReference {
        let folder = try TemporaryFolder()
        var layer = MadeLayer.points("ESRI Shapefile", count: 1)
        layer.epsg = nil
        try layer.write(to: folder.file("s.shp"))
        try folder.write("s.prj", text)
        return try FeatureReader.read(VectorSource(path: folder.file("s.shp"))).reference
    }

    @Test(
        "each is taken for the system of the registry that it is",
        arguments: [
            (china, "EPSG:4490"), (xian, "EPSG:4610"), (beijing, "EPSG:4214"),
            (plane("CGCS2000_3_Degree_GK_CM_120E", china, easting: 500_000, meridian: 120), "EPSG:4549"),
            (plane("CGCS2000_3_Degree_GK_Zone_40", china, easting: 40_500_000, meridian: 120), "EPSG:4528"),
            (plane("CGCS2000_3_Degree_GK_CM_105E", china, easting: 500_000, meridian: 105), "EPSG:4544"),
            (plane("Xian_1980_3_Degree_GK_CM_120E", xian, easting: 500_000, meridian: 120), "EPSG:2385"),
            (plane("Xian_1980_3_Degree_GK_Zone_40", xian, easting: 40_500_000, meridian: 120), "EPSG:2364"),
            (
                plane("Beijing_1954_3_Degree_GK_CM_120E", beijing, easting: 500_000, meridian: 120),
                "EPSG:2437"
            ),
            (
                plane("Beijing_1954_3_Degree_GK_Zone_40", beijing, easting: 40_500_000, meridian: 120),
                "EPSG:2416"
            ),
        ])
    func registered(text: String, code: String) throws {
        #expect(try reference(text) == .declared(code, isGeographic: text.hasPrefix("GEOGCS")))
    }

    @Test("a city's own meridian under a name of the registry stays what its numbers say")
    func ownMeridian() throws {
        let text = Self.plane(
            "CGCS2000_3_Degree_GK_CM_120E", Self.china, easting: 500_000, meridian: 120.583333)
        guard case .declared(let definition, false) = try reference(text) else { return #expect(Bool(false)) }
        #expect(!definition.hasPrefix("EPSG:") && definition.contains("120.583333"))
    }
}

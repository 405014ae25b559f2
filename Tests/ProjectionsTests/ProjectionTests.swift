import Foundation
import Geometry
import Testing

@testable import Projections

@Suite("Coordinate systems")
struct CoordinateReferenceSystemTests {
    @Test(
        "systems are understood in every notation",
        arguments: [
            ("EPSG:4326", "WGS 84", true, 0.0),
            ("epsg:4490", "China Geodetic Coordinate System 2000", true, 0),
            (" EPSG:4547\n", "CGCS2000 / 3-degree Gauss-Kruger CM 114E", false, 1),
            ("urn:ogc:def:crs:EPSG::32650", "WGS 84 / UTM zone 50N", false, 1),
            ("OGC:CRS84", "WGS 84 (CRS84)", true, 0),
            ("ESRI:102025", "Asia_North_Albers_Equal_Area_Conic", false, 1),
            ("+proj=utm +zone=50 +datum=WGS84 +units=m", "unknown", false, 1),
            ("+proj=utm +zone=50 +datum=WGS84 +units=us-ft +type=crs", "unknown", false, 0.304800609601219),
            ("EPSG:2263", "NAD83 / New York Long Island (ftUS)", false, 0.304800609601219),
        ])
    func notations(definition: String, name: String, isGeographic: Bool, metres: Double) throws {
        let system = try CoordinateReferenceSystem(definition)
        #expect(system.name == name)
        #expect(system.isGeographic == isGeographic)
        #expect(system.isProjected == !isGeographic)
        #expect(abs(system.metresPerUnit - metres) < 1e-12)
    }

    static let esri = """
        PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",\
        DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
        UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],\
        PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],\
        PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """

    @Test("ESRI's WKT is understood and the same plane as its code")
    func esriText() throws {
        let system = try CoordinateReferenceSystem(Self.esri)
        #expect(system.isProjected)
        try system.requireMetres()
        var positions = [Position(120.6, 31.3)]
        var other = positions
        #expect(try Transformation(from: .wgs84, to: system).apply(to: &positions) == 0)
        #expect(
            try Transformation(from: .wgs84, to: CoordinateReferenceSystem("EPSG:4549")).apply(to: &other)
                == 0)
        #expect(positions[0].distance(to: other[0]) < 1e-6)
    }

    @Test(
        "what is no system of the plane is refused",
        arguments: [
            ("", ProjectionError.Problem.unknownSystem), ("EPSG:999999", .unknownSystem),
            ("WGS 84", .unknownSystem), ("nonsense", .unknownSystem), ("+proj=nonsense", .unknownSystem),
            ("PROJCS[\"broken\"", .unknownSystem), ("EPSG:4978", .unsuitableSystem),
            ("EPSG:5737", .unsuitableSystem),
        ])
    func refused(definition: String, problem: ProjectionError.Problem) {
        let error = #expect(throws: ProjectionError.self) { try CoordinateReferenceSystem(definition) }
        #expect(error?.problem == problem)
        #expect(error?.detail.isEmpty == false)
    }

    @Test("planes must be in metres")
    func metres() throws {
        let feet = try CoordinateReferenceSystem("EPSG:2263")
        for system in [feet, .wgs84] {
            let error = #expect(throws: ProjectionError.self) { try system.requireMetres() }
            #expect(error?.problem == .notMetres)
        }
        #expect(try CoordinateReferenceSystem("EPSG:4326") == .wgs84)
    }
}

@Suite("Transformations")
struct TransformationTests {
    /// The transverse Mercator projection of the CGCS2000 ellipsoid by Krüger's series, to a millimetre within
    /// three degrees of the central meridian.
    private func krueger(_ longitude: Double, _ latitude: Double, centralMeridian: Double) -> Position {
        let a = 6_378_137.0
        let f = 1 / 298.257222101
        let n = f / (2 - f)
        let e = (f * (2 - f)).squareRoot()
        let mean = a / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)
        let alphas = [
            n / 2 - 2 / 3 * n * n + 5 / 16 * n * n * n, 13 / 48 * n * n - 3 / 5 * n * n * n,
            61 / 240 * n * n * n,
        ]
        let phi = latitude * .pi / 180
        let lambda = (longitude - centralMeridian) * .pi / 180
        let t = sinh(atanh(sin(phi)) - e * atanh(e * sin(phi)))
        let xi = atan2(t, cos(lambda))
        let eta = atanh(sin(lambda) / (1 + t * t).squareRoot())
        var position = Position(eta, xi)
        for (index, alpha) in alphas.enumerated() {
            let k = Double(2 * (index + 1))
            position.x += alpha * cos(k * xi) * sinh(k * eta)
            position.y += alpha * sin(k * xi) * cosh(k * eta)
        }
        return Position(500_000 + mean * position.x, mean * position.y)
    }

    @Test("Gauss-Krüger agrees with the series, easting first")
    func series() throws {
        let system = try CoordinateReferenceSystem("EPSG:4549")
        let geographic = try CoordinateReferenceSystem("EPSG:4490")
        let transformation = try Transformation(from: geographic, to: system)
        for latitude in stride(from: 5.0, through: 53, by: 6) {
            for longitude in stride(from: 118.5, through: 121.5, by: 0.5) {
                var positions = [Position(longitude, latitude)]
                #expect(transformation.apply(to: &positions) == 0)
                let expected = krueger(longitude, latitude, centralMeridian: 120)
                #expect(positions[0].distance(to: expected) < 0.001)
            }
        }
    }

    @Test("there and back is the same place")
    func roundTrip() throws {
        for code in ["EPSG:4549", "EPSG:4528", "EPSG:32650", "EPSG:3857", "EPSG:2437", "EPSG:2385"] {
            let system = try CoordinateReferenceSystem(code)
            let start = (0..<1000).map { Position(119 + Double($0) / 500, 30 + Double($0 % 40) / 20) }
            var positions = start
            #expect(try Transformation(from: .wgs84, to: system).apply(to: &positions) == 0)
            #expect(try Transformation(from: system, to: .wgs84).apply(to: &positions) == 0)
            for (a, b) in zip(start, positions) { #expect(a.distance(to: b) < 1e-8) }
        }
    }

    @Test("neighbours stay neighbours: no datum shift begins within a system")
    func continuity() throws {
        for code in ["EPSG:2437", "EPSG:2385", "EPSG:4549"] {
            let transformation = try Transformation(from: .wgs84, to: CoordinateReferenceSystem(code))
            // Across 31.23 N, where PROJ by itself changes the operation for Beijing 1954.
            var positions = (0...1000).map { Position(120.5, 31.2 + Double($0) * 0.00006) }
            #expect(transformation.apply(to: &positions) == 0)
            for (a, b) in zip(positions, positions.dropFirst()) {
                #expect(abs(a.distance(to: b) - 6.65) < 0.05)
            }
        }
    }

    @Test("a known datum shift is applied where it covers the whole system")
    func datumShift() throws {
        // The seven parameters the Ordnance Survey publishes for the British grid.
        let written = try CoordinateReferenceSystem(
            """
            +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy \
            +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m
            """)
        #expect(written.isProjected && written.metresPerUnit == 1)
        var expected = [Position(-0.1275, 51.507222), Position(-3.5, 57)]
        var positions = expected
        #expect(try Transformation(from: .wgs84, to: written).apply(to: &expected) == 0)
        #expect(
            try Transformation(from: .wgs84, to: CoordinateReferenceSystem("EPSG:27700")).apply(
                to: &positions) == 0)
        for (a, b) in zip(positions, expected) { #expect(a.distance(to: b) < 0.01) }
    }

    @Test("a place that cannot be moved is NaN, and its neighbours are not")
    func lost() throws {
        let transformation = try Transformation(from: .wgs84, to: CoordinateReferenceSystem("EPSG:32650"))
        let good = Position(117, 31)
        let bad = [
            Position(.nan, 31), Position(117, .infinity), Position(117, 95), Position(-.infinity, 0),
        ]
        for position in bad {
            var positions = [good, position, good]
            #expect(transformation.apply(to: &positions) == 1, "\(position)")
            #expect(positions[1].x.isNaN && positions[1].y.isNaN)
            #expect(positions[0].isFinite && positions[0] == positions[2])
        }
        var none: [Position] = []
        #expect(transformation.apply(to: &none) == 0)
    }

    @Test("equivalent systems change no bit")
    func identity() throws {
        let pairs = [("EPSG:4326", "OGC:CRS84"), ("EPSG:4326", "EPSG:4326"), ("EPSG:4549", "EPSG:4549")]
        for (from, to) in pairs {
            let transformation = try Transformation(
                from: CoordinateReferenceSystem(from), to: CoordinateReferenceSystem(to))
            var positions = [Position(120.1, 31.3), Position(.nan, 0)]
            #expect(transformation.apply(to: &positions) == 1)
            #expect(positions[0] == Position(120.1, 31.3))
        }
    }
}

@Suite("The local plane")
struct LocalPlaneTests {
    @Test(
        "China has three-degree zones and the rest of the world UTM",
        arguments: [
            (73.5, 39.0, 4534), (75, 39, 4534), (76.49, 39, 4534), (76.5, 39, 4535), (116.4, 39.9, 4548),
            (120.6, 31.3, 4549), (121.5, 31.2, 4550), (135.1, 48.3, 4554), (120, 3.8, 4549),
            (120, 53.6, 4549),
            (73.4, 39, 32643), (135.2, 48, 32653), (120, 3.7, 32651), (120, 53.7, 32651), (0, 51.5, 32631),
            (-0.1, 51.5, 32630), (151.2, -33.9, 32756), (180, 10, 32601), (-180, 10, 32601),
            (179.99, 0, 32660),
            (476.4, 39.9, 4548), (5, 60, 32631),
        ])
    func zones(longitude: Double, latitude: Double, code: Int) {
        #expect(LocalPlane.definition(longitude: longitude, latitude: latitude) == "EPSG:\(code)")
    }

    @Test("every zone exists, is in metres and has its central meridian at 500 km")
    func exist() throws {
        for zone in 25...45 {
            let meridian = Double(zone * 3)
            let definition = LocalPlane.definition(longitude: meridian, latitude: 35)
            let system = try CoordinateReferenceSystem(definition)
            try system.requireMetres()
            #expect(system.name == "CGCS2000 / 3-degree Gauss-Kruger CM \(zone * 3)E")
            var positions = [Position(meridian, 35)]
            #expect(try Transformation(from: .wgs84, to: system).apply(to: &positions) == 0)
            #expect(abs(positions[0].x - 500_000) < 1e-6)
        }
    }
}

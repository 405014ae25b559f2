import Geometry
import Projections
import Testing

@Suite("Scale of lengths")
struct LengthScaleTests {
    private let suzhou = Position(120.6, 31.3)

    @Test("A three-degree zone is right to a part in two thousand over its width")
    func zone() throws {
        let plane = try CoordinateReferenceSystem("EPSG:4549")
        for longitude in [118.5, 119, 120, 121, 121.5] {
            let scale = try LengthScale(of: plane, at: Position(longitude, 31.3))
            #expect(abs(scale.furthest - 1) < 0.0005, "\(longitude): \(scale)")
        }
    }

    @Test("Web Mercator stretches by one over the cosine of the latitude, the ellipsoid apart")
    func mercator() throws {
        let scale = try LengthScale(of: CoordinateReferenceSystem("EPSG:3857"), at: suzhou)
        // 1 / cos 31.3° = 1.1703; the spherical formula on an ellipsoid is off by up to its flattening, 0.7 %.
        #expect(abs(scale.east - 1.1703) < 0.008 && abs(scale.north - 1.1703) < 0.008)
    }
}

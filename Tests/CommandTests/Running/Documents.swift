/// `summary.json`, as far as tests read it.
struct SummaryDocument: Decodable {
    struct Shares: Decodable {
        let met, marginal, undersized, gap, not_assessable, assessed: Double
        let share, lenient_share: Double?

        var total: Double { met + marginal + undersized + gap + not_assessable }
    }
    struct Requirement: Decodable {
        let requirement_id: String
        let strict_m, lenient_m: Double
        let blocks, population, land_m2: Shares
    }
    struct Layer: Decodable {
        let layer: String
        let read, used, excluded: Int
    }
    struct Input: Decodable {
        let blocks: Int
        let population: Double
        let layers: [Layer]
    }
    struct Method: Decodable {
        struct Walker: Decodable { let speed_m_per_s: Double }
        let measure: String
        let walker: Walker
    }
    struct Findings: Decodable {
        let info, warning, error: Int
        let by_code: [String: Int]
    }
    struct Unit: Decodable {
        struct Requirement: Decodable { let blocks, population: Shares }
        let blocks, population: Double
        let requirements: [Requirement]
    }

    let input: Input
    let method: Method
    let requirements: [Requirement]
    let units: [Unit]
    let findings: Findings
}

/// A GeoJSON file of points and polygons.
struct GeoJSONDocument: Decodable {
    struct Feature: Decodable {
        let type: String
        let geometry: Geometry
        let properties: Properties
    }
    /// The properties that tests read, of any of the files.
    struct Properties: Decodable {
        let id, block_id, requirement_id, verdict, reason, unit, gap_kinds, kind, title, title_en: String?
        let block_name, facility_name: String?
        let population, distance_m, straight_m: Double?
        let met, marginal, undersized, gaps, not_assessable: Int?
    }
    struct Geometry: Decodable {
        /// Rings by polygon; points have none.
        let polygons: [[[[Double]]]]
        let positions: [[Double]]

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Keys.self)
            switch try values.decode(String.self, forKey: .type) {
            case "Point":
                polygons = []
                positions = [try values.decode([Double].self, forKey: .coordinates)]
            case "MultiPoint":
                polygons = []
                positions = try values.decode([[Double]].self, forKey: .coordinates)
            case "Polygon":
                polygons = [try values.decode([[[Double]]].self, forKey: .coordinates)]
                positions = polygons.flatMap { $0.flatMap { $0 } }
            default:
                polygons = try values.decode([[[[Double]]]].self, forKey: .coordinates)
                positions = polygons.flatMap { $0.flatMap { $0 } }
            }
        }

        private enum Keys: String, CodingKey { case type, coordinates }
    }

    let type: String
    let features: [Feature]
}

/// Twice the signed area of a closed ring in its own units: positive when it runs counter-clockwise.
func doubleArea(of ring: [[Double]]) -> Double {
    let (x, y) = (ring[0][0], ring[0][1])
    return zip(ring, ring.dropFirst()).reduce(0) { sum, side in
        sum + (side.0[0] - x) * (side.1[1] - y) - (side.1[0] - x) * (side.0[1] - y)
    }
}

import FileFixtures

/// A city of square blocks 200 m apart, with a street on each of their sides.
struct GridOfBlocks {
    let side: Int

    private func place(_ x: Double, _ y: Double) -> String { "[\(120.5 + x * 0.0021),\(31.2 + y * 0.0018)]" }

    private func feature(_ number: Int, _ more: String, _ type: String, _ coordinates: String) -> String {
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"\(number)\"\(more)},"
            + "\"geometry\":{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}}"
    }

    private func layer(_ features: [String]) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[" + features.joined(separator: ",") + "]}"
    }

    private var cells: [(number: Int, x: Double, y: Double)] {
        (0..<side * side).map { ($0, Double($0 % side), Double($0 / side)) }
    }

    private var blocks: [String] {
        cells.map { number, x, y in
            let corners = [(0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9), (0.1, 0.1)]
            let ring = corners.map { place(x + $0.0, y + $0.1) }.joined(separator: ",")
            return feature(number, ",\"population\":\(100 + number % 7)", "Polygon", "[[\(ring)]]")
        }
    }

    private var streets: [String] {
        let places = (0...side).map(Double.init)
        let across = places.map { y in places.map { place($0, y) } }
        let along = places.map { x in places.map { place(x, $0) } }
        return (across + along).enumerated().map {
            feature($0, "", "LineString", "[" + $1.joined(separator: ",") + "]")
        }
    }

    private var facilities: [String] {
        cells.filter { $0.number % 31 == 0 }.map {
            feature($0.number, ",\"kind\":\"幼儿园\"", "Point", place($0.x, $0.y + 0.5))
        }
    }

    func write(to folder: TemporaryFolder) throws {
        try folder.write("blocks.geojson", layer(blocks))
        try folder.write("ways.geojson", layer(streets))
        try folder.write("facilities.geojson", layer(facilities))
        try folder.write(
            "lifecircle.yaml",
            """
            name: grid
            standard: suzhou-2021
            crs: EPSG:4549
            blocks: {source: blocks.geojson, id: id, population: population}
            facilities:
              - {source: facilities.geojson, id: id, kind: kind}
            network: {source: ways.geojson}
            surveyed: [幼儿园]
            output: results

            """)
    }
}

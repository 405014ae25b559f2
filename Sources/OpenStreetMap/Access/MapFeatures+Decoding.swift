internal import StrictYAML

extension MapFeatures {
    /// The table that comes with the program.
    static let bundled: MapFeatures = {
        let text = String(decoding: PackageResources.map_features_yaml, as: UTF8.self)
        do {
            return try MapFeatures(text: text, file: "map-features.yaml")
        } catch {
            preconditionFailure("the bundled table is broken: \(error)")
        }
    }()

    /// - Throws: `YAMLError` for what is not a table of map features.
    init(text: String, file: String) throws(YAMLError) {
        let root = try YAMLNode(parsing: text, file: file).mapping(keys: [
            "places", "buildings", "residential_land", "barriers", "crossed_over", "not_crossed_over",
        ])
        places = try Self.rows(root.required("places"))
        buildings = try Self.rows(root.required("buildings"))
        residentialLand = try Self.rows(root.required("residential_land"))
        barriers = try Self.barrierRows(root.required("barriers"))
        crossedOver = try TagCondition(root.required("crossed_over"))
        notCrossedOver = try TagCondition(root.required("not_crossed_over"))
    }

    private static func rows(_ node: YAMLNode) throws(YAMLError) -> [Row] {
        var rows: [Row] = []
        for node in try node.sequence() { rows.append(try Row(node.mapping(keys: ["key", "values"]))) }
        return rows
    }

    private static func barrierRows(_ node: YAMLNode) throws(YAMLError) -> [BarrierRow] {
        var rows: [BarrierRow] = []
        for node in try node.sequence() {
            let mapping = try node.mapping(keys: ["kind", "key", "values"])
            let name = try mapping.required("kind").oneOf(OSMBarrier.Kind.allCases.map(\.rawValue))
            guard let kind = OSMBarrier.Kind(rawValue: name) else { continue }
            rows.append(BarrierRow(kind: kind, row: try Row(mapping)))
        }
        return rows
    }
}

extension MapFeatures.Row {
    fileprivate init(_ mapping: YAMLMapping) throws(YAMLError) {
        key = try mapping.required("key").string()
        values = try TagCondition.Allowed(mapping.required("values"))
    }
}

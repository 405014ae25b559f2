import Geometry
import OpenStreetMap
import Standards
import VectorFiles

/// One role's part of an OSM extract as the table that any other file would give.
struct ExtractTable {
    let extract: OSMExtract
    var source: VectorSource

    /// What a role takes from an extract; nil for roles that it has nothing for.
    func table(for role: String) throws(VectorFileError) -> FeatureTable? {
        switch role {
        case "network": try table("ways", ways)
        case "facilities": try table("places", places)
        case "blocks": try blocks()
        case "entrances": try table("entrances", entrances)
        case "barriers": try table("barriers", barriers)
        case KeptLayer.entrances: try table("entrances", doorways)
        default: nil
        }
    }

    /// The parts of an extract that a role needs.
    static func parts(for role: String) -> OSMExtract.Parts {
        switch role {
        case "network": .ways
        case "facilities": .places
        case "blocks": .homes
        case "entrances", KeptLayer.entrances: .doors
        case "barriers": .barriers
        default: []
        }
    }

    private func table(_ layer: String, _ rows: TextRows) throws(VectorFileError) -> FeatureTable {
        if let wanted = source.layer, wanted != layer {
            throw VectorFileError(
                problem: .noSuchLayer(available: [layer]), path: source.path, detail: wanted)
        }
        return FeatureTable(
            source: source, driver: "OSM", layer: layer, rows: rows,
            reference: .declared("EPSG:4326", isGeographic: true))
    }

    private var ways: TextRows {
        var rows = TextRows(fields: [
            "id", "highway", "name", "layer", "bridge", "tunnel", "access", "course",
        ])
        let shown = ["highway", "name", "layer", "bridge", "tunnel"]
        for way in extract.ways {
            guard let line = try? LineString(way.positions) else { continue }
            rows.append(
                .lineString(line),
                [way.piece == 0 ? way.id.description : "\(way.id)#\(way.piece)"]
                    + way.tags.values(of: shown)
                    + [way.isPrivate ? "private" : nil, way.course == .line ? nil : way.course.rawValue])
        }
        return rows
    }

    /// Places with the tags that tell kinds apart; a line, such as a platform, is where its middle is.
    private var places: TextRows {
        let keys = PlaceClassifier.osm.keys.subtracting(["id", "name"]).sorted()
        var rows = TextRows(fields: ["id", "name"] + keys)
        for place in extract.places {
            rows.append(
                ExtractTable.pointed(place.shape),
                [place.id.description, place.tags["name:zh"] ?? place.tags["name"]]
                    + keys.map { place.tags[$0] })
        }
        return rows
    }

    private static func pointed(_ shape: Shape) -> Shape {
        guard case .lineString(let line) = shape else { return shape }
        return .point(line.positions[line.positions.count / 2])
    }

    /// Residential land where the map has any, else residential buildings.
    private func blocks() throws(VectorFileError) -> FeatureTable {
        let layers = ["residential_land", "residential_buildings"]
        let chosen = source.layer ?? layers[extract.residentialLand.isEmpty ? 1 : 0]
        guard layers.contains(chosen) else {
            throw VectorFileError(problem: .noSuchLayer(available: layers), path: source.path, detail: chosen)
        }
        var rows = TextRows(fields: ["id", "name", "population", "gated"])
        for place in chosen == layers[0] ? extract.residentialLand : extract.buildings
        where !place.shape.polygons.isEmpty {
            rows.append(
                place.shape,
                [
                    place.id.description, place.tags["name:zh"] ?? place.tags["name"],
                    place.tags["population"],
                    ExtractTable.isGated(place.tags) ? "yes" : nil,
                ])
        }
        var own = self
        own.source.layer = chosen
        return try own.table(chosen, rows)
    }

    /// Land behind a wall of its own, or private, is gated; of other land the map does not say.
    private static func isGated(_ tags: OSMTags) -> Bool {
        let walls = ["wall", "fence", "city_wall", "hedge"]
        return tags["barrier"].map(walls.contains) ?? false
            || tags["access"].map(["private", "residents", "permit"].contains) ?? false
    }

    /// Doors and gates that residents get through; which block they belong to the map does not say.
    private var entrances: TextRows {
        var rows = TextRows(fields: ["id", "entrance"])
        for entrance in extract.entrances where entrance.passage.lets {
            rows.append(.point(entrance.position), ["node/\(entrance.node)", entrance.value])
        }
        for gate in extract.gates where gate.passage.lets {
            rows.append(.point(gate.position), ["node/\(gate.node)", gate.value])
        }
        return rows
    }

    /// Doors and gates with who gets through them.
    private var doorways: TextRows {
        var rows = TextRows(fields: ["id", "kind", "passage"])
        for entrance in extract.entrances {
            rows.append(
                .point(entrance.position),
                ["node/\(entrance.node)", "entrance=\(entrance.value)", entrance.passage.word])
        }
        for gate in extract.gates {
            rows.append(
                .point(gate.position), ["node/\(gate.node)", "barrier=\(gate.value)", gate.passage.word])
        }
        return rows
    }

    private var barriers: TextRows {
        var rows = TextRows(fields: ["id", "barrier"])
        for barrier in extract.barriers {
            rows.append(.lineString(barrier.line), [barrier.id.description, barrier.kind.rawValue])
        }
        return rows
    }
}

extension NodePassage {
    /// Who gets through, in a word.
    fileprivate var word: String {
        switch self {
        case .open: "open"
        case .privateOnly: "private"
        case .closed: "closed"
        }
    }

    /// Whether somebody gets through.
    fileprivate var lets: Bool {
        if case .closed = self { false } else { true }
    }
}

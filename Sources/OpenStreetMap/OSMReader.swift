/// Reads OSM files: `.osm`, `.osm.gz`, `.osm.bz2` and `.osm.pbf`, told apart by their content.
public struct OSMReader: Sendable {
    /// Who may walk where.
    public var access: FootAccess

    /// A reader for one profile of foot access.
    public init(profile: FootProfile = .default) { access = FootAccess(profile: profile) }

    /// What the file at `path` tells about walking.
    ///
    /// The file is read three times, for relations, ways and nodes, so that memory is taken only for what is used;
    /// objects may stand in it in any order. Nodes and ways that are missing at the edge of an extract are no
    /// error: see `OSMExtract.edgeOfData` and the report.
    /// - Throws: `OSMReadError` for what is no file, no OSM data, or damaged so that reading cannot go on.
    public func read(_ path: String) throws(OSMReadError) -> OSMExtract {
        let file = try PlainFile(path)
        let features = MapFeatures.bundled
        let collector = RawCollector { [access] tags in
            access.access(ofWay: tags) != .notAWay || features.concern(tags)
        }
        let keys = Set(access.keys + features.keys).sorted()
        try collector.read(file, path: path, keys: keys)
        return extract(from: collector.extract, features)
    }

    private func extract(from raw: RawExtract, _ features: MapFeatures) -> OSMExtract {
        var collector = FeatureCollector(features: features, access: access, extract: OSMExtract())
        for node in raw.nodes { collector.add(node) }
        for way in raw.ways { collector.add(way) }
        for area in raw.areas { collector.add(area) }
        for broken in raw.brokenAreas { collector.add(broken) }
        var extract = collector.extract
        extract.report.nodesInFile = raw.nodesInFile
        extract.report.waysInFile = raw.waysInFile
        extract.report.relationsInFile = raw.relationsInFile
        WalkableLines(access: access, passages: passages(raw.nodes)).add(raw, to: &extract)
        extract.report.leftOut.sort { ($0.id, $0.reason.code) < ($1.id, $1.reason.code) }
        return extract
    }

    /// The nodes that not everybody gets through.
    private func passages(_ nodes: [RawExtract.Node]) -> [Int64: NodePassage] {
        var passages: [Int64: NodePassage] = [:]
        for node in nodes {
            let passage = access.passage(ofNode: node.tags)
            if passage != .open { passages[node.id] = passage }
        }
        return passages
    }
}

/// Reads OSM files: `.osm`, `.osm.gz`, `.osm.bz2` and `.osm.pbf`, told apart by their content.
public struct OSMReader: Sendable {
    /// Who may walk where.
    public var access: FootAccess
    /// What is asked for; the rest of an extract is left empty.
    public var parts: OSMExtract.Parts

    /// A reader for one profile of foot access.
    public init(profile: FootProfile = .default, parts: OSMExtract.Parts = .all) {
        access = FootAccess(profile: profile)
        self.parts = parts
    }

    /// What the file at `path` tells about walking.
    ///
    /// The file is read three times, for relations, ways and nodes, so that memory is taken only for what is used;
    /// objects may stand in it in any order. Nodes and ways that are missing at the edge of an extract are no
    /// error: see `OSMExtract.edgeOfData` and the report.
    /// - Throws: `OSMReadError` for what is no file, no OSM data, or damaged so that reading cannot go on.
    public func read(_ path: String) throws(OSMReadError) -> OSMExtract {
        let file = try PlainFile(path)
        let assembly = ExtractAssembly(access: access, sorter: FeatureSorter(.bundled), parts: parts)
        return try RawCollector(assembly).read(file, path: path)
    }
}

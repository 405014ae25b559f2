import OpenStreetMap
public import VectorFiles

/// The OpenStreetMap files of one run, each read once, however many layers come from it, and let go of part by part.
struct MapFiles {
    private let reader: OSMReader
    private var extracts: [String: OSMExtract] = [:]
    /// What is still to be asked for, by file.
    private var awaited: [String: [String]] = [:]

    /// - Parameter layers: What will be asked for, each once; nothing else is kept of a map.
    init(profile: FootProfile, layers: [(role: String, layer: LayerInput)]) {
        for (role, layer) in layers { awaited[layer.source.path, default: []].append(role) }
        reader = OSMReader(profile: profile, parts: Self.parts(for: layers.map(\.role)))
    }

    private static func parts(for roles: [String]) -> OSMExtract.Parts {
        roles.reduce(into: OSMExtract.Parts()) { $0.formUnion(ExtractTable.parts(for: $1)) }
    }

    /// The layer that a map gives for `role`; facilities are sorted by their tags.
    ///
    /// - Throws: `VectorFileError` when the file cannot be read or has no such layer.
    mutating func layer(_ role: String, _ input: LayerInput) throws(VectorFileError) -> RawLayer {
        let layer = try made(role, input)
        finish(role, input.source.path)
        return layer
    }

    /// Lets go of what no role asks for any more.
    private mutating func finish(_ role: String, _ path: String) {
        if let place = awaited[path]?.firstIndex(of: role) { awaited[path]?.remove(at: place) }
        extracts[path]?.keep(only: Self.parts(for: awaited[path] ?? []))
    }

    private mutating func made(_ role: String, _ input: LayerInput) throws(VectorFileError) -> RawLayer {
        let extract = try extract(input.source.path)
        guard let table = try ExtractTable(extract: extract, source: input.source).table(for: role) else {
            throw VectorFileError(
                problem: .noLayer, path: input.source.path, detail: "an OpenStreetMap file gives no \(role)")
        }
        var input = input
        if role == "facilities", input.columns[.kind] == nil { input.kinds = .osm }
        let notes = role == "network" ? MapNotes(extract: extract, path: input.source.path).findings : []
        let leftOut =
            role == "network"
            ? extract.report.leftOut.map { MapLeftOut(id: $0.id.description, reason: $0.reason.code) } : []
        return RawLayer(role: role, input: input, table: table, findings: notes, leftOut: leftOut)
    }

    private mutating func extract(_ path: String) throws(VectorFileError) -> OSMExtract {
        if let known = extracts[path] { return known }
        let extract: OSMExtract
        do { extract = try reader.read(path) } catch {
            throw VectorFileError(error)
        }
        extracts[path] = extract
        return extract
    }
}

extension VectorSource {
    /// Whether the file holds OpenStreetMap data, by its name.
    public var isMap: Bool {
        !isDatabase && [".osm", ".pbf", ".osm.gz", ".osm.bz2"].contains { path.lowercased().hasSuffix($0) }
    }
}

extension FeatureTable {
    /// What a file gives for a role, be it a map or any other vector file.
    ///
    /// - Parameter profile: Which ways of maps can be walked, by the profile's name; nil for the usual one.
    /// - Throws: `VectorFileError` when the file cannot be read or a map has nothing for the role.
    public static func read(
        _ source: VectorSource, for role: String, profile: String?
    ) throws(VectorFileError) -> FeatureTable {
        guard source.isMap else { return try FeatureReader.read(source) }
        var maps = MapFiles(
            profile: profile.flatMap { FootProfile(rawValue: $0) } ?? .default,
            layers: [(role, LayerInput(source))])
        return try maps.layer(role, LayerInput(source)).table
    }
}

extension StudyAreaInput {
    /// A study area that an OpenStreetMap file gives alone: residential land, or else buildings, as blocks.
    public init(map path: String) {
        let source = LayerInput(VectorSource(path: path))
        self.init()
        (blocks, entrances, network, barriers) = (source, source, source, source)
        facilities = [source]
    }
}

extension VectorFileError {
    /// What is wrong with an OSM file, in the words for all files.
    init(_ error: OSMReadError) {
        let problem: Problem =
            switch error.problem {
            case .missing: .missing
            case .notAFile: .notAFile
            case .notReadable: .notReadable
            case .notOSM: .unknownFormat
            case .damaged, .tooLarge: .damaged
            }
        self.init(problem: problem, path: error.path, detail: error.detail)
    }
}

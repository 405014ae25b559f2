internal import Geometry

/// Makes an extract of objects that come one after another, nodes before ways before areas, and keeps none of them.
final class ExtractAssembly {
    private let access: FootAccess
    private var features: FeatureCollector
    private var lines: StretchCollector
    /// The nodes that not everybody gets through.
    private var passages: [Int64: NodePassage] = [:]
    private let parts: OSMExtract.Parts

    init(access: FootAccess, sorter: FeatureSorter, parts: OSMExtract.Parts) {
        self.access = access
        self.parts = parts
        features = FeatureCollector(sorter: sorter, access: access, parts: parts)
        lines = StretchCollector(access: access)
    }

    /// Whether a node with these tags matters.
    func wantsNode(_ tags: OSMTags) -> Bool {
        FeatureCollector.hasDoor(tags) || features.sorter.concern(TagCodes(tags))
            || access.passage(ofNode: tags) != .open
    }

    /// Whether a way or multipolygon with these tags matters.
    func wantsWay(_ tags: OSMTags) -> Bool {
        let codes = TagCodes(tags)
        return features.sorter.concern(codes) || access.access(ofWay: tags, codes) != .notAWay
    }

    func add(_ node: RawExtract.Node) {
        features.add(node)
        let passage = access.passage(ofNode: node.tags)
        if passage != .open { passages[node.id] = passage }
    }

    func add(_ way: RawExtract.Way) {
        features.add(way)
        if parts.contains(.ways) { lines.add(way) }
    }

    func add(_ area: RawExtract.Area) {
        features.add(area)
        if parts.contains(.ways) { lines.add(area) }
    }

    func add(_ broken: RawExtract.BrokenArea) { features.add(broken) }

    /// What was asked for of all that came; nothing is left here.
    func finish() -> OSMExtract {
        var extract = features.extract
        features.extract = OSMExtract()
        WalkableLines(access: access, passages: passages).add(&lines, to: &extract)
        lines = StretchCollector(access: access)
        extract.report.leftOut.sort { ($0.id, $0.reason.code) < ($1.id, $1.reason.code) }
        return extract
    }
}

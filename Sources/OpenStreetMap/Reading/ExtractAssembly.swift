internal import Geometry

/// Makes an extract of objects that come one after another, nodes before ways before areas, and keeps none of them.
final class ExtractAssembly {
    private let access: FootAccess
    private let sorter: FeatureSorter
    private var features: FeatureCollector
    private var lines: StretchCollector
    /// The nodes that not everybody gets through.
    private var passages: [Int64: NodePassage] = [:]
    private let parts: OSMExtract.Parts

    init(access: FootAccess, sorter: FeatureSorter, parts: OSMExtract.Parts) {
        self.access = access
        self.sorter = sorter
        self.parts = parts
        features = FeatureCollector(sorter: sorter, access: access, parts: parts)
        lines = StretchCollector(access: access)
    }

    /// Whether a node with tags of these codes matters.
    func wantsNode(_ codes: TagCodes) -> Bool {
        sorter.isDoor(codes) || sorter.concern(codes) || access.passage(ofNode: codes) != .open
    }

    /// Whether a way or multipolygon with tags of these codes matters.
    func wantsWay(_ codes: TagCodes) -> Bool { sorter.concern(codes) || access.concernsWay(codes) }

    func add(_ node: RawExtract.Node) {
        features.add(node)
        let passage = access.passage(ofNode: node.codes)
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

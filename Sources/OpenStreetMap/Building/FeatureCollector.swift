internal import Geometry

/// Sorts nodes, ways and multipolygons into places, homes, barriers, entrances and gates.
struct FeatureCollector {
    let features: MapFeatures
    let access: FootAccess
    var extract: OSMExtract

    mutating func add(_ node: RawExtract.Node) {
        let id = OSMObjectID(.node, node.id)
        let entrance = node.tags["entrance"].flatMap { $0 == "no" ? nil : $0 }
        let barrier = node.tags["barrier"]
        guard entrance != nil || barrier != nil || features.concern(node.tags) else { return }
        guard node.position.isFinite else {
            extract.report.leftOut.append(OSMLeftOut(id: id, reason: .noPosition))
            return
        }
        let passage = access.passage(ofNode: node.tags)
        if let entrance {
            extract.entrances.append(
                OSMEntrance(
                    node: node.id, position: node.position, value: entrance, passage: passage, tags: node.tags
                ))
        }
        if let barrier {
            extract.gates.append(
                OSMGate(
                    node: node.id, position: node.position, value: barrier, passage: passage, tags: node.tags)
            )
        }
        if features.isPlace(node.tags) {
            extract.places.append(OSMPlace(id: id, tags: node.tags, shape: .point(node.position)))
        }
    }

    mutating func add(_ way: RawExtract.Way) {
        let id = OSMObjectID(.way, way.id)
        if let kind = features.barrier(way.tags) { addBarrier(id, kind, [way.chain], way.tags) }
        guard isSpread(way.tags) else { return }
        switch shape(of: way) {
        case .success(let shape): add(id, way.tags, shape)
        case .failure(let fault): extract.report.leftOut.append(OSMLeftOut(id: id, reason: fault.reason))
        }
    }

    mutating func add(_ area: RawExtract.Area) {
        let id = OSMObjectID(.relation, area.relation)
        if let kind = features.barrier(area.tags) {
            addBarrier(id, kind, area.parts.flatMap { [$0.shell] + $0.holes }, area.tags)
        }
        guard isSpread(area.tags) else { return }
        let polygons = area.parts.compactMap { part -> Polygon? in
            guard let shell = ring(part.shell) else { return nil }
            return Polygon(shell: shell, holes: part.holes.compactMap(ring))
        }
        guard let first = polygons.first else {
            extract.report.leftOut.append(OSMLeftOut(id: id, reason: .tooFewNodes))
            return
        }
        add(id, area.tags, polygons.count == 1 ? .polygon(first) : .multiPolygon(polygons))
    }

    mutating func add(_ broken: RawExtract.BrokenArea) {
        extract.report.leftOut.append(
            OSMLeftOut(id: OSMObjectID(.relation, broken.relation), reason: broken.reason))
    }

    /// Whether tags are those of something with a shape of its own besides lines.
    private func isSpread(_ tags: OSMTags) -> Bool {
        features.isPlace(tags) || features.isHome(tags) || features.isResidentialLand(tags)
    }

    private mutating func add(_ id: OSMObjectID, _ tags: OSMTags, _ shape: Shape) {
        let place = OSMPlace(id: id, tags: tags, shape: shape)
        if features.isPlace(tags) { extract.places.append(place) }
        if features.isHome(tags) { extract.buildings.append(place) }
        if features.isResidentialLand(tags) { extract.residentialLand.append(place) }
    }

    private mutating func addBarrier(
        _ id: OSMObjectID, _ kind: OSMBarrier.Kind, _ chains: [RawExtract.Chain], _ tags: OSMTags
    ) {
        var lines: [LineString] = []
        for chain in chains {
            for run in chain.positions.split(whereSeparator: { !$0.isFinite }) {
                if let line = try? LineString(Array(run)) { lines.append(line) }
            }
        }
        if lines.isEmpty { extract.report.leftOut.append(OSMLeftOut(id: id, reason: .nodesMissing)) }
        extract.barriers += lines.map { OSMBarrier(id: id, kind: kind, line: $0, tags: tags) }
    }

    private struct Fault: Error {
        let reason: OSMLeftOut.Reason
    }

    /// A polygon where the way is closed and its tags are not those of a line.
    private func shape(of way: RawExtract.Way) -> Result<Shape, Fault> {
        guard way.chain.isComplete else { return .failure(Fault(reason: .nodesMissing)) }
        let isLine = way.tags["area"] == "no" || (way.tags["highway"] != nil && !access.isArea(way.tags))
        if way.chain.isClosed, !isLine, let ring = ring(way.chain) {
            return .success(.polygon(Polygon(shell: ring)))
        }
        guard Set(way.chain.positions).count > 1, let line = try? LineString(way.chain.positions) else {
            return .failure(Fault(reason: .tooFewNodes))
        }
        return .success(.lineString(line))
    }

    private func ring(_ chain: RawExtract.Chain) -> LinearRing? { try? LinearRing(chain.positions) }
}

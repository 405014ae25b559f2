internal import Geometry

/// Sorts nodes, ways and multipolygons into places, homes, barriers, entrances and gates.
struct FeatureCollector {
    let sorter: FeatureSorter
    let access: FootAccess
    let parts: OSMExtract.Parts
    var extract = OSMExtract()

    init(sorter: FeatureSorter, access: FootAccess, parts: OSMExtract.Parts) {
        self.sorter = sorter
        self.access = access
        self.parts = parts
    }

    mutating func add(_ node: RawExtract.Node) {
        let id = OSMObjectID(.node, node.id)
        guard sorter.isDoor(node.codes) || sorter.concern(node.codes) else { return }
        guard node.position.isFinite else {
            extract.report.leftOut.append(OSMLeftOut(id: id, reason: .noPosition))
            return
        }
        if parts.contains(.doors) { addDoors(node) }
        if sorter.isPlace(node.codes) {
            addPlace(OSMPlace(id: id, tags: node.tags, shape: .point(node.position)))
        }
    }

    private mutating func addDoors(_ node: RawExtract.Node) {
        let passage = access.passage(ofNode: node.codes)
        if sorter.isEntrance(node.codes), let entrance = node.tags[MapFeatures.entranceKey] {
            extract.entrances.append(
                OSMEntrance(
                    node: node.id, position: node.position, value: entrance, passage: passage, tags: node.tags
                ))
        }
        if let barrier = node.tags[FootTable.barrierKey] {
            extract.gates.append(
                OSMGate(
                    node: node.id, position: node.position, value: barrier, passage: passage, tags: node.tags)
            )
        }
    }

    mutating func add(_ way: RawExtract.Way) {
        let id = OSMObjectID(.way, way.id)
        if let kind = sorter.barrier(way.codes) { addBarrier(id, kind, [way.chain], way.tags) }
        guard isSpread(way.codes) else { return }
        // A shape that nobody asked for is not made where it is sure that it could be.
        if !isAskedFor(way.codes), way.chain.isComplete, way.chain.hasExtent { return }
        switch shape(of: way) {
        case .success(let shape): add(way.codes, OSMPlace(id: id, tags: way.tags, shape: shape))
        case .failure(let fault): extract.report.leftOut.append(OSMLeftOut(id: id, reason: fault.reason))
        }
    }

    mutating func add(_ area: RawExtract.Area) {
        let id = OSMObjectID(.relation, area.relation)
        if let kind = sorter.barrier(area.codes) {
            addBarrier(id, kind, area.parts.flatMap { [$0.shell] + $0.holes }, area.tags)
        }
        guard isSpread(area.codes) else { return }
        let polygons = area.parts.compactMap { part -> Polygon? in
            guard let shell = ring(part.shell) else { return nil }
            return Polygon(shell: shell, holes: part.holes.compactMap(ring))
        }
        guard let first = polygons.first else {
            extract.report.leftOut.append(OSMLeftOut(id: id, reason: .tooFewNodes))
            return
        }
        add(
            area.codes,
            OSMPlace(
                id: id, tags: area.tags,
                shape: polygons.count == 1 ? .polygon(first) : .multiPolygon(polygons)))
    }

    mutating func add(_ broken: RawExtract.BrokenArea) {
        extract.report.leftOut.append(
            OSMLeftOut(id: OSMObjectID(.relation, broken.relation), reason: broken.reason))
    }

    /// Whether tags are those of something with a shape of its own besides lines.
    private func isSpread(_ codes: TagCodes) -> Bool {
        sorter.isPlace(codes) || sorter.isHome(codes) || sorter.isResidentialLand(codes)
    }

    private func isAskedFor(_ codes: TagCodes) -> Bool {
        parts.contains(.homes) || parts.contains(.places) && sorter.isPlace(codes)
    }

    private mutating func add(_ codes: TagCodes, _ place: OSMPlace) {
        if sorter.isPlace(codes) { addPlace(place) }
        guard parts.contains(.homes) else { return }
        if sorter.isHome(codes) { extract.buildings.append(place) }
        if sorter.isResidentialLand(codes) { extract.residentialLand.append(place) }
    }

    private mutating func addPlace(_ place: OSMPlace) {
        if parts.contains(.places) { extract.places.append(place) }
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
        guard parts.contains(.barriers) else { return }
        extract.barriers += lines.map { OSMBarrier(id: id, kind: kind, line: $0, tags: tags) }
    }

    private struct Fault: Error {
        let reason: OSMLeftOut.Reason
    }

    /// A polygon where the way is closed and its tags are not those of a line.
    private func shape(of way: RawExtract.Way) -> Result<Shape, Fault> {
        guard way.chain.isComplete else { return .failure(Fault(reason: .nodesMissing)) }
        let isLine =
            access.isNoArea(way.codes) || (sorter.isHighway(way.codes) && !access.isArea(way.codes))
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

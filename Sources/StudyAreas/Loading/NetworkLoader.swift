import Geometry
import PedestrianNetworks
import VectorFiles

/// Features → the walking network, with what is odd about it.
struct NetworkLoader {
    let joinTolerance: Double
    let interior: InteriorPoint

    private var drawn = CutWays()
    /// The layers so far, for naming their features.
    private var layers: [(naming: FeatureNaming, features: Features)] = []
    private var features = 0
    private var path: String?

    init(joinTolerance: Double, interior: InteriorPoint) {
        self.joinTolerance = joinTolerance
        self.interior = interior
    }

    /// What closing ways came to, in all layers so far.
    var closed: ClosedWays { drawn.closed }

    /// Takes the lines of a layer; ways inside `gated` blocks, and private ones, are closed to strangers.
    mutating func add(
        _ layer: inout ProjectedLayer, gated: inout GatedCompounds, findings: inout [Finding]
    ) throws {
        try layer.checkShapes([.lines], interior, findings: &findings)
        let attributes = try AttributeReader(
            layer.raw.input, layer.table, layer: layer.role, roles: [.access])
        if gated.isEmpty, !attributes.has(.access), let lines = layer.shapes.lines {
            drawn.add(lines, ofLayer: Int32(layers.count))
        } else {
            addOneByOne(layer, attributes, &gated)
        }
        layers.append((layer.naming, layer.table.features))
        features += layer.shapes.count
        path = path ?? layer.raw.path
    }

    private mutating func addOneByOne(
        _ layer: ProjectedLayer, _ attributes: AttributeReader, _ gated: inout GatedCompounds
    ) {
        let rows = layer.table.features
        let flat = layer.shapes.positions
        drawn.makeRoom(for: layer.shapes.count, vertices: flat.count)
        let hasAccess = attributes.has(.access)
        for place in layer.shapes.indices where !layer.shapes.isMissing(place) {
            let isPrivate =
                hasAccess
                && attributes.text(.access, of: rows[place]).map(Self.isPrivate) ?? false
            let source = CutWays.Source(layer: Int32(layers.count), feature: Int32(place))
            let compound = isPrivate ? Compound.unnamed : Compound.none
            if gated.isEmpty, let run = layer.shapes.run(place) {
                drawn.add(flat.span.extracting(run), of: source, compound: compound)
            } else {
                for line in layer.shapes[place]?.lines ?? [] {
                    drawn.add(line, of: source, compound: compound, &gated)
                }
            }
        }
    }

    /// What the feature is called that line `line` is part of.
    private func name(ofLine line: Int) -> String {
        let source = drawn.source(ofLine: line)
        let layer = layers[Int(source.layer)]
        return layer.naming.name(of: layer.features[Int(source.feature)])
    }

    /// Words for ways that only residents and their guests may walk.
    private static func isPrivate(_ access: String) -> Bool {
        ["private", "residents", "permit", "内部", "内部通行", "仅住户", "私有"].contains(access.lowercased())
    }

    /// The network of all lines; that of no lines when there was no layer.
    func network(findings: inout [Finding]) throws -> PedestrianNetwork {
        guard path != nil else { return .empty }
        let lines = drawn.lines
        let isClosed = drawn.compounds.contains { $0 != Compound.none }
        let (network, report) = NetworkBuilder(joinTolerance: joinTolerance)
            .build(lines, compounds: isClosed ? drawn.compounds : [])
        guard network.graph.nodeCount <= PedestrianNetwork.maximumNodes else {
            throw StudyAreaError(
                .tooLarge(nodes: network.nodeCount, most: PedestrianNetwork.maximumNodes), layer: "network",
                path: path)
        }
        note(report.zeroLength, .zeroLengthSegments, &findings)
        note(report.duplicates, .duplicateSegments, &findings)
        guard network.edgeCount > 0 else {
            throw StudyAreaError(
                .nothingUsable(
                    features: features, first: findings.first { $0.code == .zeroLengthSegments }),
                layer: "network", path: path)
        }
        noteLongSegments(&findings)
        if drawn.privateMetres > 0 {
            findings.append(
                Finding(
                    .waysPrivate, layer: "network", arguments: ["\(Int(drawn.privateMetres.rounded()))"]))
        }
        noteShape(of: network, report, &findings)
        return network
    }

    /// One finding for each feature that has such segments, saying how many.
    private func note(
        _ places: [NetworkReport.Place], _ code: Finding.Code, _ findings: inout [Finding]
    ) {
        var counts: [(feature: String, count: Int)] = []
        for place in places {
            let feature = name(ofLine: Int(place.line))
            if counts.last?.feature == feature {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((feature, 1))
            }
        }
        findings += counts.map {
            Finding(code, layer: "network", feature: $0.feature, arguments: ["\($0.count)"])
        }
    }

    private func noteLongSegments(_ findings: inout [Finding]) {
        for (line, length) in drawn.longSegments {
            findings.append(
                Finding(
                    .longSegment, layer: "network", feature: name(ofLine: line),
                    arguments: ["\(Int((length / 1000).rounded()))"]))
        }
    }

    private func noteShape(
        of network: PedestrianNetwork, _ report: NetworkReport, _ findings: inout [Finding]
    ) {
        if report.joinedVertices > 0 {
            findings.append(
                Finding(
                    .verticesJoined, layer: "network",
                    arguments: ["\(report.joinedVertices)", "\(joinTolerance)"]))
        }
        let largest = network.components[0].length
        let share = Double(largest.micrometres) / Double(network.length.micrometres)
        findings.append(
            Finding(
                .networkPieces, layer: "network",
                arguments: [
                    "\(network.components.count)", "\(Int((share * 100).rounded()))",
                    "\(Int((network.length.metres - largest.metres).rounded()))",
                ]))
    }
}

import Geometry
import PedestrianNetworks
import VectorFiles

/// Features → the walking network, with what is odd about it.
struct NetworkLoader {
    let joinTolerance: Double
    let interior: InteriorPoint

    /// The network of a layer; ways inside `gated` blocks, and private ones, are closed to strangers.
    func network(
        of layer: inout ProjectedLayer, gated: inout GatedCompounds, findings: inout [Finding]
    ) throws -> (network: PedestrianNetwork, closed: ClosedWays) {
        try layer.checkShapes([.lines], interior, findings: &findings)
        let attributes = try AttributeReader(
            layer.raw.input, layer.table, layer: layer.role, roles: [.access])
        var drawn = DrawnWays()
        for (feature, shape) in zip(layer.table.features, layer.shapes) {
            guard let shape else { continue }
            let isPrivate = attributes.text(.access, of: feature).map(Self.isPrivate) ?? false
            drawn.add(
                shape.lines, of: layer.naming.name(of: feature),
                compound: isPrivate ? Compound.unnamed : Compound.none, &gated)
        }
        notePrivate(drawn, &findings)
        let network = try network(of: drawn.lines, drawn.compounds, drawn.featureOfLine, layer, &findings)
        return (network, drawn.closed)
    }

    /// Words for ways that only residents and their guests may walk.
    private static func isPrivate(_ access: String) -> Bool {
        ["private", "residents", "permit", "内部", "内部通行", "仅住户", "私有"].contains(access.lowercased())
    }

    private func notePrivate(_ drawn: DrawnWays, _ findings: inout [Finding]) {
        guard drawn.privateMetres > 0 else { return }
        findings.append(
            Finding(
                .waysPrivate, layer: "network", arguments: ["\(Int(drawn.privateMetres.rounded()))"]))
    }

    private func network(
        of lines: [LineString], _ compounds: [Int32], _ featureOfLine: [String], _ layer: ProjectedLayer,
        _ findings: inout [Finding]
    ) throws -> PedestrianNetwork {
        let isClosed = compounds.contains { $0 != Compound.none }
        let (network, report) = NetworkBuilder(joinTolerance: joinTolerance)
            .build(lines, compounds: isClosed ? compounds : [])
        guard network.graph.nodeCount <= PedestrianNetwork.maximumNodes else {
            throw StudyAreaError(
                .tooLarge(nodes: network.nodeCount, most: PedestrianNetwork.maximumNodes), layer: layer.role,
                path: layer.raw.path)
        }
        note(report.zeroLength, .zeroLengthSegments, featureOfLine, &findings)
        note(report.duplicates, .duplicateSegments, featureOfLine, &findings)
        guard network.edgeCount > 0 else {
            throw StudyAreaError(
                .nothingUsable(
                    features: layer.shapes.count, first: findings.first { $0.code == .zeroLengthSegments }),
                layer: layer.role, path: layer.raw.path)
        }
        noteLongSegments(lines, featureOfLine, &findings)
        noteShape(of: network, report, &findings)
        return network
    }

    /// One finding for each feature that has such segments, saying how many.
    private func note(
        _ places: [NetworkReport.Place], _ code: Finding.Code, _ featureOfLine: [String],
        _ findings: inout [Finding]
    ) {
        var counts: [(feature: String, count: Int)] = []
        for place in places {
            let feature = featureOfLine[Int(place.line)]
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

    /// Nobody draws ten straight kilometres of footway: most likely a vertex is far from where it should be.
    private static let longSegment = 10_000.0

    private func noteLongSegments(
        _ lines: [LineString], _ featureOfLine: [String], _ findings: inout [Finding]
    ) {
        for (line, feature) in zip(lines, featureOfLine) {
            let longest =
                zip(line.positions, line.positions.dropFirst())
                .map { $0.distance(to: $1) }.max() ?? 0
            guard longest > Self.longSegment else { continue }
            findings.append(
                Finding(
                    .longSegment, layer: "network", feature: feature,
                    arguments: ["\(Int((longest / 1000).rounded()))"]))
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

/// Lines on their way to the builder, cut where they cross the boundary of a gated block.
private struct DrawnWays {
    private(set) var lines: [LineString] = []
    private(set) var compounds: [Int32] = []
    private(set) var featureOfLine: [String] = []
    private(set) var closed = ClosedWays()
    private(set) var privateMetres = 0.0

    mutating func add(
        _ drawn: [LineString], of feature: String, compound: Int32, _ gated: inout GatedCompounds
    ) {
        for line in drawn {
            if gated.isEmpty {
                append(line, feature, compound)
                continue
            }
            let cut = gated.stretches(of: line)
            for gate in cut.gates { closed.add(gate) }
            // A line of no length has no stretch, and a finding of its own later.
            if cut.stretches.isEmpty { append(line, feature, compound) }
            for stretch in cut.stretches {
                guard let part = try? LineString(stretch.positions) else { continue }
                append(part, feature, stretch.compound == Compound.none ? compound : stretch.compound)
            }
        }
    }

    private mutating func append(_ line: LineString, _ feature: String, _ compound: Int32) {
        lines.append(line)
        featureOfLine.append(feature)
        compounds.append(compound)
        if compound == Compound.unnamed { privateMetres += line.length }
        if compound >= 0 { closed.add(line.length, in: compound) }
    }
}

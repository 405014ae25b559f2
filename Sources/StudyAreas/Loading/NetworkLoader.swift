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
        let rows = layer.table.features
        drawn.makeRoom(for: layer.shapes.count)
        let hasAccess = attributes.has(.access)
        for (place, shape) in layer.shapes.enumerated() {
            guard let shape else { continue }
            let isPrivate =
                hasAccess
                && attributes.text(.access, of: rows[place]).map(Self.isPrivate) ?? false
            let source = CutWays.Source(layer: Int32(layers.count), feature: Int32(place))
            let compound = isPrivate ? Compound.unnamed : Compound.none
            if case .lineString(let line) = shape {
                drawn.add(line, of: source, compound: compound, &gated)
            } else {
                for line in shape.lines { drawn.add(line, of: source, compound: compound, &gated) }
            }
        }
        layers.append((layer.naming, rows))
        features += layer.shapes.count
        path = path ?? layer.raw.path
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

/// Lines on their way to the builder, cut where they cross the boundary of a gated block.
private struct CutWays {
    private(set) var lines: [LineString] = []
    private(set) var compounds: [Int32] = []
    /// Where lines begin that are not the next feature's each.
    private var runs: [(line: Int, source: Source)] = []
    /// The longest segment of each line with one that is suspiciously long.
    private(set) var longSegments: [(line: Int, length: Double)] = []
    private(set) var closed = ClosedWays()
    private(set) var privateMetres = 0.0

    /// The feature a line is part of, by its layer among those of the network.
    struct Source {
        let layer: Int32
        let feature: Int32
    }

    /// The feature that a line is part of.
    func source(ofLine line: Int) -> Source {
        var (low, high) = (0, runs.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if runs[middle].line <= line { low = middle } else { high = middle - 1 }
        }
        let run = runs[low]
        return Source(layer: run.source.layer, feature: run.source.feature + Int32(line - run.line))
    }

    mutating func makeRoom(for more: Int) {
        lines.reserveCapacity(lines.count + more)
        compounds.reserveCapacity(lines.count + more)
    }

    mutating func add(
        _ line: LineString, of source: Source, compound: Int32, _ gated: inout GatedCompounds
    ) {
        if gated.isEmpty { return append(line, source, compound) }
        let cut = gated.stretches(of: line)
        for gate in cut.gates { closed.add(gate) }
        // A line of no length has no stretch, and a finding of its own later.
        if cut.stretches.isEmpty { append(line, source, compound) }
        for stretch in cut.stretches {
            guard let part = try? LineString(stretch.positions) else { continue }
            append(part, source, stretch.compound == Compound.none ? compound : stretch.compound)
        }
    }

    private mutating func append(_ line: LineString, _ source: Source, _ compound: Int32) {
        note(source, ofLine: lines.count)
        let longest = Self.longestSegment(of: line.positions)
        if longest > Self.longSegment { longSegments.append((lines.count, longest)) }
        lines.append(line)
        compounds.append(compound)
        if compound == Compound.unnamed { privateMetres += line.length }
        if compound >= 0 { closed.add(line.length, in: compound) }
    }

    private mutating func note(_ source: Source, ofLine line: Int) {
        if let last = runs.last, last.source.layer == source.layer,
            last.source.feature + Int32(line - last.line) == source.feature
        {
            return
        }
        runs.append((line, source))
    }

    /// Nobody draws ten straight kilometres of footway: most likely a vertex is far from where it should be.
    private static let longSegment = 10_000.0

    private static func longestSegment(of positions: [Position]) -> Double {
        var longest = 0.0
        for place in 1..<positions.count {
            longest = max(longest, positions[place - 1].squaredDistance(to: positions[place]))
        }
        return longest.squareRoot()
    }
}

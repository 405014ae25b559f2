import Geometry
import PedestrianNetworks
import VectorFiles

/// Features → the walking network, with what is odd about it.
struct NetworkLoader {
    let joinTolerance: Double
    let interior: InteriorPoint

    func network(
        of layer: inout ProjectedLayer, findings: inout [Finding]
    ) throws -> PedestrianNetwork {
        try layer.checkShapes([.lines], interior, findings: &findings)
        var lines: [LineString] = []
        var featureOfLine: [String] = []
        for (feature, shape) in zip(layer.table.features, layer.shapes) {
            guard let shape else { continue }
            lines += shape.lines
            featureOfLine += repeatElement(layer.naming.name(of: feature), count: shape.lines.count)
        }
        let (network, report) = NetworkBuilder(joinTolerance: joinTolerance).build(lines)
        guard network.nodeCount <= PedestrianNetwork.maximumNodes else {
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

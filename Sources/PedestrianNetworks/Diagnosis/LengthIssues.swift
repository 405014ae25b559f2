import Geometry

/// Segments of unlikely length, and of none.
struct LengthIssues {
    let network: DrawnNetwork
    let limits: NetworkDiagnosis.Limits

    var issues: [NetworkIssue] { long + zero }

    private var long: [NetworkIssue] {
        network.pieces.indices.compactMap { piece in
            let segment = network.segment(piece)
            guard segment.length > limits.longEdge else { return nil }
            return NetworkIssue(
                .longEdge, segment.shape, lines: [network.pieces[piece].line], metres: segment.length)
        }
    }

    private var zero: [NetworkIssue] {
        network.zeroLength.map { place in
            let position = network.ways[Int(place.line)].line.positions[Int(place.segment)]
            return NetworkIssue(.zeroLength, .point(position), lines: [place.line])
        }
    }
}

import Geometry

/// Crossings without a node and stretches drawn twice, as issues.
struct PairIssues {
    let network: DrawnNetwork

    func issues(_ found: SegmentPairs.Found) -> [NetworkIssue] {
        crossings(found.crossings) + duplicates(found.overlaps)
    }

    /// One issue a crossing; a node that lies on a piece is one, however many pieces end in it.
    private func crossings(_ crossings: [SegmentPairs.Crossing]) -> [NetworkIssue] {
        var placeOfTouch: [SegmentPairs.Touch: Int] = [:]
        var groups: [[SegmentPairs.Crossing]] = []
        for crossing in crossings {
            if let touch = crossing.touch, let place = placeOfTouch[touch] {
                groups[place].append(crossing)
                continue
            }
            if let touch = crossing.touch { placeOfTouch[touch] = groups.count }
            groups.append([crossing])
        }
        return groups.map { group in
            let first = group[0]
            return NetworkIssue(
                .crossing, .point(first.position), lines: lines(of: first.pieces),
                isExplained: group.allSatisfy { differ($0.pieces) })
        }
    }

    private func differ(_ pieces: (Int, Int)) -> Bool {
        network.level(ofPiece: pieces.0) != network.level(ofPiece: pieces.1)
    }

    private func lines(of pieces: (Int, Int)) -> [Int32] {
        [network.pieces[pieces.0].line, network.pieces[pieces.1].line]
    }

    /// One issue a pair of lines, with all the stretches they share.
    private func duplicates(_ overlaps: [SegmentPairs.Overlap]) -> [NetworkIssue] {
        let byLines = Dictionary(grouping: overlaps) { lines(of: $0.pieces) }
        return byLines.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map { lines, overlaps in
            let stretches = overlaps.compactMap { try? LineString([$0.stretch.start, $0.stretch.end]) }
            return NetworkIssue(
                .duplicate, stretches.count == 1 ? .lineString(stretches[0]) : .multiLineString(stretches),
                lines: lines, metres: overlaps.reduce(0) { $0 + $1.stretch.length },
                isExplained: overlaps.allSatisfy { differ($0.pieces) })
        }
    }
}

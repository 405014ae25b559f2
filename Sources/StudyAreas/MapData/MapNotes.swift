import OpenStreetMap

/// What was made of the ways of an OpenStreetMap file, as findings.
struct MapNotes {
    let extract: OSMExtract
    let path: String

    var findings: [Finding] { [ways] + leftOut + cuts + moved + walkedAround + edge }

    private var report: OSMReport { extract.report }

    private func note(_ code: Finding.Code, _ arguments: [String], on feature: String = "") -> Finding {
        Finding(code, layer: "network", feature: feature, arguments: arguments)
    }

    private var ways: Finding {
        note(
            .mapWays,
            [
                path, "\(report.walkableObjects)", "\(report.privateObjects)", "\(report.walkedAcross)",
                "\(report.chords)",
            ])
    }

    private var leftOut: [Finding] {
        report.leftOutCounts.sorted { $0.key < $1.key }.map {
            note(.mapLeftOut, [$0.key, "\($0.value)", path])
        }
    }

    private var cuts: [Finding] {
        report.cuts.map { note(.mapWayCut, ["node/\($0.node)", $0.rule.id], on: $0.id.description) }
    }

    private var moved: [Finding] {
        report.movedNodes.map { note(.mapNodeMoved, ["node/\($0.apartFrom)"], on: "node/\($0.node)") }
    }

    private var walkedAround: [Finding] {
        report.walkedAround.map { note(.mapWalkedAround, [word(for: $0.reason)], on: $0.id.description) }
    }

    private func word(for reason: OSMWalkedAround.Reason) -> String {
        switch reason {
        case .manyEntries(let count): "entries=\(count)"
        case .crossingRings: "crossing_rings"
        case .nodesMissing: "nodes_missing"
        }
    }

    private var edge: [Finding] {
        extract.edgeOfData.isEmpty ? [] : [note(.mapEdge, ["\(extract.edgeOfData.count)", path])]
    }
}

import Geometry
import PedestrianNetworks

/// Lines on their way to the builder, cut where they cross the boundary of a gated block.
struct CutWays {
    private(set) var lines = LineColumns()
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

    /// Makes room for so many lines and vertices more.
    mutating func makeRoom(for more: Int, vertices: Int) {
        lines.reserveCapacity(
            lines: lines.count + more, positions: lines.positions.count + vertices)
        compounds.reserveCapacity(lines.count + more)
    }

    /// Adds the open lines of a layer, one for each feature, none of which any boundary cuts.
    mutating func add(_ layer: LineColumns, ofLayer number: Int32) {
        note(Source(layer: number, feature: 0), ofLine: lines.count)
        let positions = layer.positions
        for line in 0..<layer.count {
            noteLength(of: positions.span.extracting(layer.vertices(line)), line: lines.count + line)
        }
        lines.append(contentsOf: layer)
        compounds += repeatElement(Compound.none, count: layer.count)
    }

    /// Adds a line that no boundary of a gated block cuts, since there are none.
    mutating func add(_ line: Span<Position>, of source: Source, compound: Int32) {
        append(line, source, compound)
    }

    mutating func add(
        _ line: LineString, of source: Source, compound: Int32, _ gated: inout GatedCompounds
    ) {
        if gated.isEmpty { return append(line.positions.span, source, compound) }
        let cut = gated.stretches(of: line)
        for gate in cut.gates { closed.add(gate) }
        // A line of no length has no stretch, and a finding of its own later.
        if cut.stretches.isEmpty { append(line.positions.span, source, compound) }
        for stretch in cut.stretches {
            guard let part = try? LineString(stretch.positions) else { continue }
            append(
                part.positions.span, source, stretch.compound == Compound.none ? compound : stretch.compound)
        }
    }

    private mutating func append(_ line: Span<Position>, _ source: Source, _ compound: Int32) {
        note(source, ofLine: lines.count)
        noteLength(of: line, line: lines.count)
        lines.append(line)
        compounds.append(compound)
        if compound == Compound.unnamed { privateMetres += Self.length(of: line) }
        if compound >= 0 { closed.add(Self.length(of: line), in: compound) }
    }

    private mutating func noteLength(of line: Span<Position>, line number: Int) {
        let longest = Self.longestSegment(of: line)
        if longest > Self.longSegment { longSegments.append((number, longest)) }
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

    private static func longestSegment(of positions: Span<Position>) -> Double {
        var longest = 0.0
        for place in 1..<positions.count {
            longest = max(longest, positions[place - 1].squaredDistance(to: positions[place]))
        }
        return longest.squareRoot()
    }

    private static func length(of positions: Span<Position>) -> Double {
        (1..<positions.count).reduce(0) { $0 + positions[$1 - 1].distance(to: positions[$1]) }
    }
}

import Geometry
import PedestrianNetworks

/// Gated blocks as compounds: which spots lie in one, and which stretches of ways.
///
/// A way inside a gated block is closed to strangers, and where it crosses the boundary there is a gate. Drawings
/// differ by a few metres, so a stretch that comes nowhere further in than `tolerance` runs along the boundary and
/// is open.
struct GatedCompounds {
    /// Metres that a boundary and a way along it may be drawn apart.
    static let tolerance = 2.0

    private let areas: [(block: Int32, polygon: Polygon)]
    private let polygonsOfBlock: [Int32: [Polygon]]
    private let areaIndex: SpatialIndex
    private let sides: [Segment]
    private let sideIndex: SpatialIndex
    private var scratch = SpatialIndex.Scratch()

    /// The compounds of the gated ones among `blocks`, numbered by their places.
    init(_ blocks: [ResidentialBlock]) {
        areas = blocks.enumerated().filter { $1.isGated == true }.flatMap { place, block in
            block.shape.polygons.map { (Int32(place), $0) }
        }
        polygonsOfBlock = Dictionary(grouping: areas, by: \.block).mapValues { $0.map(\.polygon) }
        areaIndex = SpatialIndex(areas.map { Shape.polygon($0.polygon).box })
        sides = areas.flatMap { area in
            area.polygon.rings.flatMap { ring in
                zip(ring.positions, ring.positions.dropFirst()).map { Segment($0, $1) }
            }
        }
        sideIndex = SpatialIndex(sides.map(\.box))
    }

    var isEmpty: Bool { areas.isEmpty }

    /// The compound that covers `position`, the first of several; `Compound.none` where there is none.
    mutating func compound(at position: Position) -> Int32 {
        var found = Int.max
        areaIndex.forEach(meeting: Box(position, position), scratch: &scratch) { place in
            if place < found, areas[place].polygon.distance(to: position) == 0 { found = place }
        }
        return found == Int.max ? Compound.none : areas[found].block
    }

    /// A stretch of a line, open or of one compound.
    struct Stretch {
        var positions: [Position]
        var compound: Int32
    }

    /// The stretches of a line, cut where it crosses boundaries, and the gates there.
    mutating func stretches(of line: LineString) -> (stretches: [Stretch], gates: [Gate]) {
        var cut = pieces(of: line)
        for place in cut.indices where cut[place].compound != Compound.none && !goesDeep(cut[place]) {
            cut[place].compound = Compound.none
        }
        var joined: [Stretch] = []
        for stretch in cut {
            if let last = joined.last, last.compound == stretch.compound {
                joined[joined.count - 1].positions += stretch.positions.dropFirst()
            } else {
                joined.append(stretch)
            }
        }
        let gates = zip(joined, joined.dropFirst()).flatMap { before, after in
            [before.compound, after.compound].filter { $0 != Compound.none }
                .map { Gate(block: $0, position: after.positions[0]) }
        }
        return (joined, gates)
    }

    /// Where a way leaves a gated block.
    struct Gate: Hashable {
        let block: Int32
        let position: Position
    }

    /// The line in pieces that cross no boundary, neighbours of one compound joined.
    private mutating func pieces(of line: LineString) -> [Stretch] {
        var pieces: [Stretch] = []
        for (start, end) in zip(line.positions, line.positions.dropFirst()) where start != end {
            let stops = [0] + crossings(of: Segment(start, end)) + [1]
            for (from, to) in zip(stops, stops.dropFirst()) {
                let (a, b) = (point(start, end, from), point(start, end, to))
                let compound = compound(at: Segment(a, b).point(at: 0.5))
                if let last = pieces.last, last.compound == compound {
                    // A boundary that is only touched leaves no vertex.
                    if from > 0 { pieces[pieces.count - 1].positions.removeLast() }
                    pieces[pieces.count - 1].positions.append(b)
                } else {
                    pieces.append(Stretch(positions: [a, b], compound: compound))
                }
            }
        }
        return pieces
    }

    private func point(_ start: Position, _ end: Position, _ fraction: Double) -> Position {
        fraction == 0 ? start : fraction == 1 ? end : Segment(start, end).point(at: fraction)
    }

    /// Where along a segment boundaries meet it, between its ends, ascending.
    private mutating func crossings(of segment: Segment) -> [Double] {
        var found: Set<Double> = []
        sideIndex.forEach(meeting: segment.box, scratch: &scratch) { side in
            switch segment.meeting(sides[side]) {
            case .none: break
            case .point(let fraction): found.insert(fraction)
            case .stretch(let from, let to): found.formUnion([from, to])
            }
        }
        return found.filter { $0 > 0 && $0 < 1 }.sorted()
    }

    private func goesDeep(_ stretch: Stretch) -> Bool {
        let polygons = polygonsOfBlock[stretch.compound] ?? []
        return zip(stretch.positions, stretch.positions.dropFirst()).contains { a, b in
            [Segment(a, b).point(at: 0.5), b].contains { position in
                polygons.contains {
                    $0.distance(to: position) == 0 && $0.boundaryDistance(to: position) > Self.tolerance
                }
            }
        }
    }
}

public import Geometry
public import PedestrianNetworks

/// How areas are made of reached ways.
public struct ReachedAreaOptions: Hashable, Sendable {
    /// How far from a reached way the area goes, in metres; more than 0.
    public var buffer: Double
    /// Whether street blocks that reached ways enclose are part of the area.
    public var addsEnclosedBlocks: Bool
    /// Whether holes are part of the area.
    public var fillsHoles: Bool

    /// How many straight pieces stand for a quarter of a circle.
    public static let quadrantSegments = PieceBuffer.quadrantSegments

    /// A buffer of 25 m and nothing more, unless told otherwise.
    public init(buffer: Double = 25, addsEnclosedBlocks: Bool = false, fillsHoles: Bool = false) {
        precondition(buffer > 0 && buffer.isFinite, "a buffer has a width")
        self.buffer = buffer
        self.addsEnclosedBlocks = addsEnclosedBlocks
        self.fillsHoles = fillsHoles
    }
}

/// The area around the ways that one limit reaches.
public struct ReachedArea: Sendable {
    /// The surface; none when nothing is reached.
    public let polygons: [Polygon]
    /// Its area in m².
    public let area: Double
    /// What blocks enclosed by reached ways added, in m²; nil when they were not asked for.
    public let enclosedBlocks: Double?
    /// The holes in m²: part of the area when they were to be filled, else not.
    public let holes: Double
    /// Without what blocks and holes added: within the buffer of a reached way.
    let walked: [Polygon]

    /// A surface to which nothing was added.
    public init(_ polygons: [Polygon]) {
        self.init(
            polygons: polygons, area: polygons.area, enclosedBlocks: nil, holes: polygons.holeArea,
            walked: polygons)
    }

    init(polygons: [Polygon], area: Double, enclosedBlocks: Double?, holes: Double, walked: [Polygon]) {
        self.polygons = polygons
        self.area = area
        self.enclosedBlocks = enclosedBlocks
        self.holes = holes
        self.walked = walked
    }
}

/// Makes areas of reached ways; scratch space for one task.
///
/// The area is the union of buffers, one for each reached stretch, each without what barriers hide from it. So
/// each position has a straight leg no longer than the buffer to a reached way that crosses no barrier.
public struct ReachedAreaBuilder {
    private let network: PedestrianNetwork
    private let barriers: BarrierLines
    private let options: ReachedAreaOptions
    private let context = GEOSContext()
    private var outline: BufferOutline
    private var scratch = SpatialIndex.Scratch()

    /// A builder for ways of `network` whose legs keep to one side of `barriers`.
    public init(_ network: PedestrianNetwork, barriers: BarrierLines, options: ReachedAreaOptions) {
        self.network = network
        self.barriers = barriers
        self.options = options
        outline = BufferOutline(radius: options.buffer)
    }

    /// The area of each of the first `bands` limits; they are nested but for what rounded ends are inscribed by.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public mutating func areas(of ways: ReachedWays, bands: Int) throws(GeometryError) -> [ReachedArea] {
        let (clear, behind) = try parts(of: ways, bands: bands)
        var areas: [ReachedArea] = []
        var cut: [Polygon] = []
        for band in 0..<bands {
            let open = try buffer(of: clear.joined(within: band))
            cut = try united(cut, try context.union(of: behind[band]))
            areas.append(try area(try united(open, cut), ways, band, after: areas.last))
        }
        return areas
    }

    /// The buffer of what each limit reaches and the one before does not.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public mutating func buffers(of ways: ReachedWays, bands: Int) throws(GeometryError) -> [[Polygon]] {
        let (clear, behind) = try parts(of: ways, bands: bands)
        var buffers: [[Polygon]] = []
        for band in 0..<bands {
            let open = try buffer(of: clear.filter { $0.band == band })
            buffers.append(try united(open, try context.union(of: behind[band])))
        }
        return buffers
    }

    /// The stretches that no barrier is near to, and by limit the buffers of the others without what is hidden.
    private mutating func parts(
        of ways: ReachedWays, bands: Int
    ) throws(GeometryError) -> (clear: [ReachedPiece], behind: [[Polygon]]) {
        var clear: [ReachedPiece] = []
        var behind = [[Polygon]](repeating: [], count: bands)
        for piece in ways.pieces.joined where piece.band < bands {
            let near = barriersNear(piece)
            if near.isEmpty {
                clear.append(piece)
            } else {
                behind[Int(piece.band)] += try buffer(of: piece, behind: near)
            }
        }
        return (clear, behind)
    }

    private func area(
        _ walked: [Polygon], _ ways: ReachedWays, _ band: Int, after before: ReachedArea?
    ) throws(GeometryError) -> ReachedArea {
        var polygons = walked
        var enclosed: Double?
        if options.addsEnclosedBlocks {
            polygons = try united(polygons, context.faces(enclosedBy: lines(of: ways, within: band)))
            enclosed = polygons.area - walked.area
        }
        let holes = polygons.holeArea
        if options.fillsHoles { polygons = try context.union(of: polygons.map { Polygon(shell: $0.shell) }) }
        // What was walked is nested already; blocks and holes grow too, and this makes sure of it.
        let isAdded = options.addsEnclosedBlocks || options.fillsHoles
        if isAdded, let before { polygons = try united(polygons, before.polygons) }
        return ReachedArea(
            polygons: polygons, area: polygons.area, enclosedBlocks: enclosed, holes: holes, walked: walked)
    }

    private func united(_ a: [Polygon], _ b: [Polygon]) throws(GeometryError) -> [Polygon] {
        if a.isEmpty { return b }
        return b.isEmpty ? a : try context.union(of: a + b)
    }

    private func lines(of ways: ReachedWays, within band: Int) -> [LineString] {
        ways.pieces.joined(within: band).compactMap {
            let segment = $0.segment(on: network)
            return segment.start == segment.end ? nil : try? LineString([segment.start, segment.end])
        }
    }

    /// The buffer of stretches that no barrier is near to.
    private mutating func buffer(of pieces: [ReachedPiece]) throws(GeometryError) -> [Polygon] {
        if let polygons = outline.polygons(around: pieces.lazy.map { [network] in $0.buffered(on: network) })
        {
            return polygons
        }
        return try context.union(of: pieces.compactMap { capsule(of: $0).outline })
    }

    private func capsule(of piece: ReachedPiece) -> PieceBuffer {
        let edge = network.segment(of: Int(piece.edge))
        return PieceBuffer(
            frame: PieceFrame(piece.segment(on: network), along: edge), radius: options.buffer)
    }

    private mutating func barriersNear(_ piece: ReachedPiece) -> [Segment] {
        var near: [Segment] = []
        let window = piece.segment(on: network).box.grown(by: options.buffer)
        barriers.forEach(meeting: window, scratch: &scratch) { near.append($0) }
        // The index promises no order, and overlays depend on it in the last bit.
        near.sort { $0.isBefore($1) }
        return near
    }

    /// The buffer of one stretch without what barriers hide from it.
    private func buffer(of piece: ReachedPiece, behind near: [Segment]) throws(GeometryError) -> [Polygon] {
        let capsule = capsule(of: piece)
        guard let outline = capsule.outline else { return [] }
        let shadows = BarrierShadows(frame: capsule.frame, radius: options.buffer)
        let hidden = try context.union(of: near.flatMap { shadows.shadows(of: $0) })
        return try context.difference([outline], hidden)
    }
}

extension ReachedPiece {
    /// The stretch with names of its ends: a node's number, or the edge and the micrometre it is cut at.
    fileprivate func buffered(on network: PedestrianNetwork) -> BufferedStretch {
        let place = Int(edge)
        func name(_ offset: UInt32) -> UInt64 {
            if offset == 0 { return UInt64(UInt32(network.edgeTail[place])) }
            if offset == network.length(of: place) { return UInt64(UInt32(network.edgeHead[place])) }
            return 1 << 63 | UInt64(UInt32(edge)) << 32 | UInt64(offset)
        }
        return BufferedStretch(segment: segment(on: network), startName: name(from), endName: name(to))
    }
}

extension [Polygon] {
    /// The area of surfaces that do not overlap, in m².
    public var area: Double { reduce(0) { $0 + $1.area } }

    fileprivate var holeArea: Double {
        reduce(0) { sum, polygon in polygon.holes.reduce(sum) { $0 + abs($1.signedArea) } }
    }
}

extension [ReachedPiece] {
    /// The pieces with those joined that carry one another on along an edge in one band: what buffers are made of.
    var joined: [ReachedPiece] { joining { $0.band == $1.band } }

    /// The pieces within a band, those joined that carry one another on along an edge.
    fileprivate func joined(within band: Int) -> [ReachedPiece] {
        filter { $0.band <= band }.joining { _, _ in true }
    }

    private func joining(_ belong: (ReachedPiece, ReachedPiece) -> Bool) -> [ReachedPiece] {
        var chain: [ReachedPiece] = []
        for piece in self {
            if let last = chain.last, last.edge == piece.edge, last.to == piece.from, belong(last, piece) {
                chain[chain.count - 1] = last.extended(to: piece)
            } else {
                chain.append(piece)
            }
        }
        return chain
    }
}

extension ReachedPiece {
    fileprivate func extended(to other: ReachedPiece) -> ReachedPiece {
        ReachedPiece(
            edge: edge, from: from, to: other.to, walkedFrom: walkedFrom, walkedTo: other.walkedTo,
            place: place, band: band)
    }
}

extension Segment {
    fileprivate func isBefore(_ other: Segment) -> Bool {
        (start.x, start.y, end.x, end.y) < (other.start.x, other.start.y, other.end.x, other.end.y)
    }
}

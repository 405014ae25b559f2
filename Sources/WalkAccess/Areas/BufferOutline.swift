import Geometry

/// A straight stretch of a way, to be buffered.
struct BufferedStretch {
    let segment: Segment
    /// What its ends are: those of two stretches are the same place exactly when their names are equal.
    let startName, endName: UInt64
}

/// The outline of everything within a radius of many stretches; scratch space for one task.
///
/// The outline runs along sides of stretches and circles about their ends. What a stretch covers of a side or a circle
/// is one interval (`Capsule`), so what is left of each is found by sorting a few numbers, and the pieces that are
/// left follow one another where one element leaves off and the other begins. No lines are noded: of 79 % of the time that
/// a union by GEOS takes nothing is left. O(*n* log *n*) for *n* stretches as dense as streets are.
///
/// Where stretches carry one another on or lie on one another, nothing says which of two equal sides is outside; so
/// each end is moved by up to `nudge`, always the same way for the same name, and the radius is less by as much, so
/// that nothing goes further than it.
struct BufferOutline {
    /// In metres: a hundredth of a millimetre.
    static let nudge = 1e-5

    let radius: Double
    private var origin = Vector()
    private var capsules: [Capsule] = []
    private var vertices: [Vector] = []
    private var numbers: [UInt64: Int32] = [:]
    private var seen: Set<UInt64> = []
    private var isTraced: [Bool] = []
    private var covers = CoverList()
    private var rings = OutlineRings()
    private var grid = BoxGrid()
    private var near: [Int32] = []

    init(radius: Double) { self.radius = radius - 2 * Self.nudge }

    /// The surface within the radius of any of `stretches`; nil when rounding left its outline open, which no case is
    /// known of but which nothing rules out.
    mutating func polygons(around stretches: some Collection<BufferedStretch>) -> [Polygon]? {
        guard let first = stretches.first else { return [] }
        origin = Vector(first.segment.start.x, first.segment.start.y)
        number(stretches)
        grid.fill(capsules.lazy.map { [radius] in $0.box(grownBy: radius) })
        let elements = OutlineElements(stretches: Int32(capsules.count))
        rings.begin(elements, circles: vertices, radius: radius)
        for stretch in capsules.indices {
            near.removeAll(keepingCapacity: true)
            grid.forEach(meeting: stretch) { near.append($0) }
            traceSides(of: Int32(stretch), elements)
            traceCircle(of: capsules[stretch].startVertex, elements)
            traceCircle(of: capsules[stretch].endVertex, elements)
        }
        return rings.polygons(origin: origin)
    }

    // MARK: Numbering

    private mutating func number(_ stretches: some Collection<BufferedStretch>) {
        capsules.removeAll(keepingCapacity: true)
        vertices.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        seen.removeAll(keepingCapacity: true)
        for stretch in stretches {
            let start = vertex(stretch.startName, at: stretch.segment.start)
            let end = vertex(stretch.endName, at: stretch.segment.end)
            // Two ways between the same ends are the same stretch twice.
            let pair = UInt64(UInt32(min(start, end))) << 32 | UInt64(UInt32(max(start, end)))
            guard start != end, seen.insert(pair).inserted else { continue }
            capsules.append(Capsule(from: vertices[Int(start)], start, to: vertices[Int(end)], end))
        }
        isTraced.removeAll(keepingCapacity: true)
        isTraced.append(contentsOf: repeatElement(false, count: vertices.count))
    }

    private mutating func vertex(_ name: UInt64, at position: Position) -> Int32 {
        if let known = numbers[name] { return known }
        let number = Int32(vertices.count)
        numbers[name] = number
        var random = SampleRandom(seed: name)
        let nudge = Self.nudge * Vector(2 * random.fraction() - 1, 2 * random.fraction() - 1)
        vertices.append(Vector(position.x, position.y) - origin + nudge)
        return number
    }

    // MARK: What is left of sides and circles

    private mutating func traceSides(of stretch: Int32, _ elements: OutlineElements) {
        let capsule = capsules[Int(stretch)]
        let offset = radius * capsule.direction.left
        let (start, end) = (
            elements.circle(of: capsule.startVertex), elements.circle(of: capsule.endVertex)
        )
        trace(
            Side(
                element: elements.right(of: stretch), origin: capsule.start - offset,
                heading: capsule.direction, length: capsule.length, before: start, after: end),
            of: stretch, elements)
        trace(
            Side(
                element: elements.left(of: stretch), origin: capsule.end + offset,
                heading: -capsule.direction, length: capsule.length, before: end, after: start),
            of: stretch, elements)
    }

    /// A side in the direction that has the inside to its left, with the circles that it touches at its ends.
    private struct Side {
        let element: Int32
        let origin, heading: Vector
        let length: Double
        let before, after: Int32
    }

    private mutating func trace(_ side: Side, of stretch: Int32, _ elements: OutlineElements) {
        let own = (capsules[Int(stretch)].startVertex, capsules[Int(stretch)].endVertex)
        covers.removeAll()
        for other in near where other != stretch {
            let cover = capsules[Int(other)].cover(
                ofLine: side.origin, side.heading, radius: radius, besides: own, other, elements)
            guard let cover, cover.to > 0, cover.from < side.length else { continue }
            covers.append(cover)
        }
        covers.forEachGap(
            from: (0, side.origin, side.before),
            to: (side.length, side.origin + side.length * side.heading, side.after)
        ) { start, end in
            rings.append(side.element, from: start, to: end)
        }
    }

    private mutating func traceCircle(of vertex: Int32, _ elements: OutlineElements) {
        guard !isTraced[Int(vertex)] else { return }
        isTraced[Int(vertex)] = true
        covers.removeAll()
        for stretch in near {
            let capsule = capsules[Int(stretch)]
            guard capsule.startVertex == vertex || capsule.endVertex == vertex else { continue }
            covers.append(
                capsule.coverOfOwnCircle(
                    isAtStart: capsule.startVertex == vertex, radius: radius, stretch, elements))
        }
        // Most are covered by the stretches that meet there.
        guard covers.leaveGapOnCircle() else { return }
        let centre = vertices[Int(vertex)]
        for stretch in near {
            let capsule = capsules[Int(stretch)]
            guard capsule.startVertex != vertex, capsule.endVertex != vertex,
                let cover = capsule.cover(ofCircle: centre, radius: radius, stretch, elements)
            else { continue }
            covers.append(cover)
        }
        let element = elements.circle(of: vertex)
        covers.forEachGapOnCircle { start, end in
            rings.append(
                element, from: (start.at, centre + start.point, start.element),
                to: (end.at, centre + end.point, end.element))
        }
    }
}

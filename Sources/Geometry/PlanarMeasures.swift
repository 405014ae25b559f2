/// Measures of shapes in a plane, in the unit of the coordinates and its square.
extension LineString {
    /// The sum of the segments' lengths.
    public var length: Double {
        zip(positions, positions.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
}

extension LinearRing {
    /// The area inside the ring, positive when it runs counter-clockwise (shoelace formula).
    ///
    /// Coordinates are taken relative to the first vertex, so that metres with seven leading digits do not
    /// eat the precision of the products.
    public var signedArea: Double {
        let origin = positions[0]
        var twice = 0.0
        for (a, b) in zip(positions, positions.dropFirst()) {
            twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        }
        return twice / 2
    }

    /// The same ring run through in the other direction.
    public var reversed: LinearRing {
        LinearRing(unchecked: positions.reversed())
    }

    /// Whether `position` lies inside the ring, by counting crossings; on the ring itself either answer.
    func encloses(_ position: Position) -> Bool {
        var inside = false
        for (a, b) in zip(positions, positions.dropFirst()) where (a.y > position.y) != (b.y > position.y) {
            let x = a.x + (position.y - a.y) / (b.y - a.y) * (b.x - a.x)
            if position.x < x { inside.toggle() }
        }
        return inside
    }
}

extension Polygon {
    /// The shell's area less the holes'.
    public var area: Double {
        holes.reduce(abs(shell.signedArea)) { $0 - abs($1.signedArea) }
    }

    /// The straight-line distance from `position` to the polygon; 0 inside it and on its rings.
    ///
    /// Linear in the number of vertices.
    public func distance(to position: Position) -> Double {
        if shell.encloses(position), !holes.contains(where: { $0.encloses(position) }) { return 0 }
        return boundaryDistance(to: position)
    }

    /// The straight-line distance from `position` to the nearest point of the rings, from inside and outside alike.
    ///
    /// Linear in the number of vertices.
    public func boundaryDistance(to position: Position) -> Double {
        rings.map { $0.distanceToBoundary(from: position) }.min() ?? .infinity
    }
}

extension LinearRing {
    /// The straight-line distance from `position` to the nearest point of the ring.
    func distanceToBoundary(from position: Position) -> Double {
        var least = Double.infinity
        for (a, b) in zip(positions, positions.dropFirst()) {
            least = min(least, Segment(a, b).nearest(to: position).squaredDistance)
        }
        return least.squareRoot()
    }
}

extension Shape {
    /// The area of the polygons; 0 for points and lines.
    public var area: Double { polygons.reduce(0) { $0 + $1.area } }

    /// The straight-line distance from `position` to the nearest point of the shape; 0 inside a polygon.
    public func distance(to position: Position) -> Double {
        switch self {
        case .point(let other): return other.distance(to: position)
        case .multiPoint(let others):
            return others.map { $0.distance(to: position) }.min() ?? .infinity
        case .polygon, .multiPolygon:
            return polygons.map { $0.distance(to: position) }.min() ?? .infinity
        case .lineString, .multiLineString:
            var least = Double.infinity
            for line in lines {
                for (a, b) in zip(line.positions, line.positions.dropFirst()) {
                    least = min(least, Segment(a, b).nearest(to: position).squaredDistance)
                }
            }
            return least.squareRoot()
        }
    }
}

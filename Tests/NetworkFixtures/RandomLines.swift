public import Geometry

/// Random lines with everything that real data does to a network.
public struct RandomLines: Sendable {
    /// The lines of the case.
    public let lines: [LineString]
    /// Positions to join: on nodes, on segments, beside them, and equally far from two of them.
    public let places: [Position]

    /// - Parameter hasHairs: Whether some vertices lie a hair from another, so that joining moves them.
    public init(seed: UInt64, hasHairs: Bool = true) {
        var random = SeededRandom(seed: seed)
        let vertices = RandomLines.vertices(&random, hasHairs: hasHairs)
        lines = RandomLines.lines(through: vertices, &random)
        places = RandomLines.places(on: lines, vertices, &random)
    }

    /// On a lattice, where ties and collinear runs abound, or anywhere; some a hair from another.
    private static func vertices(_ random: inout SeededRandom, hasHairs: Bool) -> [Position] {
        let onLattice = random.oneIn(2)
        let origin = random.oneIn(3) ? Position(500_000, 3_460_000) : Position(0, 0)
        var vertices: [Position] = []
        for _ in 0..<Int.random(in: 2...14, using: &random) {
            if let other = vertices.randomElement(using: &random), hasHairs, random.oneIn(8) {
                let hairs: [Double] = [0.004, 0.009, 0.02]
                let hair = hairs.randomElement(using: &random) ?? 0
                vertices.append(Position(other.x + hair, other.y))
            } else if onLattice {
                vertices.append(
                    Position(
                        origin.x + 50 * Double(Int.random(in: 0...4, using: &random)),
                        origin.y + 50 * Double(Int.random(in: 0...4, using: &random))))
            } else {
                vertices.append(
                    Position(
                        origin.x + Double.random(in: 0...300, using: &random),
                        origin.y + Double.random(in: 0...300, using: &random)))
            }
        }
        return vertices
    }

    /// Chains through random vertices; some closed, some doubled, some standing still for a step.
    private static func lines(through vertices: [Position], _ random: inout SeededRandom) -> [LineString] {
        var lines: [LineString] = []
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            if let other = lines.randomElement(using: &random), random.oneIn(8) {
                lines += [try? LineString(random.oneIn(2) ? other.positions : other.positions.reversed())]
                    .compactMap { $0 }
                continue
            }
            var chain = (0..<Int.random(in: 2...5, using: &random)).compactMap { _ in
                vertices.randomElement(using: &random)
            }
            if random.oneIn(6) { chain.append(chain[0]) }
            if random.oneIn(6) { chain.insert(chain[0], at: 1) }
            lines += [try? LineString(chain)].compactMap { $0 }
        }
        return lines
    }

    private static func places(
        on lines: [LineString], _ vertices: [Position], _ random: inout SeededRandom
    ) -> [Position] {
        (0..<Int.random(in: 2...8, using: &random)).compactMap { _ in
            guard let line = lines.randomElement(using: &random),
                let vertex = vertices.randomElement(using: &random)
            else { return nil }
            let segment = Segment(line.positions[0], line.positions[1])
            switch Int.random(in: 0...3, using: &random) {
            case 0: return vertex
            case 1:
                let fractions: [Double] = [0, 0.25, 0.5, 1]
                return segment.point(at: fractions.randomElement(using: &random) ?? 0)
            case 2: return Position(vertex.x + 25, vertex.y + 25)
            default:
                return Position(
                    vertex.x + Double.random(in: -80...80, using: &random),
                    vertex.y + Double.random(in: -80...80, using: &random))
            }
        }
    }
}

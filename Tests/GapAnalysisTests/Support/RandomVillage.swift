import Geometry
import NetworkFixtures
import PedestrianNetworks
import Standards

@testable import StudyAreas

extension Village {
    /// A random village on a grid of streets 100 m apart, some of them missing, with a hamlet on its own.
    ///
    /// - Parameter onNodes: Puts every place exactly on a crossing, so that no leg depends on the streets.
    static func random(_ random: inout SeededRandom, onNodes: Bool = false) throws -> Village {
        var village = Village(maxSnap: WalkingDistance(metres: 60))
        let side = Int.random(in: 3...8, using: &random)
        village.addStreets(side, share: Double.random(in: 0.4...0.95, using: &random), &random)
        func place() -> (Double, Double) {
            if onNodes {
                let node = village.lines.randomElement(using: &random)?.randomElement(using: &random)
                return (node?.x ?? 0, node?.y ?? 0)
            }
            let reach = Double(side) * 100
            return (.random(in: -90...reach, using: &random), .random(in: -90...reach, using: &random))
        }
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let (x, y) = place()
            let unknown = Int.random(in: 0..<5, using: &random) == 0
            village.addBlock(
                x, y, population: unknown ? nil : Double(Int.random(in: 0...900, using: &random)),
                land: unknown ? nil : 50, unit: Int.random(in: 0..<2, using: &random))
        }
        for _ in 0..<Int.random(in: 0...9, using: &random) {
            let (x, y) = place()
            try village.addRandomFacility(x, y, onNodes: onNodes, &random)
        }
        if Bool.random(using: &random) { village.surveyed = .all }
        return village
    }

    private mutating func addStreets(_ side: Int, share: Double, _ random: inout SeededRandom) {
        func node(_ column: Int, _ row: Int) -> Position { Position(Double(column) * 100, Double(row) * 100) }
        lines = [[Position(-400, -400), Position(-300, -400)]]
        for column in 0..<side {
            for row in 0..<side {
                for next in [(column + 1, row), (column, row + 1)]
                where next.0 < side && next.1 < side && Double.random(in: 0..<1, using: &random) < share {
                    lines.append([node(column, row), node(next.0, next.1)])
                }
            }
        }
    }

    /// A clinic, a school or a park of any size.
    mutating func addRandomFacility(
        _ x: Double, _ y: Double, onNodes: Bool = false, _ random: inout SeededRandom
    ) throws {
        let size = [nil, 50, 100, 400.0].randomElement(using: &random) ?? nil
        switch Int.random(in: 0..<3, using: &random) {
        case 0: addFacility("clinic", x, y, floor: size)
        case 1: addFacility("school", x, y)
        default:
            if onNodes {
                addFacility("park", x, y, site: size)
            } else {
                try addPark(x, y, side: .random(in: 5...150, using: &random), site: .some(size))
            }
        }
    }

    /// Rows that try every kind of requirement on such a village.
    static let rows: [FacilityRequirement] = [
        .walking("clinic", .five, floor: 100), .walking("school", .ten), .parks(),
        .walking("clinic", .fifteen, floor: 100, id: "clinic15"), .walking("park", .five, site: 400),
    ]
}

public import GapAnalysis
import Geometry
import PedestrianNetworks
import StudyAreas
public import VectorFiles

/// `….changes.csv`: every change of a repair, with what is needed to undo it.
public struct ChangesTable {
    private let network: RepairedNetwork
    /// Nil where the file is in the plane itself.
    private let outward: OutwardMove?
    private let places: Int

    /// The changes of `network`, in the coordinates of the file that the ways are written to.
    ///
    /// - Throws: `ProjectionError` when the plane cannot be left.
    public init(_ network: RepairedNetwork, as format: RepairedWays.Format) throws {
        self.network = network
        let isPlanar = format == .geoPackage || network.plane.reference == nil
        outward = isPlanar ? nil : try OutwardMove(from: network.plane)
        places = isPlanar ? 6 : 9
    }

    private static let columns = [
        "change", "way", "part", "vertex", "other_way", "from_x", "from_y", "to_x", "to_y", "moved_m",
    ]

    /// Writes a row a change, in the order in which they were made.
    public func write(to file: StagedFile) throws {
        var csv = CSVWriter(file: file, columns: Self.columns)
        for change in network.outcome.changes {
            csv.field(change.kind.rawValue)
            csv.field(name(change.line))
            csv.field(part(change.line))
            csv.field(Int(change.vertex))
            csv.field(name(change.other))
            for position in [change.from, change.to] {
                let (x, y) = try coordinates(of: position)
                csv.field(decimal: x, places: places)
                csv.field(decimal: y, places: places)
            }
            csv.field(decimal: change.metres, places: 3)
            csv.endRow()
        }
    }

    private func name(_ line: Int32) -> String { network.drawn.origins[Int(line)].name }

    /// The part of its feature that a line is, from 1.
    private func part(_ line: Int32) -> Int {
        let origins = network.drawn.origins
        var first = Int(line)
        while first > 0, origins[first - 1] == origins[Int(line)] { first -= 1 }
        return Int(line) - first + 1
    }

    private func coordinates(of position: Position) throws -> (Double, Double) {
        guard let outward, case .point(let moved) = try outward.moved(.point(position)) else {
            return (position.x, position.y)
        }
        return (moved.x, moved.y)
    }
}

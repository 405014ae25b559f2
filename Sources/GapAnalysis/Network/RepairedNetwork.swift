public import PedestrianNetworks
public import StudyAreas

/// Drawn ways after a repair, and the network before and after it.
public struct RepairedNetwork: Sendable {
    /// The plane of the lines.
    public let plane: Plane
    /// The ways as they were drawn.
    public let drawn: DrawnWays
    /// The lines after the repair, one for each of the drawn ones, and every change.
    public let outcome: NetworkRepair.Outcome
    /// The network of the lines as they were drawn.
    public let before: PedestrianNetwork
    /// The network of the repaired lines.
    public let after: PedestrianNetwork

    /// Repairs the ways that the network of `area` was built from.
    public init(of area: StudyArea, drawn: DrawnWays, by repair: NetworkRepair) {
        plane = area.plane
        self.drawn = drawn
        before = area.network
        outcome = repair.repair(drawn.ways)
        // Where nothing was asked for, a second network would be the first once more.
        after =
            outcome.changes.isEmpty ? before : NetworkBuilder().build(outcome.ways.map(\.line)).network
    }

    /// How many changes of a kind were made.
    public func count(_ kind: NetworkChange.Kind) -> Int { outcome.changes.count { $0.kind == kind } }
}

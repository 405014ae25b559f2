import Geometry
public import PedestrianNetworks
public import StudyAreas

/// A network and what may be wrong with it, with the people who are cut off.
public struct NetworkCheck: Sendable {
    /// Where the blocks, if given, join the network.
    public let area: StudyArea
    /// The lines as they were drawn.
    public let ways: DrawnWays
    /// The network of these lines, all of them open: the area's own may be cut at gates.
    public let network: PedestrianNetwork
    /// What was found.
    public let diagnosis: NetworkDiagnosis
    /// By connected piece of the network, the longest first: who starts there and cannot leave it.
    public let residents: [ComponentResidents]

    /// Looks at the network of `ways`, which those of `area` are.
    ///
    /// The result does not depend on the number of threads.
    public init(
        of area: StudyArea, drawn ways: DrawnWays, limits: NetworkDiagnosis.Limits, threads: Int = 1
    ) async throws {
        self.area = area
        self.ways = ways
        network = NetworkBuilder(joinTolerance: limits.joinTolerance).build(ways.ways.map(\.line)).network
        diagnosis = try await NetworkDiagnosis(
            of: ways.ways, network: network, limits: limits, threads: threads)
        residents = ComponentResidents.all(in: area, on: network)
    }

    /// Everybody who starts on a piece other than the longest.
    public var stranded: ComponentResidents { residents.dropFirst().reduce(into: .init()) { $0.add($1) } }
}

/// Blocks whose walks start on one connected piece of the network; a block that joins several belongs to the
/// longest of them.
public struct ComponentResidents: Hashable, Sendable {
    /// How many blocks.
    public private(set) var blocks = 0
    /// Their residents, as far as known.
    public private(set) var population = 0.0

    /// By component of `network`, whose lines those of the area's network are or are cut from.
    static func all(in area: StudyArea, on network: PedestrianNetwork) -> [ComponentResidents] {
        let pieces = matching(area.network, network)
        var all = [ComponentResidents](repeating: .init(), count: network.components.count)
        for (place, block) in area.blocks.enumerated() {
            let joined = area.blockPlaces[place].compactMap { location in
                pieces[Int(area.network.component(of: area.network.edgeTail[Int(location.edge)]))]
            }
            guard let piece = joined.min() else { continue }
            all[piece].blocks += 1
            all[piece].population += block.population ?? 0
        }
        return all
    }

    /// The component of `network` that each component of `cut` lies on.
    private static func matching(_ cut: PedestrianNetwork, _ network: PedestrianNetwork) -> [Int?] {
        let snapper = Snapper(network)
        var scratch = Snapper.Scratch()
        return cut.components.map { component in
            let start = cut.position(of: cut.edgeTail[Int(component.firstEdge)])
            // A gate lies on the line that was cut there, but for rounding.
            let found = snapper.location(of: start, within: WalkingDistance(metres: 1), scratch: &scratch)
            return (try? found.get()).map {
                Int(network.component(of: network.edgeTail[Int($0.edge)]))
            }
        }
    }

    mutating func add(_ other: ComponentResidents) {
        blocks += other.blocks
        population += other.population
    }
}

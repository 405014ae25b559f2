public import PedestrianNetworks
public import StudyAreas

/// A network and what may be wrong with it, with the people who are cut off.
public struct NetworkCheck: Sendable {
    /// The network, and the blocks where given.
    public let area: StudyArea
    /// The lines that the network was built from.
    public let ways: DrawnWays
    /// What was found.
    public let diagnosis: NetworkDiagnosis
    /// By connected piece of the network, the longest first: who starts there and cannot leave it.
    public let residents: [ComponentResidents]

    /// Looks at the network of `area`, which was built from `ways`.
    ///
    /// The result does not depend on the number of threads.
    public init(
        of area: StudyArea, drawn ways: DrawnWays, limits: NetworkDiagnosis.Limits, threads: Int = 1
    ) async throws {
        self.area = area
        self.ways = ways
        diagnosis = try await NetworkDiagnosis(
            of: ways.ways, network: area.network, limits: limits, threads: threads)
        residents = ComponentResidents.all(in: area)
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

    static func all(in area: StudyArea) -> [ComponentResidents] {
        var all = [ComponentResidents](repeating: .init(), count: area.network.components.count)
        for (place, block) in area.blocks.enumerated() {
            let pieces = area.blockPlaces[place].map { location in
                Int(area.network.component[Int(area.network.edgeTail[Int(location.edge)])])
            }
            guard let piece = pieces.min() else { continue }
            all[piece].blocks += 1
            all[piece].population += block.population ?? 0
        }
        return all
    }

    mutating func add(_ other: ComponentResidents) {
        blocks += other.blocks
        population += other.population
    }
}

import PedestrianNetworks
import Standards

/// Finds the offending places.
struct NetworkOffences {
    private let standard: FacilityStandard
    private let links: [JunctionLink]
    private let deadEnds: [DeadEnd]
    private let streetBlocks: [StreetBlock]
    private let compounds: [ClosedCompound]
    /// Which figures hold for a link besides the general ones.
    private let scopesOfLink: [Int: Set<NetworkScope>]
    private let compoundOfBlock: [Int: Int]

    init(
        standard: FacilityStandard, links: [JunctionLink], deadEnds: [DeadEnd], streetBlocks: [StreetBlock],
        compounds: [ClosedCompound], bands: [NetworkZoneFigures]
    ) {
        (self.standard, self.links, self.deadEnds) = (standard, links, deadEnds)
        (self.streetBlocks, self.compounds) = (streetBlocks, compounds)
        scopesOfLink = bands.reduce(into: [:]) { scopes, band in
            for link in band.links { scopes[link, default: []].insert(band.zone.scope) }
        }
        compoundOfBlock = Dictionary(
            compounds.enumerated().map { ($1.block, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Links, dead ends, street blocks and compounds of the units, the largest of each first.
    func all(in units: [NetworkZoneFigures]) -> [NetworkOffence] {
        let finders = [longLinks, ends, largeStreetBlocks, largeCompounds]
        return finders.flatMap { find in
            units.enumerated().flatMap { find($1, $0) }.sorted { $0.figure > $1.figure }
        }
    }

    private func longLinks(of figures: NetworkZoneFigures, _ unit: Int) -> [NetworkOffence] {
        figures.links.compactMap { link in
            let scopes = scopesOfLink[link, default: []].union([.general])
            return offence(.link(link), unit, Double(links[link].length.millimetres) / 1000) {
                $0.maximumSpacing(in: scopes)
            }
        }
    }

    private func ends(of figures: NetworkZoneFigures, _ unit: Int) -> [NetworkOffence] {
        figures.deadEnds.map { end in
            NetworkOffence(
                place: .deadEnd(end), unit: unit, figure: Double(deadEnds[end].length.millimetres) / 1000,
                limit: nil, requirement: nil)
        }
    }

    private func largeStreetBlocks(of figures: NetworkZoneFigures, _ unit: Int) -> [NetworkOffence] {
        figures.streetBlocks.compactMap {
            offence(.streetBlock($0), unit, streetBlocks[$0].hectares, \.maximumHectares)
        }
    }

    private func largeCompounds(of figures: NetworkZoneFigures, _ unit: Int) -> [NetworkOffence] {
        figures.residentialBlocks.compactMap { compoundOfBlock[$0] }.compactMap {
            offence(.compound($0), unit, compounds[$0].longerSide, \.maximumSide)
        }
    }

    /// The place with the largest of the limits that its figure exceeds; nil when it exceeds none.
    private func offence(
        _ place: NetworkOffence.Place, _ unit: Int, _ figure: Double,
        _ limit: (NetworkRequirement) -> Double?
    ) -> NetworkOffence? {
        let missed = standard.network.compactMap { requirement in
            limit(requirement).flatMap { figure > $0 ? (requirement: requirement, limit: $0) : nil }
        }.max { $0.limit < $1.limit }
        return missed.map {
            NetworkOffence(
                place: place, unit: unit, figure: figure, limit: $0.limit, requirement: $0.requirement)
        }
    }
}

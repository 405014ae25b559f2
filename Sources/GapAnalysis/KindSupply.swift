import Geometry
import PedestrianNetworks
import Standards
import StudyAreas

/// A kind of facility that satisfies a requirement, and how large one has to be to do so.
struct SupplyProvider: Sendable {
    let kind: FacilityKind.ID
    let minimum: MinimumSize
}

extension FacilityStandard {
    /// What satisfies a requirement: its own kind by its own minimum, then the buildings that provide it by
    /// theirs (Docs/Methods: Bundles).
    func providers(of requirement: FacilityRequirement) -> [SupplyProvider] {
        let own = SupplyProvider(kind: requirement.kind, minimum: requirement.minimum)
        return [own]
            + kinds(satisfying: requirement).dropFirst().compactMap { kind in
                let bundle = bundles.lazy.filter { $0.parts.contains { $0.satisfies == requirement.id } }
                    .compactMap { self.requirement(id: $0.requirement) }.first { $0.kind == kind }
                return bundle.map { SupplyProvider(kind: kind, minimum: $0.minimum) }
            }
    }
}

/// The facilities that one requirement can count on, sorted by whether they are large enough.
struct KindSupply: Sendable {
    /// Adequate, of unknown size, or of a kind without a minimum: places in the area's facilities.
    let suitable: [Int]
    /// Known to be too small.
    let undersized: [Int]
    /// By facility.
    let size: [Int: SizeVerdict]
    /// Whether absence of a facility says something: the requirement's own kind has a record in the data, or
    /// was declared surveyed. A building that provides it among other things does not show that.
    let isSurveyed: Bool
    /// Pieces of the network that some facility of the kind joins.
    private let pieces: Set<Int32>

    var isEmpty: Bool { suitable.isEmpty && undersized.isEmpty }

    /// The facilities of `providers`, of which the first is the requirement's own kind, as large as communities
    /// of `age` ask; nil when the age is not known or makes no difference.
    init(_ providers: [SupplyProvider], in area: StudyArea, age: CommunityAge? = nil) {
        let rules = Dictionary(
            providers.map { ($0.kind, MinimumSizeRule($0.minimum, age: age)) },
            uniquingKeysWith: { first, _ in first })
        var size: [Int: SizeVerdict] = [:]
        for (index, facility) in area.facilities.enumerated() {
            if let rule = rules[facility.kind] { size[index] = rule.verdict(on: facility) }
        }
        let all = size.keys.sorted()
        let own = providers.first?.kind ?? ""
        self.size = size
        suitable = all.filter { size[$0] != .undersized }
        undersized = all.filter { size[$0] == .undersized }
        isSurveyed = area.surveyed.includes(own) || all.contains { area.facilities[$0].kind == own }
        pieces = Set(all.flatMap { area.facilityPlaces[$0] }.map { area.piece(of: $0) })
    }

    /// Whether some facility of the kind is on a piece of the network that these locations are on.
    func sharesPiece(with locations: ArraySlice<NetworkLocation>, in area: StudyArea) -> Bool {
        locations.contains { pieces.contains(area.piece(of: $0)) }
    }
}

extension StudyArea {
    /// The connected piece of the network that a location is on.
    func piece(of location: NetworkLocation) -> Int32 {
        network.component(of: network.edgeTail[Int(location.edge)])
    }
}

/// The nearest of some facilities as the crow flies.
struct StraightLines {
    /// Where a straight line to a facility ends.
    enum End {
        /// Where walks end.
        case access
        /// At the boundary of the shape, from which a service radius is measured; nothing from inside.
        case boundary
    }

    private let facilities: [(index: Int, facility: Facility)]
    private let index: SpatialIndex
    private let end: End

    init(_ places: [Int], in area: StudyArea, to end: End = .access) {
        facilities = places.map { ($0, area.facilities[$0]) }
        index = SpatialIndex(
            facilities.map { end == .access ? $0.facility.accessBox : $0.facility.shape.box })
        self.end = end
    }

    private func distance(from position: Position, to facility: Facility) -> Double {
        end == .access ? facility.straightDistance(from: position) : facility.shape.distance(to: position)
    }

    /// The nearest facility to any of `positions`, ties to the first, with its distance in metres.
    func nearest(
        to positions: [Position], scratch: inout SpatialIndex.Scratch
    ) -> (facility: Int, distance: Double)? {
        var best: (facility: Int, distance: Double)?
        for position in positions {
            var reach = best.map { $0.distance * $0.distance } ?? .infinity
            index.forEach(near: position, reach: &reach, scratch: &scratch) { item, reach in
                let (facility, candidate) = facilities[item]
                let distance = distance(from: position, to: candidate)
                if let best, (distance, facility) >= (best.distance, best.facility) { return }
                best = (facility, distance)
                reach = distance * distance
            }
        }
        return best
    }
}

extension Facility {
    /// A box around everywhere the facility can be entered.
    fileprivate var accessBox: Box {
        switch access {
        case .entrances(let entrances):
            entrances.reduce(into: Box.empty) { $0.extend(to: $1) }
        case .boundary: shape.box
        }
    }
}

import Geometry
import PedestrianNetworks
import Standards

@testable import StudyAreas

/// A study area made in memory, joined by the product's own joiner.
struct Village {
    var lines: [[Position]] = []
    var blocks: [ResidentialBlock] = []
    var facilities: [Facility] = []
    var units: [Unit] = []
    var surveyed = Surveyed.asFound
    var maxSnap = WalkingDistance(metres: 200)

    /// A village with one straight street of `length` metres along the x axis.
    static func street(_ length: Double = 3000) -> Village {
        Village(lines: [[Position(0, 0), Position(length, 0)]])
    }

    mutating func addBlock(
        _ x: Double, _ y: Double, population: Double? = 100, land: Double? = nil, unit: Int? = nil,
        starts: [Position]? = nil, age: CommunityAge? = nil
    ) {
        let origin = Position(x, y)
        blocks.append(
            ResidentialBlock(
                id: "b\(blocks.count)", name: nil, population: population, households: nil, age: age,
                isGated: nil, shape: .point(origin), landArea: land, origin: origin,
                starts: starts ?? [origin], unit: unit))
    }

    /// A block that is a square with its middle on x, y, whose walks start there.
    mutating func addSquareBlock(
        _ x: Double, _ y: Double, side: Double = 100, starts: [Position]? = nil, isGated: Bool? = nil,
        age: CommunityAge? = nil
    ) throws {
        addBlock(x, y, land: side * side, starts: starts)
        let last = blocks.removeLast()
        let (west, south) = (x - side / 2, y - side / 2)
        let corners = [
            Position(west, south), Position(west + side, south), Position(west + side, south + side),
            Position(west, south + side), Position(west, south),
        ]
        blocks.append(
            ResidentialBlock(
                id: last.id, name: nil, population: last.population, households: nil, age: age,
                isGated: isGated,
                shape: .polygon(Polygon(shell: try LinearRing(corners))), landArea: last.landArea,
                origin: last.origin, starts: last.starts, unit: nil))
    }

    mutating func addFacility(
        _ kind: String, _ x: Double, _ y: Double, floor: Double? = nil, site: Double? = nil,
        classes: Double? = nil
    ) {
        add(kind, .point(Position(x, y)), .entrances([Position(x, y)]), floor, site, classes)
    }

    /// A square open space with its lower left corner at x, y; the site area is the square's unless given.
    mutating func addPark(
        _ x: Double, _ y: Double, side: Double = 20, site: Double?? = nil, access: Facility.Access = .boundary
    ) throws {
        let corners = [
            Position(x, y), Position(x + side, y), Position(x + side, y + side), Position(x, y + side),
        ]
        let square = Shape.polygon(Polygon(shell: try LinearRing(corners + [corners[0]])))
        add("park", square, access, nil, site ?? square.area, nil)
    }

    private mutating func add(
        _ kind: String, _ shape: Shape, _ access: Facility.Access, _ floor: Double?, _ site: Double?,
        _ classes: Double?
    ) {
        facilities.append(
            Facility(
                id: "f\(facilities.count)", name: nil, kind: kind, floorArea: floor, siteArea: site,
                classes: classes, shape: shape, access: access))
    }

    /// A unit that is a rectangle.
    mutating func addUnit(_ x: Double, _ y: Double, _ width: Double, _ height: Double) throws {
        units.append(
            Unit(id: "u\(units.count)", name: nil, shape: try NetworkTown.box(x, y, width, height)))
    }

    /// The area with every place joined.
    func area() async throws -> StudyArea {
        let (network, _) = NetworkBuilder().build(try lines.map { try LineString($0) })
        let joiner = PlaceJoiner(
            snapper: Snapper(network), gated: GatedCompounds(blocks), limit: maxSnap, threads: 1)
        return StudyArea(
            name: nil, plane: Plane(reference: nil), blocks: blocks, facilities: facilities, units: units,
            network: network, barriers: BarrierLines([]), maxSnap: maxSnap,
            blockPlaces: try await joiner.join(blocks).places,
            facilityPlaces: try await joiner.join(facilities).places, surveyed: surveyed,
            findings: [], tallies: [])
    }
}

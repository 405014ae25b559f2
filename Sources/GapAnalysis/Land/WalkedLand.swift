import Geometry
import PedestrianNetworks
import StudyAreas
import WalkAccess

/// Residential land cut where a walk from it exceeds a limit.
///
/// A spot of land is judged like a block whose walks start there: the straight leg to the nearest way, then the
/// walk along the network. That holds for blocks that can be left anywhere. Of a block whose entrances are known, or
/// which is gated, all residents start at the same places, and its land is not cut.
struct WalkedLand: Sendable {
    /// One task's scratch space.
    struct Scratch {
        let context = GEOSContext()
        var snapper = Snapper.Scratch()
    }

    /// The land of one block and where its spots join the network; good for any number of searches.
    struct Sample {
        fileprivate let land: [Polygon]
        fileprivate let grid: SampledGrid
        /// By corner of the grid; nil off the network, and at the rim, where nobody asks.
        fileprivate let locations: [NetworkLocation?]

        /// No spot between the corners has a longer leg, but for barriers.
        fileprivate var longestLeg: WalkingDistance {
            let legs = locations.lazy.compactMap { $0?.leg }
            return (legs.max() ?? .zero) + WalkingDistance(metres: grid.spacing)
        }
    }

    private let area: StudyArea
    private let snapper: Snapper

    init(of area: StudyArea) {
        self.area = area
        snapper = Snapper(area.network, barriers: area.barriers)
    }

    /// Asks where the spots of a block join; nil for a block whose land is not cut, or that has none.
    func sample(of block: ResidentialBlock, _ scratch: inout Scratch) -> Sample? {
        guard block.isLeftAnywhere, !block.shape.polygons.isEmpty else { return nil }
        let box = block.shape.box
        let grid = SampledGrid(over: box, spacing: WalkedLand.spacing(over: box))
        var leg = area.maxSnap
        let locations = (0..<grid.count).map { corner -> NetworkLocation? in
            if grid.isRim(corner) { return nil }
            let found = location(of: grid.position(of: corner), expecting: leg, &scratch.snapper)
            leg = found.map { $0.leg + WalkingDistance(metres: grid.spacing) } ?? area.maxSnap
            return found
        }
        return Sample(land: block.shape.polygons, grid: grid, locations: locations)
    }

    /// A sixteenth of the box's diagonal, but 2 to 10 m; more where that were over 250,000 corners.
    private static func spacing(over box: Box) -> Double {
        let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
        let diagonal = (width * width + height * height).squareRoot()
        return max(min(max(diagonal / 16, 2), 10), diagonal / 500)
    }

    /// The sampled land whose walk to what `search` was prepared with exceeds its limit.
    ///
    /// Spots off the network are unknown, hence no part of it.
    /// - Throws: `GeometryError` when GEOS fails.
    func beyond(
        _ search: NearestFacilitySearch, of sample: Sample, _ scratch: inout Scratch
    ) throws(GeometryError) -> [Polygon] {
        let isBeyond = sample.locations.map { $0.map { search.walk(to: $0) == nil } ?? false }
        guard isBeyond.contains(true) else { return [] }
        if isBeyond.indices.allSatisfy({ isBeyond[$0] || sample.grid.isRim($0) }) { return sample.land }
        var room = scratch.snapper
        let leg = sample.longestLeg
        let regions = sample.grid.polygons(isBeyond) { position in
            location(of: position, expecting: leg, &room).map { search.walk(to: $0) == nil } ?? false
        }
        return try scratch.context.intersection(sample.land, regions)
    }

    /// Where a spot joins the network; quicker when its leg is no longer than expected.
    private func location(
        of position: Position, expecting leg: WalkingDistance, _ room: inout Snapper.Scratch
    ) -> NetworkLocation? {
        let near = snapper.location(of: position, within: min(leg, area.maxSnap), scratch: &room)
        if case .failure = near, leg < area.maxSnap {
            return try? snapper.location(of: position, within: area.maxSnap, scratch: &room).get()
        }
        return try? near.get()
    }
}

extension ResidentialBlock {
    /// Whether each of its residents may start where they live: no entrance is known and it is not gated.
    fileprivate var isLeftAnywhere: Bool { starts == [origin] && isGated != true }
}

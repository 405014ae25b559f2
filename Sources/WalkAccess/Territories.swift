public import Geometry

/// Shares the land around reached ways out among places, so that no two have any of it in common.
///
/// Every stretch of a way belongs to the place that is nearest on foot. Where the buffers of two places overlap, the land
/// goes to the one whose stretch is within the lower limit, and within one limit to the first place. What a place has
/// within one limit it keeps within all larger ones, so each place's areas are nested.
public struct Territories {
    private let context = GEOSContext()
    /// The box around each place's largest area, and an index over them.
    private let reach: [Box]
    private let boxes: SpatialIndex
    /// By place, what it has so far.
    private var held: [[Polygon]]
    private var scratch = SpatialIndex.Scratch()

    /// For as many places as `boxes` has entries: the box around each one's largest area.
    public init(boxes: [Box]) {
        reach = boxes
        self.boxes = SpatialIndex(boxes)
        held = [[Polygon]](repeating: [], count: boxes.count)
    }

    /// Shares out the next larger limit.
    ///
    /// - Parameter buffers: By place, the buffer of what this limit reaches and the one before does not.
    /// - Returns: By place, all it has now.
    /// - Throws: `GeometryError` when GEOS fails.
    public mutating func add(_ buffers: [[Polygon]]) throws(GeometryError) -> [[Polygon]] {
        precondition(buffers.count == held.count, "one buffer a place")
        let before = held
        for place in buffers.indices where !buffers[place].isEmpty {
            var gained = buffers[place]
            for other in neighbours(of: place) where !gained.isEmpty {
                gained = try context.difference(gained, other < place ? held[other] : before[other])
            }
            held[place] = try context.union(of: held[place] + gained)
        }
        return held
    }

    private mutating func neighbours(of place: Int) -> [Int] {
        var found: [Int] = []
        boxes.forEach(meeting: reach[place], scratch: &scratch) { if $0 != place { found.append($0) } }
        return found.sorted()
    }
}

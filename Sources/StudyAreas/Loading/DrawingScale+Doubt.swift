import Geometry
import VectorFiles

extension DrawingScale {
    /// No layer of a district is drawn smaller than this, in metres; single things may be, which have no extent.
    private static let leastExtent = 10.0
    /// No drawing of a district is wider, in metres.
    private static let mostExtent = 200_000.0

    /// Whether the header's unit is likely wrong: templates leave millimetres in the headers of drawings that are in
    /// metres.
    ///
    /// As drawn the coordinates make sense as metres, and as scaled they do not: the layer shrinks to a few metres, or
    /// it lay on a national grid and does no more.
    func isDoubtful(_ table: FeatureTable) -> Bool {
        guard !isDeclared, unit.metres < 1 else { return false }
        let extent = max(width, height)
        let drawn = extent / unit.metres
        guard (Self.leastExtent...Self.mostExtent).contains(drawn) else { return false }
        let box = table.features.reduce(into: Box.empty) { box, feature in
            if let shape = feature.shape { box.extend(to: shape.box) }
        }
        let middle = box.centre
        let unscaled = Position(middle.x / unit.metres, middle.y / unit.metres)
        return extent < Self.leastExtent || Self.isOnNationalGrid(unscaled)
    }

    /// Gauss-Kruger coordinates of China in metres, with or without the number of the zone before the easting.
    private static func isOnNationalGrid(_ position: Position) -> Bool {
        let isEasting = (100_000...900_000).contains(position.x) || (13e6...46e6).contains(position.x)
        return isEasting && (1_800_000...6_000_000).contains(position.y)
    }
}

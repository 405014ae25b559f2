internal import Geometry

/// Turns the positions of a drawing into metres.
struct DrawingScaling {
    /// The unit that the user names, which goes first.
    let declared: DrawingUnit?
    /// The unit that the header names.
    let header: DrawingUnit?

    /// The features in metres, and what was done; nil when they were taken as they are.
    func scaled(_ features: [Feature]) -> (features: [Feature], scale: DrawingScale?) {
        guard let unit = declared ?? header, unit.metres != 1 else { return (features, nil) }
        var box = Box.empty
        let scaled = features.map { feature -> Feature in
            guard let shape = feature.shape else { return feature }
            let mapped = try? shape.mappingRuns { run in
                run.map { Position($0.x * unit.metres, $0.y * unit.metres) }
            }
            guard let mapped else {
                return Feature(number: feature.number, defect: .notFinite, values: feature.values)
            }
            box.extend(to: mapped.box)
            return Feature(
                number: feature.number, shape: mapped, mend: feature.mend, values: feature.values)
        }
        let extent = box.isEmpty ? (0, 0) : (box.maxX - box.minX, box.maxY - box.minY)
        return (
            scaled,
            DrawingScale(unit: unit, isDeclared: declared != nil, width: extent.0, height: extent.1)
        )
    }
}

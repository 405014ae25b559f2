import Geometry
import Projections
import VectorFiles

/// A layer with its shapes in the plane, and no more as they were read: the second step of loading.
struct ProjectedLayer: Sendable {
    private(set) var raw: RawLayer
    /// What findings call the features.
    let naming: FeatureNaming
    /// By feature; nil for those left out, which have a finding.
    private(set) var shapes: ShapeColumn
    /// The box around all shapes as they were moved.
    let box: Box
    /// Whether the file has longitudes and latitudes.
    let isGeographic: Bool

    var role: String { raw.role }
    var table: FeatureTable { raw.table }
    var excluded: Int { shapes.missingCount }

    /// Moves `raw` from `reference` into `plane`; both nil for a local grid.
    init(
        _ raw: RawLayer, from reference: CoordinateReferenceSystem?, to plane: Plane,
        threads: Int = 1, findings: inout [Finding]
    ) throws {
        self.raw = raw
        naming = try FeatureNaming(raw)
        let move = try reference.flatMap { from in
            try plane.reference.map { try Transformation(from: from, to: $0) }
        }
        isGeographic = reference?.isGeographic ?? false
        let datum = raw.input.datum ?? .wgs84
        let mover = ShapeMover(
            datum: datum, isGeographic: isGeographic,
            way: reference.flatMap { from in plane.reference.map { (from, $0) } })
        let moved = try mover.moved(raw.table.features, by: move, threads: threads)
        (shapes, box) = (moved.shapes, moved.box)
        for (place, refusal) in moved.refusals {
            let feature = raw.table.features[place]
            findings.append(
                naming.finding(refusal.code, on: feature, arguments: [raw.path] + refusal.arguments))
        }
        findings += raw.findings
        noteReading(&findings)
        if let quality = move?.quality { noteShift(quality, &findings) }
        noteDatum(datum, &findings)
        noteMends(&findings)
        self.raw.table.dropShapes()
    }

    /// Nothing is said where positions come out to the metre.
    private func noteShift(_ quality: Transformation.Quality, _ findings: inout [Finding]) {
        let accuracy = quality.accuracy.flatMap { $0 > 1 ? "\(Int($0.rounded()))" : nil }
        guard quality.isShiftMissing || accuracy != nil else { return }
        findings.append(
            Finding(
                .datumShift, layer: role,
                arguments: [raw.path, quality.datum, quality.isShiftMissing ? "" : accuracy ?? ""]))
    }

    private func noteDatum(_ datum: OffsetDatum, _ findings: inout [Finding]) {
        // Who has Amap's codes has Amap's positions, unless somebody converted them and does not say.
        if raw.input.datum == nil, raw.input.kinds == .amap, isGeographic {
            findings.append(Finding(.datumUndeclared, layer: role, arguments: [raw.path]))
        }
        guard datum != .wgs84 else { return }
        findings.append(Finding(.datumUndone, layer: role, arguments: [raw.path, datum.title]))
    }

    private func noteMends(_ findings: inout [Finding]) {
        for place in raw.table.features.mended where shapes[place] != nil {
            let feature = raw.table.features[place]
            guard let mend = feature.mend else { continue }
            let what =
                switch mend {
                case .degenerateHolesDropped(let count): "\(count) × hole enclosing nothing"
                case .degeneratePartsDropped(let count): "\(count) × part enclosing nothing"
                }
            findings.append(naming.finding(.geometryRepaired, on: feature, arguments: [raw.path, what]))
        }
    }

    /// Takes a feature out, which then needs a finding of its own.
    mutating func exclude(_ index: Int) { shapes.replace(index, by: nil) }

    /// Puts another shape in a feature's place.
    mutating func replace(_ index: Int, by shape: Shape) { shapes.replace(index, by: shape) }

    /// - Throws: `StudyAreaError.nothingUsable` when no feature is left.
    func checkUsable(_ findings: [Finding]) throws(StudyAreaError) {
        if excluded == shapes.count {
            let first = findings.first { $0.layer == role && $0.code.leavesOut }
            throw StudyAreaError(
                .nothingUsable(features: shapes.count, first: first), layer: role, path: raw.path)
        }
    }

    private func noteReading(_ findings: inout [Finding]) {
        for note in raw.table.notes {
            findings.append(Finding(.readerNote, layer: role, arguments: [raw.path, note]))
        }
        if let scale = raw.table.scale {
            let extent = "\(Int(scale.width.rounded())) × \(Int(scale.height.rounded()))"
            findings.append(
                Finding(
                    .drawingScaled, layer: role,
                    arguments: [raw.path, scale.unit.name, "\(scale.unit.metres)", extent]))
            if scale.isDoubtful(raw.table) {
                findings.append(
                    Finding(
                        .drawingUnitDoubtful, layer: role, arguments: [raw.path, scale.unit.name, extent]))
            }
        }
        if let column = raw.table.coordinateColumn {
            findings.append(Finding(.coordinateColumn, layer: role, arguments: [raw.path, column]))
        }
        if raw.table.textEncoding != "UTF-8" {
            findings.append(
                Finding(.textEncoding, layer: role, arguments: [raw.path, raw.table.textEncoding]))
        }
    }
}

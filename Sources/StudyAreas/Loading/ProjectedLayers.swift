import Geometry
import Projections

/// All layers in one plane, checked to lie near one another.
public struct ProjectedLayers: Sendable {
    let input: StudyAreaInput
    let plane: Plane
    let layers: [ProjectedLayer]
    private(set) var findings: [Finding] = []

    /// Moves every layer into the plane of the run.
    ///
    /// - Parameters:
    ///   - reach: How far apart layers may lie and still belong together, in metres.
    ///   - threads: At most this many tasks move shapes at once.
    /// - Throws: `StudyAreaError` or `ProjectionError` when a layer has no usable coordinates, or layers do not
    ///   overlap.
    public init(_ raw: RawLayers, reach: Double, threads: Int = 1) throws {
        input = raw.input
        let resolver = PlaneResolver(choice: raw.input.plane, layers: raw.layers)
        var findings: [Finding] = []
        plane = try resolver.plane(findings: &findings)
        var projected: [ProjectedLayer] = []
        for layer in raw.layers {
            let reference = try resolver.reference(of: layer, findings: &findings)
            projected.append(
                try ProjectedLayer(layer, from: reference, to: plane, threads: threads, findings: &findings))
        }
        if plane.reference == nil { findings.append(Finding(.planarOutput, layer: "crs")) }
        layers = projected
        self.findings = findings
        for layer in layers { try layer.checkUsable(findings) }
        try checkOverlap(reach)
    }

    func layers(_ role: String) -> [ProjectedLayer] { layers.filter { $0.role == role } }

    /// Layers of one city lie within a walk of one another; kilometres between them mean a wrong coordinate
    /// system or a wrong file.
    private func checkOverlap(_ reach: Double) throws(StudyAreaError) {
        let anchor = layers("network").isEmpty ? "blocks" : "network"
        let anchorBox = box(of: anchor)
        for layer in layers where layer.role == "blocks" || layer.role == "facilities" {
            let gap = layer.box.distance(to: anchorBox)
            guard gap > max(reach, 1000) else { continue }
            if let doubt = findings.first(where: { $0.code == .drawingUnitDoubtful }) {
                throw StudyAreaError(
                    .drawingUnitDoubtful(
                        drawing: doubt.arguments[0], unit: doubt.arguments[1],
                        kilometres: Int((gap / 1000).rounded())), layer: doubt.layer)
            }
            throw StudyAreaError(
                .layersApart(other: anchor, kilometres: Int((gap / 1000).rounded())),
                layer: layer.role, path: layer.raw.path)
        }
    }

    private func box(of role: String) -> Box {
        layers(role).reduce(into: Box.empty) { $0.extend(to: $1.box) }
    }
}

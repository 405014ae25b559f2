import PedestrianNetworks
import VectorFiles

/// Reads off a way's attributes at which height it runs (Docs/Methods: Diagnosis of a network).
struct LevelReader {
    private let attributes: AttributeReader

    init(_ layer: ProjectedLayer) throws(StudyAreaError) {
        attributes = try AttributeReader(
            layer.raw.input, layer.table, layer: layer.role, roles: [.bridge, .tunnel, .wayLayer])
    }

    func level(of feature: Feature, id: String, findings: inout [Finding]) -> WayLevel {
        let layer = attributes.word(.wayLayer, of: feature, id: id, findings: &findings) { text in
            Double(text).flatMap { Int(exactly: $0) }.flatMap { abs($0) <= 100 ? $0 : nil }
        }
        return WayLevel(structure(of: feature), layer: layer)
    }

    private func structure(of feature: Feature) -> WayLevel.Structure {
        if says(.bridge, feature) { return .bridge }
        // A passage through a building leads over the ground.
        let isPassage = attributes.text(.tunnel, of: feature) == "building_passage"
        return says(.tunnel, feature) && !isPassage ? .tunnel : .ground
    }

    private func says(_ role: FieldRole, _ feature: Feature) -> Bool {
        guard let text = attributes.text(role, of: feature) else { return false }
        return !["no", "n", "false", "f", "0", "否", "无"].contains(text.lowercased())
    }
}

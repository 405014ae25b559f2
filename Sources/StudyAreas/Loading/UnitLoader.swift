import Geometry
import VectorFiles

/// Features → units, and blocks → the unit each belongs to.
struct UnitLoader {
    let interior: InteriorPoint

    func units(of layer: inout ProjectedLayer, findings: inout [Finding]) throws -> [Unit] {
        try layer.checkShapes([.surfaces], interior, findings: &findings)
        let attributes = try AttributeReader(
            layer.raw.input, layer.table, layer: layer.role, roles: [.id, .name])
        var register = IdentityRegister()
        var units: [Unit] = []
        for (feature, shape) in zip(layer.table.features, layer.shapes) {
            let id = register.id(of: feature, attributes, findings: &findings)
            guard let shape else { continue }
            units.append(Unit(id: id, name: attributes.text(.name, of: feature), shape: shape))
        }
        return units
    }

    /// Gives each block the first unit that covers its origin.
    func assign(
        _ units: [Unit], to blocks: inout [ResidentialBlock], findings: inout [Finding]
    ) throws {
        let context = GEOSContext()
        let prepared = try units.map { try PreparedShape($0.shape, in: context) }
        let index = SpatialIndex(units.map(\.shape.box))
        var scratch = SpatialIndex.Scratch()
        for place in blocks.indices {
            let origin = blocks[place].origin
            var candidates: [Int] = []
            index.forEach(meeting: Box(origin, origin), scratch: &scratch) { candidates.append($0) }
            blocks[place].unit = try candidates.sorted().first { try prepared[$0].covers(origin) }
            if blocks[place].unit == nil {
                findings.append(
                    Finding(
                        .blockOutsideUnits, layer: "blocks", feature: blocks[place].id,
                        population: blocks[place].population))
            }
        }
    }
}

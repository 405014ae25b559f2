import Geometry
import Standards
import VectorFiles

/// Features → residential blocks, their entrances and units.
struct BlockLoader {
    let interior: InteriorPoint

    func blocks(
        of layer: inout ProjectedLayer, findings: inout [Finding]
    ) throws -> [ResidentialBlock] {
        try layer.checkShapes([.points, .surfaces], interior, findings: &findings)
        let attributes = try AttributeReader(
            layer.raw.input, layer.table, layer: layer.role,
            roles: [.id, .name, .population, .households, .age, .gated, .siteArea])
        noteMissingColumns(attributes, &findings, path: layer.raw.path)
        var register = IdentityRegister()
        register.makeRoom(for: layer.shapes.count)
        var blocks: [ResidentialBlock] = []
        blocks.reserveCapacity(layer.shapes.count)
        for (feature, shape) in zip(layer.table.features, layer.shapes) {
            let id = register.id(of: feature, attributes, findings: &findings)
            guard let shape, let origin = try interior.position(of: shape) else { continue }
            blocks.append(block(id, feature, shape, origin, attributes, &findings))
        }
        notePopulations(blocks, attributes, &findings)
        return blocks
    }

    private func block(
        _ id: String, _ feature: Feature, _ shape: Shape, _ origin: Position,
        _ attributes: AttributeReader, _ findings: inout [Finding]
    ) -> ResidentialBlock {
        let siteArea = attributes.amount(.siteArea, of: feature, id: id, findings: &findings)
        return ResidentialBlock(
            id: id, name: attributes.text(.name, of: feature),
            population: attributes.amount(.population, of: feature, id: id, findings: &findings),
            households: attributes.amount(.households, of: feature, id: id, findings: &findings),
            age: attributes.word(.age, of: feature, id: id, findings: &findings) {
                CommunityAge(attribute: $0)
            },
            isGated: attributes.word(.gated, of: feature, id: id, findings: &findings, meaning: yesOrNo),
            shape: shape, landArea: shape.polygons.isEmpty ? siteArea : shape.area,
            origin: origin, starts: [origin], unit: nil)
    }

    private func yesOrNo(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "1", "true", "yes", "y", "是", "封闭": true
        case "0", "false", "no", "n", "否", "开放": false
        default: nil
        }
    }

    private func noteMissingColumns(
        _ attributes: AttributeReader, _ findings: inout [Finding], path: String
    ) {
        if !attributes.has(.id) {
            findings.append(Finding(.idsGenerated, layer: attributes.layer, arguments: [path]))
        }
        if !attributes.has(.population) {
            findings.append(Finding(.populationColumnMissing, layer: attributes.layer, arguments: [path]))
        }
    }

    private func notePopulations(
        _ blocks: [ResidentialBlock], _ attributes: AttributeReader, _ findings: inout [Finding]
    ) {
        guard attributes.has(.population) else { return }
        for block in blocks where block.population == nil {
            findings.append(Finding(.populationUnknown, layer: attributes.layer, feature: block.id))
        }
    }

    /// Lets walks of blocks start at their entrances, where a layer says so.
    func addEntrances(
        of layer: inout ProjectedLayer, to blocks: inout [ResidentialBlock], findings: inout [Finding]
    ) throws {
        try layer.checkShapes([.points], interior, findings: &findings)
        let attributes = try AttributeReader(
            layer.raw.input, layer.table, layer: layer.role, roles: [.of, .id])
        guard attributes.has(.of) else {
            return try addEntrancesByPosition(of: layer, to: &blocks, findings: &findings)
        }
        let place = Dictionary(
            blocks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var entrances: [Int: [Position]] = [:]
        for (index, feature) in layer.table.features.enumerated() {
            guard let shape = layer.shapes[index] else { continue }
            let of = attributes.text(.of, of: feature) ?? ""
            guard let block = place[of] else {
                layer.exclude(index)
                findings.append(
                    Finding(
                        .entranceWithoutBlock, layer: layer.role, feature: layer.naming.name(of: feature),
                        arguments: [of]))
                continue
            }
            shape.forEachRun { entrances[block, default: []] += $0 }
        }
        try layer.checkUsable(findings)
        for (block, positions) in entrances {
            blocks[block].starts = positions
            blocks[block].startKind = .entrances
        }
    }

    /// Lets walks of blocks start at the entrances that lie at their boundary; others are no block's.
    ///
    /// - Throws: `StudyAreaError.noColumn` when none lies at a boundary: then a column has to say whose it is.
    private func addEntrancesByPosition(
        of layer: ProjectedLayer, to blocks: inout [ResidentialBlock], findings: inout [Finding]
    ) throws(StudyAreaError) {
        var finder = BoundaryFinder(blocks)
        var entrances: [Int: [Position]] = [:]
        var (given, found) = (0, 0)
        for shape in layer.shapes.compactMap(\.self) {
            shape.forEachRun { run in
                for position in run {
                    given += 1
                    guard let block = finder.block(at: position) else { continue }
                    found += 1
                    entrances[block, default: []].append(position)
                }
            }
        }
        guard found > 0 || layer.raw.input.source.isMap else {
            throw StudyAreaError(
                .noColumn(column: FieldRole.of.aliases[0], available: layer.table.fields),
                layer: layer.role, path: layer.raw.path)
        }
        findings.append(
            Finding(
                .entrancesByPosition, layer: layer.role, arguments: ["\(found)", "\(given)", layer.raw.path]))
        for (block, positions) in entrances {
            blocks[block].starts = positions
            blocks[block].startKind = .entrances
        }
    }
}

/// Finds the block whose boundary an entrance lies at.
private struct BoundaryFinder {
    /// Metres that an entrance and the boundary it stands in may be drawn apart.
    private static let reach = 5.0

    private let polygons: [(block: Int, polygon: Polygon)]
    private let index: SpatialIndex
    private var scratch = SpatialIndex.Scratch()

    init(_ blocks: [ResidentialBlock]) {
        polygons = blocks.enumerated().flatMap { place, block in block.shape.polygons.map { (place, $0) } }
        index = SpatialIndex(polygons.map { Shape.polygon($0.polygon).box })
    }

    /// The block with the nearest boundary within reach, the first of equals.
    mutating func block(at position: Position) -> Int? {
        var best: (distance: Double, block: Int)?
        let window = Box(position, position).grown(by: Self.reach)
        index.forEach(meeting: window, scratch: &scratch) { place in
            let candidate = (polygons[place].polygon.boundaryDistance(to: position), polygons[place].block)
            guard candidate.0 <= Self.reach else { return }
            if let best, best <= candidate { return }
            best = candidate
        }
        return best?.block
    }
}

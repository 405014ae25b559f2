import Geometry
import Standards
import VectorFiles

/// Features → facilities of known kinds.
struct FacilityLoader {
    let interior: InteriorPoint
    let kinds: KindReading
    let access: FacilityAccess

    func facilities(
        of layers: inout [ProjectedLayer], findings: inout [Finding]
    ) throws -> [Facility] {
        var register = IdentityRegister()
        var facilities: [Facility] = []
        for place in layers.indices where layers[place].role == "facilities" {
            try add(&layers[place], to: &facilities, &register, &findings)
        }
        return facilities
    }

    private func add(
        _ layer: inout ProjectedLayer, to facilities: inout [Facility],
        _ register: inout IdentityRegister, _ findings: inout [Finding]
    ) throws {
        try layer.checkShapes([.points, .surfaces], interior, findings: &findings)
        let attributes = try AttributeReader(
            layer.raw.input, layer.table, layer: layer.role,
            roles: [.id, .name, .kind, .code, .floorArea, .siteArea, .classes, .places])
        let sorter = layer.raw.input.kinds == .column ? nil : try LayerSorter(layer.raw, attributes)
        guard sorter != nil || kinds.isGiven || attributes.has(.kind) else {
            throw StudyAreaError(
                .noColumn(column: FieldRole.kind.aliases[0], available: layer.table.fields),
                layer: layer.role, path: layer.raw.path)
        }
        if !attributes.has(.id) {
            findings.append(Finding(.idsGenerated, layer: layer.role, arguments: [layer.raw.path]))
        }
        register.makeRoom(for: layer.shapes.count)
        facilities.reserveCapacity(facilities.count + layer.shapes.count)
        var outcomes: [PlaceOutcome] = []
        var known: [String: Kind] = [:]
        for (index, feature) in layer.table.features.enumerated() {
            let id = register.id(of: feature, attributes, findings: &findings)
            guard let shape = layer.shapes[index] else { continue }
            let outcome = sorter?.outcome(of: feature)
            outcomes += [outcome].compactMap { $0 }
            if let outcome, let finding = sorter?.finding(on: id, outcome, feature) {
                findings.append(finding)
            }
            let sorted: Kind? =
                if let outcome { kind(outcome) } else { kind(of: feature, id, attributes, &known, &findings) }
            guard let kind = sorted else {
                layer.exclude(index)
                continue
            }
            if let facility = try facility(id, kind, feature, shape, attributes, &findings) {
                facilities.append(facility)
            }
        }
        findings += sorter?.summary(outcomes) ?? []
        noteOthers(outcomes, layer, &findings)
        try layer.checkUsable(findings)
    }

    /// Says how many places of a map are none of what the layer is for.
    private func noteOthers(_ outcomes: [PlaceOutcome], _ layer: ProjectedLayer, _ findings: inout [Finding])
    {
        guard case .all(let wanted) = kinds else { return }
        let others = outcomes.count { outcome in
            if case .kind = outcome { kind(outcome) == nil } else { false }
        }
        guard others > 0 else { return }
        findings.append(
            Finding(
                .otherKinds, layer: layer.role,
                arguments: ["\(others)", layer.raw.path, wanted.title, wanted.titleEn]))
    }

    /// A facility's kind and whether it is an open space.
    private struct Kind {
        let id: String
        let isOpenSpace: Bool
    }

    /// The kind that a classifier found.
    ///
    /// Where all are to be of one kind, such as parks, those of it are, and of open spaces all open spaces.
    private func kind(_ outcome: PlaceOutcome) -> Kind? {
        guard case .kind(let id, _, _) = outcome else { return nil }
        if case .all(let wanted) = kinds {
            let isOpenSpace = FacilityKindCatalogue.bundled.kind(id: id)?.isOpenSpace ?? false
            guard id == wanted.id || isOpenSpace && wanted.isOpenSpace else { return nil }
            return Kind(id: wanted.id, isOpenSpace: wanted.isOpenSpace)
        }
        return Kind(id: id, isOpenSpace: FacilityKindCatalogue.bundled.kind(id: id)?.isOpenSpace ?? false)
    }

    private func kind(
        of feature: Feature, _ id: String, _ attributes: AttributeReader, _ known: inout [String: Kind],
        _ findings: inout [Finding]
    ) -> Kind? {
        if case .all(let kind) = kinds { return Kind(id: kind.id, isOpenSpace: kind.isOpenSpace) }
        guard let written = attributes.text(.kind, of: feature) else {
            if case .asWrittenIfAny = kinds { return Kind(id: "", isOpenSpace: false) }
            findings.append(Finding(.kindMissing, layer: attributes.layer, feature: id))
            return nil
        }
        if let kind = known[written] ?? kind(written: written) {
            known[written] = kind
            return kind
        }
        guard case .catalogue(let catalogue) = kinds else { return nil }
        let nearest = catalogue.suggestions(for: written).joined(separator: ", ")
        findings.append(
            Finding(.kindUnknown, layer: attributes.layer, feature: id, arguments: [written, nearest]))
        return nil
    }

    /// What a name means; nil when it has to be one of a catalogue and is not.
    private func kind(written: String) -> Kind? {
        guard case .catalogue(let catalogue) = kinds else {
            let known = FacilityKindCatalogue.bundled.kind(named: written)
            return Kind(id: written, isOpenSpace: known?.isOpenSpace ?? false)
        }
        return catalogue.kind(named: written).map { Kind(id: $0.id, isOpenSpace: $0.isOpenSpace) }
    }

    private func facility(
        _ id: String, _ kind: Kind, _ feature: Feature, _ shape: Shape, _ attributes: AttributeReader,
        _ findings: inout [Finding]
    ) throws -> Facility? {
        guard let access = try access(of: shape, isOpenSpace: kind.isOpenSpace) else { return nil }
        let measured = kind.isOpenSpace && !shape.polygons.isEmpty ? shape.area : nil
        return Facility(
            id: id, name: attributes.text(.name, of: feature), kind: kind.id,
            floorArea: attributes.amount(.floorArea, of: feature, id: id, findings: &findings),
            siteArea: attributes.amount(.siteArea, of: feature, id: id, findings: &findings) ?? measured,
            classes: attributes.amount(.classes, of: feature, id: id, findings: &findings),
            places: attributes.amount(.places, of: feature, id: id, findings: &findings),
            shape: shape, access: access)
    }

    private func access(of shape: Shape, isOpenSpace: Bool) throws -> Facility.Access? {
        let isSurface = !shape.polygons.isEmpty
        switch access {
        case .boundary where isSurface, .automatic where isSurface && isOpenSpace: return .boundary
        case .point: break
        default: if case .multiPoint(let entrances) = shape { return .entrances(entrances) }
        }
        return try interior.position(of: shape).map { .entrances([$0]) }
    }
}

extension KindReading {
    /// Whether kinds need no column.
    fileprivate var isGiven: Bool {
        switch self {
        case .all, .asWrittenIfAny: true
        case .catalogue, .asWritten: false
        }
    }
}

import Geometry
import Projections
import Standards
import VectorFiles

/// Tables of places, read and classified: every record of every source, taken or left out.
public struct PlaceImport: Sendable {
    /// What became of one source.
    public struct Tally: Hashable, Sendable {
        /// The file.
        public let path: String
        /// Records in it.
        public let read: Int
        /// Records that are facilities.
        public let taken: Int
    }

    /// Every record in input order.
    public private(set) var places: [ClassifiedPlace] = []
    /// What is odd about the sources.
    public private(set) var findings: [Finding] = []
    /// One for each source, in order.
    public private(set) var tallies: [Tally] = []

    /// Reads and classifies sources.
    ///
    /// - Parameters:
    ///   - sources: The files, with their datum and where their kinds come from.
    ///   - reference: The coordinate system of sources that name none; nil when they have to.
    /// - Throws: `VectorFileError` when a file cannot be read, `StudyAreaError` when a source has no feature, no
    ///   coordinate system or not the column its kinds come from, `ProjectionError` for an unknown system.
    public init(reading sources: [LayerInput], reference: String? = nil) throws {
        var input = StudyAreaInput()
        input.facilities = sources
        if let reference { input.plane = .named(reference) }
        // Layers are let go of one by one: all of them would be as much again as what is made of them.
        var waiting: [RawLayer] = try RawLayers(reading: input, needed: [("facilities", "SRC")])
            .layers.reversed()
        let resolver = PlaneResolver(choice: input.plane, layers: [])
        var register = IdentityRegister()
        while !waiting.isEmpty {
            let system = try resolver.reference(of: waiting[waiting.count - 1], findings: &findings)
            let before = findings.count
            let globe = Plane(reference: .wgs84)
            var projected = try ProjectedLayer(
                waiting.removeLast(), from: system, to: globe, findings: &findings)
            try add(&projected, &register, findingsBefore: before)
        }
    }

    private mutating func add(
        _ layer: inout ProjectedLayer, _ register: inout IdentityRegister, findingsBefore: Int
    ) throws {
        layer.mendShapes([.points, .surfaces], InteriorPoint(), findings: &findings)
        let attributes = try AttributeReader(
            layer.raw.input, layer.table, layer: layer.role,
            roles: [.id, .name, .kind, .code, .floorArea, .siteArea])
        let sorter = try LayerSorter(layer.raw, attributes)
        if !attributes.has(.id) {
            findings.append(Finding(.idsGenerated, layer: layer.role, arguments: [layer.raw.path]))
        }
        var defects = DefectRegister(findings[findingsBefore...])
        var ground = GroundArea()
        let before = places.count
        for (index, feature) in layer.table.features.enumerated() {
            let id = register.id(of: feature, attributes, findings: &findings)
            var place = sorter.place(id, feature, layer.shapes[index], &ground)
            if place.shape == nil { defects.explain(&place, layer.naming.name(of: feature)) }
            place.floorArea = attributes.amount(.floorArea, of: feature, id: id, findings: &findings)
            place.siteArea = attributes.amount(.siteArea, of: feature, id: id, findings: &findings)
            places.append(place)
            if place.shape != nil, let finding = sorter.finding(on: id, place.outcome, feature) {
                findings.append(finding)
            }
        }
        findings += sorter.summary(places[before...].map(\.outcome))
        count(places[before...], of: layer.raw.path)
    }

    /// Adds the places of a source that is no table; their ids have to be unlike those of all others.
    public mutating func append(_ more: [ClassifiedPlace], of path: String) {
        places += more
        count(more[...], of: path)
    }

    private mutating func count(_ own: ArraySlice<ClassifiedPlace>, of path: String) {
        tallies.append(Tally(path: path, read: own.count, taken: own.count { $0.kind != nil }))
    }
}

/// Which defects keep features from having a shape.
private struct DefectRegister {
    private var defects: [String: [Finding]] = [:]

    init(_ findings: ArraySlice<Finding>) {
        for finding in findings where finding.code.severity == .error {
            defects[finding.feature, default: []].append(finding)
        }
    }

    /// Leaves a place without a shape out, by the first defect of its name that is not yet spent.
    mutating func explain(_ place: inout ClassifiedPlace, _ name: String) {
        var own = defects[name] ?? []
        let missing = Finding(
            .geometryMissing, layer: "facilities", feature: name, arguments: [place.source])
        let defect = own.isEmpty ? missing : own.removeFirst()
        defects[name] = own
        place.outcome = .leftOut(reason: defect.code.rawValue, rule: nil)
        place.defect = defect
        place.explanation = nil
    }
}

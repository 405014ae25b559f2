/// Tells by the table of map features what an object is.
struct FeatureSorter: Sendable {
    private let places: CodedConditions
    private let buildings: CodedConditions
    private let residentialLand: CodedConditions
    private let barriers: CodedConditions
    private let crossedOver: CodedConditions
    private let notCrossedOver: CodedConditions
    private let barrierKinds: [OSMBarrier.Kind]
    private let entrance: UInt16
    private let barrierKey: UInt16
    private let highway: UInt16
    private let no: UInt16

    init(_ features: MapFeatures) {
        places = CodedConditions(features.places.map(\.condition))
        buildings = CodedConditions(features.buildings.map(\.condition))
        residentialLand = CodedConditions(features.residentialLand.map(\.condition))
        barriers = CodedConditions(features.barriers.map(\.row.condition))
        crossedOver = CodedConditions(anyOf: features.crossedOver)
        notCrossedOver = CodedConditions(anyOf: features.notCrossedOver)
        barrierKinds = features.barriers.map(\.kind)
        let words = TagWords.bundled
        entrance = words.number(of: MapFeatures.entranceKey.utf8)
        barrierKey = words.number(of: FootTable.barrierKey.utf8)
        highway = words.number(of: "highway".utf8)
        no = words.number(of: "no".utf8)
    }

    func isPlace(_ codes: TagCodes) -> Bool { places.first(for: codes) != nil }
    func isHome(_ codes: TagCodes) -> Bool { buildings.first(for: codes) != nil }
    func isResidentialLand(_ codes: TagCodes) -> Bool { residentialLand.first(for: codes) != nil }

    /// What kind of barrier a line with these tags is; nil for none, and for one that runs under or over ground.
    func barrier(_ codes: TagCodes) -> OSMBarrier.Kind? {
        guard let found = barriers.first(for: codes) else { return nil }
        let isElsewhere = crossedOver.first(for: codes) != nil && notCrossedOver.first(for: codes) == nil
        return isElsewhere ? nil : barrierKinds[found]
    }

    /// Whether a node is the way into something.
    func isEntrance(_ codes: TagCodes) -> Bool { codes.value(of: entrance).map { $0 != no } ?? false }

    /// Whether a node has something that may stand in the way.
    func isGate(_ codes: TagCodes) -> Bool { codes.has(barrierKey) }

    /// Whether a line is one of streets and paths, walked or not.
    func isHighway(_ codes: TagCodes) -> Bool { codes.has(highway) }

    /// Whether a node is an entrance or a gate.
    func isDoor(_ codes: TagCodes) -> Bool { isEntrance(codes) || isGate(codes) }

    /// Whether lines or surfaces with these tags are handed out.
    func concern(_ codes: TagCodes) -> Bool {
        isPlace(codes) || isHome(codes) || isResidentialLand(codes) || barrier(codes) != nil
    }
}

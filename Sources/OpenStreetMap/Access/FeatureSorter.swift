/// Tells by the table of map features what an object is.
struct FeatureSorter: Sendable {
    /// The table that decides.
    let features: MapFeatures
    private let places: CodedConditions
    private let buildings: CodedConditions
    private let residentialLand: CodedConditions
    private let barriers: CodedConditions
    private let crossedOver: CodedConditions
    private let notCrossedOver: CodedConditions

    init(_ features: MapFeatures) {
        self.features = features
        places = CodedConditions(features.places.map(\.condition))
        buildings = CodedConditions(features.buildings.map(\.condition))
        residentialLand = CodedConditions(features.residentialLand.map(\.condition))
        barriers = CodedConditions(features.barriers.map(\.row.condition))
        crossedOver = CodedConditions(anyOf: features.crossedOver)
        notCrossedOver = CodedConditions(anyOf: features.notCrossedOver)
    }

    func isPlace(_ codes: TagCodes) -> Bool { places.first(for: codes) != nil }
    func isHome(_ codes: TagCodes) -> Bool { buildings.first(for: codes) != nil }
    func isResidentialLand(_ codes: TagCodes) -> Bool { residentialLand.first(for: codes) != nil }

    /// What kind of barrier a line with these tags is; nil for none, and for one that runs under or over ground.
    func barrier(_ codes: TagCodes) -> OSMBarrier.Kind? {
        guard let found = barriers.first(for: codes) else { return nil }
        let isElsewhere = crossedOver.first(for: codes) != nil && notCrossedOver.first(for: codes) == nil
        return isElsewhere ? nil : features.barriers[found].kind
    }

    /// Whether lines or surfaces with these tags are handed out.
    func concern(_ codes: TagCodes) -> Bool {
        isPlace(codes) || isHome(codes) || isResidentialLand(codes) || barrier(codes) != nil
    }
}

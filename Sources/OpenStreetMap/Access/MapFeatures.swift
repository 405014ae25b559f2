/// Which tags make a place, a home or a barrier: map-features.yaml.
struct MapFeatures: Sendable {
    /// A key and the values that count.
    struct Row: Sendable {
        let key: String
        let values: TagCondition.Allowed

        func holds(_ tags: OSMTags) -> Bool {
            guard let value = tags[key], value != "no" || key == "barrier" else { return false }
            return values.holds(value)
        }
    }

    struct BarrierRow: Sendable {
        let kind: OSMBarrier.Kind
        let row: Row
    }

    let places: [Row]
    let buildings: [Row]
    let residentialLand: [Row]
    let barriers: [BarrierRow]
    let crossedOver: TagCondition
    let notCrossedOver: TagCondition

    func isPlace(_ tags: OSMTags) -> Bool { places.contains { $0.holds(tags) } }
    func isHome(_ tags: OSMTags) -> Bool { buildings.contains { $0.holds(tags) } }
    func isResidentialLand(_ tags: OSMTags) -> Bool { residentialLand.contains { $0.holds(tags) } }

    /// What kind of barrier a line with these tags is; nil for none, and for one that runs under or over ground.
    func barrier(_ tags: OSMTags) -> OSMBarrier.Kind? {
        guard let found = barriers.first(where: { $0.row.holds(tags) }) else { return nil }
        let isElsewhere = crossedOver.touches(tags) && !notCrossedOver.touches(tags)
        return isElsewhere ? nil : found.kind
    }

    /// Whether lines or surfaces with these tags are handed out.
    func concern(_ tags: OSMTags) -> Bool {
        isPlace(tags) || isHome(tags) || isResidentialLand(tags) || barrier(tags) != nil
    }

    /// The keys an object must have one of to matter.
    var keys: [String] {
        (places + buildings + residentialLand + barriers.map(\.row)).map(\.key) + ["entrance"]
    }
}

/// Which tags make a place, a home or a barrier: map-features.yaml.
struct MapFeatures: Sendable {
    /// A key and the values that count.
    struct Row: Sendable {
        let key: String
        let values: TagCondition.Allowed

        /// `no` is as good as nothing, but for barriers, whose values are listed.
        var condition: (when: TagCondition, unless: TagCondition) {
            (
                TagCondition(terms: [(key, values)]),
                key == "barrier" ? .nothing : TagCondition(terms: [(key, .oneOf(["no"]))])
            )
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

    /// The key of doors and ways in.
    static let entranceKey = "entrance"

    /// All keys, and all values.
    var words: (keys: [String], values: [String]) {
        let rows = places + buildings + residentialLand + barriers.map(\.row)
        let words = [crossedOver.words, notCrossedOver.words]
        return (
            rows.map(\.key) + words.flatMap(\.keys) + [Self.entranceKey],
            rows.flatMap(\.values.words) + words.flatMap(\.values) + ["no"]
        )
    }
}

/// Walkability as a table of data (Docs/OpenStreetMap: Who may walk where).
///
/// First come rows that no tag overrules; then the most specific access key that is there; then the first row that
/// fits the way. Other keys, such as `surface` or `motor_vehicle`, do not matter.
public struct FootAccess: Sendable {
    /// Whose customs hold.
    public let profile: FootProfile
    private let never: [FootTable.Row]
    private let ways: [FootTable.Row]
    private let table: FootTable
    private let coded: (never: CodedConditions, ways: CodedConditions)

    /// The bundled table as it holds in a profile.
    public init(profile: FootProfile = .default) {
        self.profile = profile
        table = .bundled
        never = table.never.filter { $0.holds(in: profile) }
        ways = table.ways.filter { $0.holds(in: profile) }
        coded = (
            CodedConditions(never.map { ($0.when, $0.unless) }),
            CodedConditions(ways.map { ($0.when, $0.unless) })
        )
    }

    /// Whether a way with these tags may be walked.
    ///
    /// An access key that keeps to a few (`private`) makes private only what the rows would open to all: a
    /// private motorway is no footpath.
    public func access(ofWay tags: OSMTags) -> WayAccess { access(ofWay: tags, TagCodes(tags)) }

    /// The same, with the tags' codes at hand.
    func access(ofWay tags: OSMTags, _ codes: TagCodes) -> WayAccess {
        if let place = coded.never.first(for: codes) { return .notWalkable(never[place].rule) }
        guard let place = coded.ways.first(for: codes) else { return .notAWay }
        let row = ways[place]
        let byRow: WayAccess = row.isWalkable ? .walkable(row.rule) : .notWalkable(row.rule)
        guard let key = table.decidingKey(in: tags), row.openedBy?.contains(key) ?? true || row.isWalkable,
            let (meaning, rule) = table.meaning(of: key, in: tags)
        else { return byRow }
        switch meaning {
        case .open: return .walkable(rule)
        case .privateOnly: return row.isWalkable ? .privateOnly(rule) : byRow
        case .closed: return .notWalkable(rule)
        }
    }

    /// Whether a closed way, or a multipolygon, with these tags is walked across and not only around.
    ///
    /// `area=yes` and `area=no` decide where they are given; a multipolygon is always an area.
    public func isArea(_ tags: OSMTags, isMultipolygon: Bool = false) -> Bool {
        isMultipolygon || isArea(tags, TagCodes(tags))
    }

    /// The same for a closed way, with the tags' codes at hand.
    func isArea(_ tags: OSMTags, _ codes: TagCodes) -> Bool {
        let area = tags["area"]
        if area == "yes" { return true }
        guard area != "no", let place = coded.ways.first(for: codes) else { return false }
        return ways[place].closedIsArea
    }

    /// Whether a walker gets through a node with these tags.
    public func passage(ofNode tags: OSMTags) -> NodePassage {
        if let key = table.decidingKey(in: tags), let (meaning, rule) = table.meaning(of: key, in: tags) {
            switch meaning {
            case .open: return .open
            case .privateOnly: return .privateOnly(rule)
            case .closed: return .closed(rule)
            }
        }
        guard let barrier = tags["barrier"] else { return .open }
        if table.locked.condition.holds(tags) { return .closed(table.locked.rule) }
        guard let row = table.barriers.first(where: { $0.allowed.holds(barrier) }), !row.isOpen
        else { return .open }
        return .closed(row.rule)
    }

    /// Keys that a way must have one of, or a node, for its tags to be judged here.
    var keys: [String] {
        let ofWays = (never + ways).flatMap { $0.when.terms.map(\.key) }
        return table.accessKeys + ["barrier"] + ofWays
    }
}

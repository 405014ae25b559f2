/// Walkability as a table of data (Docs/OpenStreetMap: Who may walk where).
///
/// First come rows that no tag overrules; then the most specific access key that is there; then the first row that
/// fits the way. Other keys, such as `surface` or `motor_vehicle`, do not matter.
public struct FootAccess: Sendable {
    /// Whose customs hold.
    public let profile: FootProfile
    private let table: CodedFootTable
    private let area: (key: UInt16, yes: UInt16, no: UInt16)

    /// The bundled table as it holds in a profile.
    public init(profile: FootProfile = .default) {
        let words = TagWords.bundled
        self.profile = profile
        table = CodedFootTable(.bundled, profile: profile)
        area = (
            words.number(of: FootTable.areaKey.utf8), words.number(of: "yes".utf8),
            words.number(of: "no".utf8)
        )
    }

    /// Whether a way with these tags may be walked.
    ///
    /// An access key that keeps to a few (`private`) makes private only what the rows would open to all: a
    /// private motorway is no footpath.
    public func access(ofWay tags: OSMTags) -> WayAccess { access(ofWay: TagCodes(tags)) }

    /// The same by the tags' codes.
    func access(ofWay codes: TagCodes) -> WayAccess {
        if let rule = table.never(codes) { return .notWalkable(rule) }
        guard let row = table.way(codes) else { return .notAWay }
        let byRow: WayAccess = row.isWalkable ? .walkable(row.rule) : .notWalkable(row.rule)
        guard let (meaning, rule) = table.decision(codes, among: row.openedBy) else { return byRow }
        switch meaning {
        case .open: return .walkable(rule)
        case .privateOnly: return row.isWalkable ? .privateOnly(rule) : byRow
        case .closed: return .notWalkable(rule)
        }
    }

    /// Whether tags of these codes are those of a way at all.
    func concernsWay(_ codes: TagCodes) -> Bool { table.concernsWay(codes) }

    /// Whether a closed way, or a multipolygon, with these tags is walked across and not only around.
    ///
    /// `area=yes` and `area=no` decide where they are given; a multipolygon is always an area.
    public func isArea(_ tags: OSMTags, isMultipolygon: Bool = false) -> Bool {
        isMultipolygon || isArea(TagCodes(tags))
    }

    /// The same for a closed way by the tags' codes.
    func isArea(_ codes: TagCodes) -> Bool {
        let said = codes.value(of: area.key)
        if said == area.yes { return true }
        return said != area.no && table.way(codes)?.closedIsArea ?? false
    }

    /// Whether tags of these codes say that a closed way is a line.
    func isNoArea(_ codes: TagCodes) -> Bool { codes.value(of: area.key) == area.no }

    /// Whether a walker gets through a node with these tags.
    public func passage(ofNode tags: OSMTags) -> NodePassage { passage(ofNode: TagCodes(tags)) }

    /// The same by the tags' codes.
    func passage(ofNode codes: TagCodes) -> NodePassage {
        if let (meaning, rule) = table.decision(codes) {
            switch meaning {
            case .open: return .open
            case .privateOnly: return .privateOnly(rule)
            case .closed: return .closed(rule)
            }
        }
        guard table.hasBarrier(codes) else { return .open }
        if let lock = table.lock(codes) { return .closed(lock) }
        guard let barrier = table.barrier(codes), !barrier.isOpen else { return .open }
        return .closed(barrier.rule)
    }
}

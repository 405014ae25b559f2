import Testing

@testable import OpenStreetMap

/// Every row of the table decides what it says, and none stands behind another that always comes first.
@Suite struct FootAccessTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let row: FootTable.Row
        let tags: OSMTags
        let profile: FootProfile

        var testDescription: String { "\(row.rule.id) \(tags) \(profile.rawValue)" }
    }

    /// For every value of the row's longest list one set of tags that fits.
    static func cases(_ rows: [FootTable.Row]) -> [Case] {
        rows.flatMap { row in
            let choices = row.when.terms.map { term -> (String, [String?]) in
                switch term.allowed {
                case .any: (term.key, ["some_value"])
                case .absent: (term.key, [nil])
                case .oneOf(let values): (term.key, values)
                }
            }
            let most = choices.map(\.1.count).max() ?? 0
            return (0..<most).flatMap { place in
                (row.profiles ?? FootProfile.allCases).map { profile in
                    let pairs = choices.compactMap { key, values in
                        values[place % values.count].map { (key: key, value: $0) }
                    }
                    return Case(row: row, tags: OSMTags(pairs), profile: profile)
                }
            }
        }
    }

    @Test(arguments: cases(FootTable.bundled.ways).filter { !shadowed($0) })
    func rowDecides(_ one: Case) {
        let access = FootAccess(profile: one.profile).access(ofWay: one.tags)
        #expect(access == (one.row.isWalkable ? .walkable(one.row.rule) : .notWalkable(one.row.rule)))
    }

    /// The motorway row of all profiles stands behind the one of `china`, the trunk row too.
    private static func shadowed(_ one: Case) -> Bool {
        one.profile == .china && one.row.profiles == nil && ["motorway", "trunk"].contains(one.row.rule.id)
    }

    @Test(arguments: cases(FootTable.bundled.never))
    func nothingOverrulesNever(_ one: Case) {
        let access = FootAccess(profile: one.profile)
        #expect(access.access(ofWay: one.tags) == .notWalkable(one.row.rule))
        let allowed = OSMTags(one.tags.all + [(key: "foot", value: "yes")])
        #expect(access.access(ofWay: allowed) == .notWalkable(one.row.rule))
    }

    @Test func everyRowSaysWhy() {
        let table = FootTable.bundled
        let rules = (table.never + table.ways).map(\.rule) + table.barriers.map(\.rule) + [table.locked.rule]
        #expect(rules.count > 40)
        for rule in rules { #expect(rule.reason.count > 9, "\(rule.id)") }
        for (value, row) in table.meanings { #expect(row.reason.count > 9, "\(value)") }
    }

    @Test(arguments: FootTable.bundled.meanings.sorted { $0.key < $1.key }.map(\.key), ["foot", "access"])
    func accessValueDecides(_ value: String, _ key: String) throws {
        let access = FootAccess().access(ofWay: ["highway": "footway", key: value])
        switch try #require(FootTable.bundled.meanings[value]).meaning {
        case .open: #expect(access == .walkable(rule(access)))
        case .privateOnly: #expect(access == .privateOnly(rule(access)))
        case .closed: #expect(access == .notWalkable(rule(access)))
        }
        #expect(rule(access).id == "\(key)=\(value)")
    }

    private func rule(_ access: WayAccess) -> FootRule {
        switch access {
        case .walkable(let rule), .privateOnly(let rule), .notWalkable(let rule): rule
        case .notAWay: FootRule(id: "none", reason: "")
        }
    }

    @Test func privateMotorwayIsNoPrivateFootpath() {
        let access = FootAccess().access(ofWay: ["highway": "motorway", "access": "private"])
        #expect(rule(access).id == "motorway")
        #expect(access == .notWalkable(rule(access)))
    }

    @Test func onlyTheKeyFootOpensAChineseMotorway() {
        let china = FootAccess(profile: .china)
        #expect(rule(china.access(ofWay: ["highway": "motorway", "access": "yes"])).id == "motorway")
        #expect(rule(china.access(ofWay: ["highway": "motorway", "foot": "yes"])).id == "foot=yes")
    }

    @Test(
        arguments: [
            (["highway": "trunk"], "city_trunk"), (["highway": "trunk", "motorroad": "yes"], "motorroad"),
            (["highway": "trunk", "expressway": "yes"], "expressway"),
            (["highway": "trunk", "bridge": "viaduct"], "trunk_structure"),
            (["highway": "trunk", "bridge": "yes"], "city_trunk"),
            (["highway": "trunk", "bridge": "yes", "layer": "1"], "city_trunk"),
            (["highway": "trunk", "bridge": "yes", "layer": "2"], "trunk_upper_level"),
            (["highway": "trunk_link", "bridge": "yes", "layer": "3"], "trunk_upper_level"),
            (["highway": "trunk", "layer": "2"], "city_trunk"),
            (["highway": "trunk", "bridge": "yes", "layer": "2", "sidewalk": "both"], "trunk_with_pavement"),
            (["highway": "trunk", "bridge": "yes", "layer": "2", "foot": "yes"], "foot=yes"),
            (["highway": "trunk", "tunnel": "yes"], "trunk_tunnel"),
            (["highway": "trunk", "tunnel": "no"], "city_trunk"),
            (["highway": "trunk", "tunnel": "yes", "sidewalk": "both"], "trunk_with_pavement"),
            (["highway": "trunk", "sidewalk": "no"], "trunk_without_pavement"),
            (["highway": "trunk", "foot": "no"], "foot=no"),
        ] as [(OSMTags, String)])
    func chineseTrunkRoads(_ tags: OSMTags, _ id: String) {
        #expect(rule(FootAccess(profile: .china).access(ofWay: tags)).id == id)
    }

    @Test func onePavementOfTwoKeepsTheStreet() {
        let tags: OSMTags = ["highway": "primary", "sidewalk:left": "yes", "sidewalk:right": "separate"]
        #expect(rule(FootAccess().access(ofWay: tags)).id == "street")
    }

    @Test(arguments: [["waterway": "river"], ["leisure": "track"], ["building": "yes"], [:]] as [OSMTags])
    func otherThingsAreNoWays(_ tags: OSMTags) {
        #expect(FootAccess().access(ofWay: tags) == .notAWay)
    }

    @Test(arguments: [
        ("gate", nil, nil), ("bollard", nil, nil), ("gate", "locked", "locked"), ("wall", nil, "wall"),
        ("yes", nil, "wall"), ("never_seen", nil, "other_barrier"), ("lift_gate", nil, nil),
    ])
    func barrierOnANode(_ value: String, _ lock: String?, _ closedBy: String?) {
        var pairs = [(key: "barrier", value: value)]
        if lock != nil { pairs.append((key: "locked", value: "yes")) }
        let passage = FootAccess().passage(ofNode: OSMTags(pairs))
        guard case .closed(let rule) = passage else {
            #expect(closedBy == nil && passage == .open)
            return
        }
        #expect(rule.id == closedBy)
    }

    @Test func accessKeyOpensAWallAndMakesAGatePrivate() {
        #expect(FootAccess().passage(ofNode: ["barrier": "wall", "foot": "yes"]) == .open)
        let passage = FootAccess().passage(ofNode: ["barrier": "gate", "access": "private", "locked": "yes"])
        guard case .privateOnly(let rule) = passage else {
            Issue.record("\(passage)")
            return
        }
        #expect(rule.id == "access=private")
    }

    @Test func ringsThatAreWalkedAcross() {
        let access = FootAccess()
        #expect(!access.isArea(["highway": "pedestrian"]))
        #expect(access.isArea(["highway": "pedestrian", "area": "yes"]))
        #expect(access.isArea(["railway": "platform"]))
        #expect(!access.isArea(["railway": "platform", "area": "no"]))
        #expect(access.isArea(["highway": "pedestrian"], isMultipolygon: true))
    }
}

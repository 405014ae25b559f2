public import GapAnalysis
import PedestrianNetworks
import Standards
import StudyAreas
public import VectorFiles

extension NetworkAudit {
    /// The audit in the shape that `audit network --json` promises; shares are 0…1, null where there is nothing.
    public var json: JSONValue {
        .object([
            ("tool", Product.json), ("crs", .string(area.plane.label)),
            (
                "standard",
                .object([
                    ("id", .string(standard.id)), ("version", .string(standard.version)),
                    ("draft", .bool(standard.draft)),
                ])
            ), ("network", networkJSON), ("units", .array(units.map(json))),
            ("station_bands", area.facilities.isEmpty ? .null : .array(stationBands.map(json))),
            ("components", .array(components)), ("offending", offendingJSON),
        ])
    }

    private var networkJSON: JSONValue {
        .object([
            ("way_km", area.network.length.kilometres), ("nodes", .integer(area.network.nodeCount)),
            ("edges", .integer(area.network.edgeCount)),
            ("components", .integer(area.network.components.count)),
        ])
    }

    private var components: [JSONValue] {
        let whole = area.network.length.metres
        return area.network.components.enumerated().map { place, component in
            .object([
                ("component", .integer(place + 1)), ("way_km", component.length.kilometres),
                ("share", .number(component.length.metres / whole)), ("nodes", .integer(component.nodes)),
                ("edges", .integer(component.edges)),
            ])
        }
    }

    private var offendingJSON: JSONValue {
        .object(
            NetworkProblem.allCases.map { problem in
                (problem.rawValue, .integer(offences.count { NetworkProblem($0.place) == problem }))
            })
    }

    private func json(_ figures: NetworkZoneFigures) -> JSONValue {
        let zone = figures.zone
        let name: (String, JSONValue) = (zone.isStationBand ? "station" : "unit", .string(zone.id))
        return .object(
            [name, ("name", JSONValue(zone.name)), ("zone", .string(zone.kind.label))]
                + properties(of: figures).filter { $0.0 != "median_m" && $0.0 != "share_over_limit" }
                + [
                    ("junction_spacing_m", spacing(figures)),
                    ("figures", .array(figures.judgements.map(\.json))),
                ])
    }

    private func spacing(_ figures: NetworkZoneFigures) -> JSONValue {
        let limit = spacingLimit(of: figures.zone)
        return .object([
            ("median", figures.spacing.median.map(\.millimetreJSON) ?? .null),
            (
                "share_over_limit",
                limit.flatMap { figures.spacing.share(over: $0) }.map { .number($0) } ?? .null
            ), ("limit_m", limit.map(Rounding.amount) ?? .null),
            ("links", .integer(figures.links.count)),
            ("longest", figures.spacing.lengths.last.map(\.millimetreJSON) ?? .null),
        ])
    }

    /// A zone's figures under the names they have in files.
    func properties(of figures: NetworkZoneFigures) -> [(String, JSONValue)] {
        let share = spacingLimit(of: figures.zone).flatMap { figures.spacing.share(over: $0) }
        return [
            ("area_km2", .decimal(figures.zone.area / 1e6, places: 6)), ("way_km", figures.ways.kilometres),
            ("density_km_per_km2", figures.density.map { .decimal($0, places: 3) } ?? .null),
            ("junctions", .integer(figures.junctions)),
            ("median_m", figures.spacing.median.map(\.millimetreJSON) ?? .null),
            ("share_over_limit", share.map(Rounding.share) ?? .null),
            ("dead_ends", .integer(figures.deadEnds.count)),
            ("street_blocks", .integer(figures.streetBlocks.count)),
            ("blocks_over_3ha", .integer(streetBlocks(of: figures, over: 3))),
            ("blocks_over_6ha", .integer(streetBlocks(of: figures, over: 6))),
        ]
    }
}

extension NetworkZone.Kind {
    /// The name in files.
    var label: String {
        switch self {
        case .unit: "unit"
        case .hull: "hull"
        case .stationBand: "station_band"
        }
    }
}

extension NetworkJudgement {
    fileprivate var json: JSONValue {
        .object([
            ("requirement", .string(requirement.id)),
            ("value", value.map { .decimal($0, places: requirement.figure.form.places) } ?? .null),
            ("minimum", requirement.figure.minimum.map(Rounding.amount) ?? .null),
            ("maximum", requirement.figure.maximum.map(Rounding.amount) ?? .null),
            ("measure", .string(requirement.figure.form.measure)),
            ("count_over", countOver.map { .integer($0) } ?? .null), ("verdict", .string(verdict.rawValue)),
            ("reason", JSONValue(reason?.rawValue)), ("citation", requirement.citation.json),
        ])
    }
}

extension WalkingDistance {
    /// Kilometres to the millimetre.
    var kilometres: JSONValue { .decimal(Double(millimetres) / 1e6, places: 6) }
    /// Metres to the millimetre.
    var millimetreJSON: JSONValue { .decimal(Double(millimetres) / 1000, places: 3) }
}

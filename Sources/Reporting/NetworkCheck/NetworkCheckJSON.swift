public import GapAnalysis
import PedestrianNetworks
import StudyAreas
public import VectorFiles

extension NetworkCheck {
    /// The check in the shape of `network check --json`; shares are 0…1.
    public var json: JSONValue {
        .object([
            ("tool", Product.json), ("crs", .string(area.plane.label)),
            (
                "limits",
                .object([
                    ("near_miss_m", .number(diagnosis.limits.nearMiss)),
                    ("long_edge_m", .number(diagnosis.limits.longEdge)),
                    ("join_tolerance_m", .number(diagnosis.limits.joinTolerance)),
                ])
            ), ("network", networkJSON), ("issues", issues), ("components", .array(components)),
            (
                "stranded",
                .object([
                    ("blocks", .integer(stranded.blocks)), ("population", .number(stranded.population)),
                ])
            ),
        ])
    }

    private var networkJSON: JSONValue {
        .object([
            ("ways", .integer(ways.ways.count)), ("way_km", network.length.kilometres),
            ("nodes", .integer(network.nodeCount)), ("edges", .integer(network.edgeCount)),
            ("components", .integer(network.components.count)),
        ])
    }

    private var issues: JSONValue {
        .object(
            NetworkIssue.Kind.allCases.map { kind in
                (
                    kind.rawValue,
                    .object([
                        ("open", .integer(diagnosis.issues(kind).count)),
                        ("explained", .integer(diagnosis.issues(kind, explained: true).count)),
                    ])
                )
            })
    }

    private var components: [JSONValue] {
        let whole = network.length.metres
        return network.components.enumerated().map { place, component in
            .object([
                ("component", .integer(place + 1)), ("way_km", component.length.kilometres),
                ("share", .number(component.length.metres / whole)), ("nodes", .integer(component.nodes)),
                ("edges", .integer(component.edges)), ("blocks", .integer(residents[place].blocks)),
                ("population", .number(residents[place].population)),
            ])
        }
    }
}

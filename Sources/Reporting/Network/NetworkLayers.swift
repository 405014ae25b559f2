import GapAnalysis
import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import VectorFiles

/// A network audit as tables with shapes in the plane.
struct NetworkLayers {
    let audit: NetworkAudit

    /// `network_units.geojson`: each unit and each band around a station with its figures and verdicts.
    var units: ResultTable {
        let zones = audit.units + audit.stationBands
        let columns = ColumnCatalogue.columns(
            [
                "id", "name", "zone", "area_km2", "way_km", "density_km_per_km2", "junctions", "median_m",
                "share_over_limit", "dead_ends", "street_blocks", "blocks_over_3ha", "blocks_over_6ha",
            ], of: .networkUnits)
        return ResultTable(
            .networkUnits, columns + audit.standard.network.map(Self.verdictColumn), count: zones.count,
            shape: { shape(of: zones[$0].zone.polygons) }
        ) { place in
            let figures = zones[place]
            let identity: [(String, JSONValue)] = [
                ("id", .string(figures.zone.id)), ("name", JSONValue(figures.zone.name)),
                ("zone", .string(figures.zone.kind.label)),
            ]
            return identity + audit.properties(of: figures) + verdicts(on: figures)
        }
    }

    /// The column of the verdict under a requirement.
    static func verdictColumn(_ requirement: NetworkRequirement) -> ResultColumn {
        ResultColumn(
            name: "verdict_\(requirement.id)", kind: .text,
            title: Wording("\(requirement.titleEn): verdict", "\(requirement.title)：结论"))
    }

    /// One column a requirement of the standard, null where it does not hold, so that all features are alike.
    private func verdicts(on figures: NetworkZoneFigures) -> [(String, JSONValue)] {
        audit.standard.network.map { requirement in
            let judgement = figures.judgements.first { $0.requirement.id == requirement.id }
            return ("verdict_\(requirement.id)", JSONValue(judgement?.verdict.rawValue))
        }
    }

    private func shape(of polygons: [Polygon]) -> Shape? {
        guard let first = polygons.first else { return nil }
        return polygons.count == 1 ? .polygon(first) : .multiPolygon(polygons)
    }

    /// `offending.geojson`: each place where the network is not what it should be.
    var offending: ResultTable {
        let columns = [
            "id", "problem", "title", "title_en", "unit", "figure", "figure_unit", "limit", "requirement",
            "source", "blocks",
        ]
        return ResultTable(
            .offending, columns, count: audit.offences.count, shape: { shape(of: audit.offences[$0].place) }
        ) { place in
            [("id", .integer(place + 1))] + properties(of: audit.offences[place])
        }
    }

    private func shape(of place: NetworkOffence.Place) -> Shape? {
        switch place {
        case .link(let link):
            let nodes = audit.links[link].nodes
            return (try? LineString(nodes.map { audit.area.network.position(of: $0) })).map {
                .lineString($0)
            }
        case .deadEnd(let end): return .point(audit.deadEnds[end].position)
        case .streetBlock(let block): return .polygon(audit.streetBlocks[block].polygon)
        case .compound(let compound): return audit.area.blocks[audit.compounds[compound].block].shape
        }
    }

    private func properties(of offence: NetworkOffence) -> [(String, JSONValue)] {
        let problem = NetworkProblem(offence.place)
        return [
            ("problem", .string(problem.rawValue)), ("title", .string(problem.wording.zh)),
            ("title_en", .string(problem.wording.en)),
            ("unit", .string(audit.units[offence.unit].zone.id)),
            ("figure", .decimal(offence.figure, places: problem.unit == "ha" ? 4 : 1)),
            ("figure_unit", .string(problem.unit)), ("limit", offence.limit.map(Rounding.amount) ?? .null),
            ("requirement", JSONValue(offence.requirement?.id)),
            ("source", JSONValue(offence.requirement?.citation.place)),
            ("blocks", .string(residentialBlocks(of: offence.place).joined(separator: ";"))),
        ]
    }

    /// The ids of the residential blocks that an offending place is, or holds.
    private func residentialBlocks(of place: NetworkOffence.Place) -> [String] {
        let blocks = audit.area.blocks
        return switch place {
        case .link, .deadEnd: []
        case .streetBlock(let block): audit.streetBlocks[block].residentialBlocks.map { blocks[$0].id }
        case .compound(let compound): [blocks[audit.compounds[compound].block].id]
        }
    }
}

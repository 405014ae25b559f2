public import GapAnalysis
import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
public import VectorFiles

/// A network audit as GeoJSON layers.
public struct NetworkFeatures {
    private let audit: NetworkAudit
    private let outward: OutwardMove

    /// The layers of `audit`.
    ///
    /// - Throws: `ProjectionError` when the plane cannot be left.
    public init(_ audit: NetworkAudit) throws {
        self.audit = audit
        outward = try OutwardMove(from: audit.area.plane)
    }

    /// `network_units.geojson`: each unit and each band around a station with its figures and verdicts.
    public func writeUnits(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "network_units" + audit.standard.layerMark)
        for figures in audit.units + audit.stationBands {
            let identity: [(String, JSONValue)] = [
                ("id", .string(figures.zone.id)), ("name", JSONValue(figures.zone.name)),
                ("zone", .string(figures.zone.kind.label)),
            ]
            writer.write(
                shape: try shape(of: figures.zone.polygons),
                properties: identity + audit.properties(of: figures) + verdicts(on: figures))
        }
        writer.finish()
    }

    /// One column a requirement of the standard, null where it does not hold, so that all features are alike.
    private func verdicts(on figures: NetworkZoneFigures) -> [(String, JSONValue)] {
        audit.standard.network.map { requirement in
            let judgement = figures.judgements.first { $0.requirement.id == requirement.id }
            return ("verdict_\(requirement.id)", JSONValue(judgement?.verdict.rawValue))
        }
    }

    private func shape(of polygons: [Polygon]) throws -> Shape? {
        guard let first = polygons.first else { return nil }
        return try outward.moved(polygons.count == 1 ? .polygon(first) : .multiPolygon(polygons))
    }

    /// `offending.geojson`: each place where the network is not what it should be.
    public func writeOffending(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "offending" + audit.standard.layerMark)
        for (place, offence) in audit.offences.enumerated() {
            let shape = try shape(of: offence.place)
            writer.write(
                shape: try outward.moved(shape),
                properties: [("id", .integer(place + 1))] + properties(of: offence))
        }
        writer.finish()
    }

    private func shape(of place: NetworkOffence.Place) throws -> Shape {
        switch place {
        case .link(let link):
            let nodes = audit.links[link].nodes
            return .lineString(try LineString(nodes.map { audit.area.network.position(of: $0) }))
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

import GapAnalysis
import Geometry
import PedestrianNetworks
import StudyAreas
import VectorFiles

/// Everything of an audit that lies somewhere, as tables with shapes in the plane.
struct AuditLayers {
    let audit: Audit
    private let properties: AuditProperties

    init(_ audit: Audit) {
        self.audit = audit
        properties = AuditProperties(audit: audit)
    }

    /// Every layer that has features, those drawn on top first.
    var all: [ResultTable] {
        [
            VerdictTable(audit: audit).table, blocks, gaps, blindSpots, facilities, network, units, entrances,
            barriers, boundary,
        ].filter { $0.count > 0 }
    }

    /// As `blocks.geojson`.
    var blocks: ResultTable {
        table(.blocks, AuditProperties.ofBlocks, audit.area.blocks.map(\.shape), properties.ofBlock)
    }

    /// As `gaps.geojson`.
    var gaps: ResultTable {
        let short = audit.area.blocks.indices.flatMap { block in
            audit.requirements.indices.lazy.filter {
                audit.requirements[$0].assessments[block].verdict.isShortfall
            }.map { (block, $0) }
        }
        return ResultTable(
            name: .gaps, columns: ColumnCatalogue.columns(AuditProperties.ofGaps, of: .gaps),
            count: short.count,
            row: { place in
                properties.ofGap(block: short[place].0, requirement: short[place].1).map(\.1)
            }, shape: { audit.area.blocks[short[$0].0].shape })
    }

    /// As `blind_spots.geojson`.
    var blindSpots: ResultTable {
        let ranked = audit.blindSpots.enumerated().flatMap { requirement, patches in
            properties.ranked(patches).enumerated().map { (requirement, rank: $0 + 1, patches[$1]) }
        }
        return table(.blindSpots, AuditProperties.ofBlindSpots, ranked.map(\.2.shape)) { place in
            properties.ofPatch(ranked[place].2, rank: ranked[place].rank, requirement: ranked[place].0)
        }
    }

    /// As `facilities.geojson`.
    var facilities: ResultTable {
        table(
            .facilities, AuditProperties.ofFacilities, audit.area.facilities.map(\.shape),
            properties.ofFacility)
    }

    private func table(
        _ name: ResultTableName, _ columns: [String], _ shapes: [Shape],
        _ properties: @escaping (Int) -> [(String, JSONValue)]
    ) -> ResultTable {
        ResultTable(
            name: name, columns: ColumnCatalogue.columns(columns, of: name), count: shapes.count,
            row: { properties($0).map(\.1) }, shape: { shapes[$0] })
    }

    /// The ways as they are walked: pieces between crossings and ends of lines stay together as they were drawn.
    private var network: ResultTable {
        let chains = NetworkChains(audit.area.network)
        return table(.network, ["length_m", "component"], chains.shapes) { place in
            [
                ("length_m", .decimal(chains.lengths[place], places: 1)),
                ("component", .integer(chains.components[place] + 1)),
            ]
        }
    }

    private var units: ResultTable {
        let totals = UnitTotals(audit)
        return table(.units, UnitTotals.columns, audit.area.units.map(\.shape), totals.properties)
    }

    /// Where walks start, blocks off the network left out.
    private var entrances: ResultTable {
        let starts = audit.area.blocks.flatMap { block in block.starts.map { (block, $0) } }
        return table(.entrances, ["block_id", "block_name", "starts_at"], starts.map { .point($0.1) }) {
            let block = starts[$0].0
            return [
                ("block_id", .string(block.id)), ("block_name", JSONValue(block.name)),
                ("starts_at", .string(block.startKind.rawValue)),
            ]
        }
    }

    private var barriers: ResultTable {
        let lines = audit.area.barriers.lines
        return table(.barriers, [], lines.map { .lineString($0) }) { _ in [] }
    }

    private var boundary: ResultTable {
        let polygons = audit.area.boundary
        return table(.boundary, [], polygons.map { .polygon($0) }) { _ in [] }
    }
}

import GapAnalysis
import Geometry
import PedestrianNetworks
import StudyAreas
import VectorFiles

/// Everything of an audit that lies somewhere, as tables with shapes in the plane.
struct AuditLayers {
    let audit: Audit
    private let properties: AuditProperties
    private let ground: GroundLayers

    init(_ audit: Audit) {
        self.audit = audit
        properties = AuditProperties(audit: audit)
        ground = GroundLayers(area: audit.area)
    }

    /// Every layer that has features, those drawn on top first.
    var all: [ResultTable] {
        [
            VerdictTable(audit: audit).table, blocks, gaps, blindSpots, facilities, ground.network, units,
            ground.entrances, ground.barriers, ground.boundary,
        ].filter { $0.count > 0 }
    }

    /// As `blocks.geojson`.
    var blocks: ResultTable {
        ResultTable(
            .blocks, AuditProperties.ofBlocks, count: audit.area.blocks.count,
            shape: { audit.area.blocks[$0].shape }, properties: properties.ofBlock)
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
        return ResultTable(
            .blindSpots, AuditProperties.ofBlindSpots, count: ranked.count, shape: { ranked[$0].2.shape }
        ) { place in
            properties.ofPatch(ranked[place].2, rank: ranked[place].rank, requirement: ranked[place].0)
        }
    }

    /// As `facilities.geojson`.
    var facilities: ResultTable {
        ResultTable(
            .facilities, AuditProperties.ofFacilities, count: audit.area.facilities.count,
            shape: { audit.area.facilities[$0].shape }, properties: properties.ofFacility)
    }

    private var units: ResultTable {
        let totals = UnitTotals(audit)
        return ResultTable(
            .units, UnitTotals.columns, count: audit.area.units.count,
            shape: { audit.area.units[$0].shape }, properties: totals.properties)
    }
}

import Geometry
import PedestrianNetworks
import StudyAreas
import VectorFiles

/// What results lie on: the network, where walks start, what bars them, and where the data ends.
struct GroundLayers {
    let area: StudyArea

    /// The layers that have features, those drawn on top first.
    var all: [ResultTable] { [network, units, entrances, barriers, boundary].filter { $0.count > 0 } }

    /// The ways as they are walked: pieces between crossings and ends of lines stay together as they were drawn.
    var network: ResultTable {
        let chains = NetworkChains(area.network)
        return ResultTable(
            .network, ["length_m", "component"], count: chains.shapes.count, shape: { chains.shapes[$0] }
        ) { place in
            [
                ("length_m", .decimal(chains.lengths[place], places: 1)),
                ("component", .integer(chains.components[place] + 1)),
            ]
        }
    }

    /// The units by name alone.
    var units: ResultTable {
        ResultTable(.units, ["id", "name"], count: area.units.count, shape: { area.units[$0].shape }) {
            [("id", .string(area.units[$0].id)), ("name", JSONValue(area.units[$0].name))]
        }
    }

    /// Where walks start, blocks off the network left out.
    var entrances: ResultTable {
        let starts = area.blocks.flatMap { block in block.starts.map { (block, $0) } }
        return ResultTable(
            .entrances, ["block_id", "block_name", "starts_at"], count: starts.count,
            shape: { .point(starts[$0].1) }
        ) {
            let block = starts[$0].0
            return [
                ("block_id", .string(block.id)), ("block_name", JSONValue(block.name)),
                ("starts_at", .string(block.startKind.rawValue)),
            ]
        }
    }

    var barriers: ResultTable {
        let lines = area.barriers.lines
        return ResultTable(
            .barriers, [String](), count: lines.count, shape: { .lineString(lines[$0]) }
        ) { _ in [] }
    }

    var boundary: ResultTable {
        let polygons = area.boundary
        return ResultTable(
            .boundary, [String](), count: polygons.count, shape: { .polygon(polygons[$0]) }
        ) { _ in [] }
    }
}

public import GapAnalysis
import PedestrianNetworks
import StudyAreas
public import VectorFiles
import WalkAccess

/// The table that `nearest` writes: a row per block and kind, in input order, distances to the millimetre.
///
/// The three parts of a walk add up to the distance as printed.
public struct NearestTable {
    private let nearest: NearestByKind

    /// The table of `nearest`.
    public init(_ nearest: NearestByKind) { self.nearest = nearest }

    private var columns: [String] {
        [
            "block_id", "kind", "population", "reachable", "distance_m", "facility_id", "leg_block_m",
            "along_m",
            "leg_facility_m",
        ]
            + nearest.countLimits.map { "within_" + Rounding.plain($0) } + ["edge_m", "uncertain"]
            + (nearest.countLimits.isEmpty ? [] : ["counts_uncertain"])
    }

    /// Writes the rows.
    public func write(to file: StagedFile) {
        var csv = CSVWriter(file: file, columns: columns)
        for block in nearest.area.blocks.indices {
            for kind in nearest.kinds.indices { writeRow(block, kind, to: &csv) }
        }
    }

    private func writeRow(_ block: Int, _ kind: Int, to csv: inout CSVWriter) {
        let walk = nearest.walk(fromBlock: block, toKind: kind)
        csv.field(nearest.area.blocks[block].id)
        csv.field(nearest.kinds[kind])
        csv.field(nearest.area.blocks[block].population.map(Rounding.amount))
        csv.field(walk == nil ? "false" : "true")
        writeWalk(walk, to: &csv)
        for count in nearest.counts(ofBlock: block, kind: kind) { csv.field(Int(count)) }
        writeEdge(block, kind, to: &csv)
        csv.endRow()
    }

    private func writeEdge(_ block: Int, _ kind: Int, to csv: inout CSVWriter) {
        if let walk = nearest.edge.walks[block] {
            csv.field(decimal: walk.roundedMetres, places: 3)
        } else {
            csv.emptyField()
        }
        csv.field(nearest.edge.isUncertain(kind: kind, block: block) ? "edge" : nil)
        guard !nearest.countLimits.isEmpty else { return }
        let limits = nearest.edge.uncertainCounts(ofBlock: block).map { Rounding.plain($0) }
        csv.field(limits.isEmpty ? nil : limits.joined(separator: ";"))
    }

    private func writeWalk(_ walk: NearestWalk?, to csv: inout CSVWriter) {
        guard let walk else {
            for _ in 0..<5 { csv.emptyField() }
            return
        }
        let legs = (walk.blockLeg.millimetres, walk.facilityLeg.millimetres)
        csv.field(decimal: walk.distance.roundedMetres, places: 3)
        csv.field(nearest.area.facilities[Int(walk.facility)].id)
        csv.field(decimal: Double(legs.0) / 1000, places: 3)
        csv.field(decimal: Double(walk.distance.millimetres - legs.0 - legs.1) / 1000, places: 3)
        csv.field(decimal: Double(legs.1) / 1000, places: 3)
    }
}

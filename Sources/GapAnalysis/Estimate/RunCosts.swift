import PedestrianNetworks
import WalkAccess

/// What pieces of work took on one machine (AMD EPYC, 2026-11, busy with other programs), in seconds and bytes.
///
/// Read off runs of synthetic cities of 5,000 to 200,000 blocks and 12,500 to 1,544,000 nodes under 31 requirements, and
/// rounded; those of kinds of work that were not timed apart (`farLabel`) are the kernel's. Labels, the edge of the data and
/// rows of the nearest were read off again on an Intel Xeon, in proportion to the fixed work.
struct RunCosts {
    /// The fixed work of `MachineSpeed`.
    let fixedWork: Double
    /// A node labelled in a search from very many places, near and far in memory.
    let nearLabel, farLabel: Double
    /// A node looked at in a search from one place.
    let nodeOfAPlace: Double
    /// A node that the edge of the data is found from.
    let edgeNode: Double
    /// An answer read off a search, in the order of the curve.
    let answer: Double
    /// A verdict where there are facilities of the kind, where there are none, and its share in sums and patches.
    let verdict, absentVerdict, summedVerdict: Double
    /// A row of a table written.
    let nearestRow, countCell, accessRow, formatCell: Double
    /// Memory of a node in a search's scratch space, of an answer, of a verdict until it is written.
    let bytesOfANode, bytesOfAnAnswer, bytesOfAVerdict: Double

    static let reference = RunCosts(
        fixedWork: 5.6e-3, nearLabel: 30e-9, farLabel: 250e-9, nodeOfAPlace: 35e-9, edgeNode: 0.4e-6,
        answer: 0.03e-6, verdict: 30e-6, absentVerdict: 1e-6, summedVerdict: 0.5e-6, nearestRow: 0.15e-6,
        countCell: 0.05e-6, accessRow: 10e-6, formatCell: 15e-6, bytesOfANode: 16, bytesOfAnAnswer: 12,
        bytesOfAVerdict: 250)

    /// A node labelled, near while the network fits the caches or is searched tile by tile.
    func label(within limit: WalkingDistance, in work: AreaWork) -> Double {
        let isNear = work.graphNodes < 30_000 || work.nodes(within: limit) < 32_768
        return isNear ? nearLabel : farLabel
    }
}

public import PedestrianNetworks
public import Standards
public import StudyAreas
public import WalkAccess

/// What the rest of a run would take, told from what has been read and joined.
///
/// Sums of counts of work, each at what it took on the machine of `RunCosts.reference`, times how this machine compares
/// with that one. Meant to be right within a factor of two on a machine that does nothing else.
public struct RunEstimate: Hashable, Sendable {
    /// Processor seconds of searching and judging, over all threads.
    public let searchCPU: Double
    /// Seconds of searching and judging with the threads given.
    public let search: Double
    /// Seconds of writing.
    public let write: Double
    /// Megabytes in use beyond those in use now, at the most.
    public let megabytes: Double

    /// Of the nearest facility of every kind, and of counts within `limits`.
    public init(
        nearestIn area: StudyArea, within limit: WalkingDistance, counting limits: [WalkingDistance],
        threads: Int, speed: MachineSpeed
    ) {
        let work = AreaWork(area.network)
        let kinds = Set(area.facilities.map(\.kind)).count
        let costs = RunCosts.reference
        let pairs = Double(area.blocks.count * kinds)
        let labelled = work.labelled(from: area.facilities.count, kinds: kinds, within: limit)
        let widest = limits.max() ?? .zero
        let counted = limits.isEmpty ? 0 : Double(area.blocks.count) * work.nodes(within: widest)
        let serial = work.edgeNodes * costs.edgeNode
        let parallel =
            labelled * costs.label(within: limit, in: work) + pairs * costs.answer + counted
            * costs.nodeOfAPlace
        let tasks = Double(min(threads, max(kinds, 1)))
        self.init(
            serial: serial * speed.factor, parallel: parallel * speed.factor, tasks: tasks,
            write: pairs * (costs.nearestRow + Double(limits.count) * costs.countCell) * speed.factor,
            megabytes: (tasks * work.graphNodes * costs.bytesOfANode + pairs * costs.bytesOfAnAnswer) / 1e6)
    }

    /// Of every block held against every requirement of `standard`.
    public init(
        auditOf area: StudyArea, by standard: FacilityStandard, options: AuditOptions, formats: Int,
        speed: MachineSpeed
    ) {
        let work = AreaWork(area.network)
        let costs = RunCosts.reference
        let kinds = Set(area.facilities.map(\.kind))
        let judged = standard.requirements.filter { kinds.contains($0.kind) }
        let pairs = Double(area.blocks.count * standard.requirements.count)
        let met = Double(area.blocks.count * judged.count)
        let labelled = work.labelled(
            from: area.facilities.count, kinds: judged.count, within: options.searchLimit)
        let reached = Double(area.facilities.count) * work.nodes(within: .limit(metres: 1000))
        let parallel =
            labelled * costs.label(within: options.searchLimit, in: work) + met * costs.verdict
            + (pairs - met) * costs.absentVerdict + reached * costs.nodeOfAPlace
        let tasks = Double(min(options.threads, max(standard.requirements.count, 1)))
        self.init(
            serial: (work.edgeNodes * costs.edgeNode + pairs * costs.summedVerdict) * speed.factor,
            parallel: parallel * speed.factor, tasks: tasks,
            write: pairs * (costs.accessRow + Double(formats) * costs.formatCell) * speed.factor,
            megabytes: (tasks * work.graphNodes * costs.bytesOfANode + pairs * costs.bytesOfAVerdict) / 1e6)
    }

    private init(serial: Double, parallel: Double, tasks: Double, write: Double, megabytes: Double) {
        searchCPU = serial + parallel
        search = serial + parallel / tasks
        self.write = write
        self.megabytes = megabytes
    }
}

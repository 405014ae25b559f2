public import ArgumentParser
import GapAnalysis
import PedestrianNetworks
import Reporting
import StudyAreas
import VectorFiles
import WalkAccess

/// What the options of `reach` mean to the layers below.
extension ReachCommand {
    var studyAreaInput: StudyAreaInput {
        var study = StudyAreaInput()
        var columns: [FieldRole: String] = [:]
        columns[.id] = idField
        columns[.kind] = kindField
        study.facilities = [LayerInput(VectorSource(path: from, layer: fromLayer), columns: columns)]
        study.network = network.layer
        study.barriers = barring.layer
        plane.override(&study)
        edge.override(&study)
        study.footProfile = map.chosen
        return study
    }

    /// Kinds are needed only where something hangs on them.
    var loader: StudyAreaLoader {
        StudyAreaLoader(
            kinds: dissolve == .kind ? .asWritten : .asWrittenIfAny, joinTolerance: nodes.joinTolerance,
            maxSnap: snap.maxSnap.limit, threads: common.threadCount)
    }

    var reachLimits: [ReachLimit] {
        let inMinutes = walker.measure == .time
        return limits.values.sorted().map {
            inMinutes ? ReachLimit(minutes: $0, of: walker.profile) : ReachLimit(metres: $0)
        }
    }

    var options: ReachOptions {
        ReachOptions(
            limits: reachLimits, dissolve: dissolve,
            shape: ReachedAreaOptions(
                buffer: buffer, addsEnclosedBlocks: enclosedBlocks, fillsHoles: fillHoles),
            verifiedPoints: verify,
            kinds: kinds.map { Set($0.split(separator: ",").map { String($0) }) },
            threads: common.threadCount)
    }

    /// The findings and the manifest lie beside the areas.
    var sidecars: [String] {
        let stem = output.hasSuffix(".geojson") ? String(output.dropLast(8)) : output
        return [stem + ".findings.csv", stem + ".manifest.json"]
    }

    func manifestOptions(_ summary: ReachSummary) -> [(key: String, value: JSONValue)] {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        return [
            ("command", .string("reach")), ("profile", studyAreaInput.profileJSON),
            ("crs", .string(summary.planeLabel)),
            ("id_field", text(idField)), ("kind_field", text(kindField)), ("kinds", text(kinds)),
            ("limits", .array(limits.values.sorted().map { .number($0) })),
            ("measure", .string(walker.measure.rawValue)),
            ("walk_speed", .number(walker.profile.speed)), ("buffer", .number(buffer)),
            ("dissolve", .string(dissolve.rawValue)), ("enclosed_blocks", .bool(enclosedBlocks)),
            ("fill_holes", .bool(fillHoles)), ("verify", .integer(verify)),
            ("max_snap", .string(snap.maxSnap.description)), ("join_tolerance", .number(nodes.joinTolerance)),
        ]
    }
}

extension ReachDissolve: ExpressibleByArgument {}

import Foundation
import Reporting
import VectorFiles
import WalkAccess

/// The steps of every run, named as `--timings` names them.
enum Stage: String, CaseIterable, Sendable {
    case read, project, build, snap, search, write

    func wording(_ language: Language) -> String {
        switch self {
        case .read: language.pick(en: "reading", zh: "读取")
        case .project: language.pick(en: "projecting", zh: "投影")
        case .build: language.pick(en: "building", zh: "建网")
        case .snap: language.pick(en: "joining", zh: "接入")
        case .search: language.pick(en: "walking", zh: "寻路")
        case .write: language.pick(en: "writing", zh: "写出")
        }
    }
}

/// Times the stages of a run, in wall and processor seconds.
struct StageClock {
    private let progress: ProgressLine
    private var taken: [(stage: Stage, wall: Double, cpu: Double)] = []

    init(progress: ProgressLine) { self.progress = progress }

    /// Runs `body` as `stage`.
    mutating func run<Result>(_ stage: Stage, _ body: () throws -> Result) rethrows -> Result {
        let start = begin(stage)
        let result = try body()
        end(stage, start)
        return result
    }

    /// Runs `body` as `stage`.
    mutating func run<Result>(_ stage: Stage, _ body: () async throws -> Result) async rethrows -> Result {
        let start = begin(stage)
        let result = try await body()
        end(stage, start)
        return result
    }

    private typealias Start = (wall: ContinuousClock.Instant, cpu: Double)

    private func begin(_ stage: Stage) -> Start {
        progress.begin(stage)
        return (.now, ProcessUsage.now.cpuSeconds)
    }

    private mutating func end(_ stage: Stage, _ start: Start) {
        let wall = (ContinuousClock.now - start.wall).seconds
        taken.append((stage, wall, ProcessUsage.now.cpuSeconds - start.cpu))
        progress.end(stage, seconds: wall)
    }

    /// The stages that were run, in their order, with their seconds of wall time.
    var measured: [(stage: Stage, seconds: Double)] { taken.map { ($0.stage, $0.wall) } }

    /// The timings in the shape that `--timings` promises.
    func json(nodes: Int, edges: Int, counters: SearchCounters, threads: Int) -> JSONValue {
        let stages = taken.map { stage, wall, cpu in
            JSONValue.object([
                ("name", .string(stage.rawValue)), ("wall_s", .decimal(wall, places: 4)),
                ("cpu_s", .decimal(cpu, places: 4)),
            ])
        }
        return .object([
            ("stages", .array(stages)), ("peak_mb", .decimal(ProcessUsage.now.peakMegabytes, places: 1)),
            ("nodes", .integer(nodes)), ("edges", .integer(edges)), ("settled", .integer(counters.settled)),
            ("threads", .integer(threads)),
        ])
    }
}

/// What the process has used so far.
struct ProcessUsage {
    let cpuSeconds: Double
    let peakMegabytes: Double

    static var now: ProcessUsage {
        var usage = rusage()
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            let bytesPerUnit = 1024.0
        #else
            getrusage(RUSAGE_SELF, &usage)
            let bytesPerUnit = 1.0
        #endif
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ProcessUsage(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakMegabytes: Double(usage.ru_maxrss) * bytesPerUnit / 1_048_576)
    }
}

public import VectorFiles

/// What a run takes, stage by stage: those that were run for it with what they took, the others with an estimate.
public struct EstimateOverview {
    /// A stage: its name for programs and for people, its seconds, and whether they were measured.
    public struct Stage {
        let name: String
        let title: String
        let seconds: Double
        let isMeasured: Bool

        /// A stage of a run.
        public init(name: String, title: String, seconds: Double, isMeasured: Bool) {
            self.name = name
            self.title = title
            self.seconds = seconds
            self.isMeasured = isMeasured
        }
    }

    private let stages: [Stage]
    private let megabytes: Double

    /// - Parameters:
    ///   - stages: In their order.
    ///   - megabytes: The most memory that the run will have in use.
    public init(_ stages: [Stage], megabytes: Double) {
        self.stages = stages
        self.megabytes = megabytes
    }

    private var seconds: Double { stages.reduce(0) { $0 + $1.seconds } }

    /// The table for a terminal, and a sentence that sums it up.
    public func text(_ language: Language) -> String {
        var table = TerminalTable([
            (language.pick(en: "stage", zh: "步骤"), .left),
            (language.pick(en: "seconds", zh: "秒"), .right), ("", .left),
        ])
        for stage in stages {
            let origin =
                stage.isMeasured
                ? language.pick(en: "measured", zh: "实测") : language.pick(en: "estimated", zh: "估计")
            table.append([stage.title, Self.tenths(stage.seconds), origin])
        }
        let (total, memory) = (Self.tenths(seconds), Int(megabytes.rounded()))
        return table.text
            + language.pick(
                en:
                    "in all about \(total) s and \(memory) MB of memory, meant to be within a factor of two on an idle machine; nothing was written\n",
                zh: "合计约 \(total) 秒，内存约 \(memory) MB，机器空闲时误差应在两倍以内；未写出任何文件\n")
    }

    private static func tenths(_ seconds: Double) -> String {
        Rounding.text(.decimal(seconds, places: 1))
    }

    /// The same for programs: seconds of wall time and megabytes.
    public var json: JSONValue {
        .object([
            (
                "stages",
                .array(
                    stages.map {
                        .object([
                            ("name", .string($0.name)), ("wall_s", .decimal($0.seconds, places: 3)),
                            ("measured", .bool($0.isMeasured)),
                        ])
                    })
            ), ("wall_s", .decimal(seconds, places: 1)), ("peak_mb", .decimal(megabytes, places: 0)),
        ])
    }
}

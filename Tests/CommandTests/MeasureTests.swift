import Foundation
import Testing

/// `--measure time`: a circle's minutes at a walker's pace instead of the table's metres.
@Suite struct MeasureTests {
    private func analyzed(_ options: [String]) throws -> AnalyzedSample {
        try AnalyzedSample(Samples.tinyProject, ["--json"] + options)
    }

    /// Paces from Willberg, Fink, Toivonen (2023) and from Suzhou's table 1.
    @Test(arguments: [("standard", 1.11), ("adult", 1.43), ("elderly", 1.18), ("child", 1.19)])
    func limitsAreMinutesTimesPace(_ walker: String, _ pace: Double) throws {
        let sample = try analyzed(["--measure", "time", "--walker", walker])
        let summary = try sample.json("summary.json", as: SummaryDocument.self)
        #expect(summary.method.measure == "time")
        #expect(summary.method.walker.speed_m_per_s == pace)
        var circles: Set<String> = []
        for row in try sample.table("access.csv").rows {
            guard let circle = row["circle"], !circle.isEmpty else { continue }
            circles.insert(circle)
            // "5-10" is judged by its wider circle.
            let minutes = try #require(circle.split(separator: "-").last.flatMap { Double($0) })
            let limit = minutes * 60 * pace
            for column in ["strict_m", "lenient_m"] {
                let printed = try #require(row[column].flatMap { Double($0) })
                #expect(abs(printed - limit) <= 0.0501, "\(circle) minutes at \(pace) m/s")
            }
        }
        #expect(circles == ["5-10", "10", "15"])
    }

    /// 600 m to the kindergarten are 508 s at 1.18 m/s: within ten minutes, though not within 500 m.
    @Test func minutesAndMetresDisagree() throws {
        func verdict(_ options: [String]) throws -> String? {
            try analyzed(options).table("access.csv").rows
                .first { $0["block_id"] == "B1" && $0["kind"] == "kindergarten" }?["verdict"]
        }
        #expect(try verdict([]) == "gap")
        #expect(try verdict(["--measure", "time", "--walker", "elderly"]) == "met")
        #expect(try verdict(["--measure", "time", "--walk-speed", "0.9"]) == "gap")
        #expect(try verdict(["--measure", "time", "--walk-speed", "1"]) == "met", "600 m in 600 s: exactly")
    }

    /// A pace changes minutes, never metres or the verdicts on them.
    @Test func walkersDoNotChangeMetres() throws {
        let (usual, slow) = (try AnalyzedSample.tiny.get(), try analyzed(["--walk-speed", "0.555"]))
        for (a, b) in zip(try usual.table("access.csv").rows, try slow.table("access.csv").rows) {
            #expect(a["distance_m"] == b["distance_m"] && a["verdict"] == b["verdict"])
            let minutes = [a, b].map { $0["walk_min"].flatMap { Double($0) } }
            if let once = minutes[0], let twice = minutes[1] { #expect(abs(twice - 2 * once) <= 0.151) }
        }
    }

    /// A service radius is a straight line and takes no time.
    @Test func radiusStays() throws {
        let rows = try analyzed(["--measure", "time"]).table("access.csv").rows
        let parks = rows.filter { $0["kind"] == "pocket_park" }
        #expect(parks.count == 4)
        #expect(parks.allSatisfy { $0["strict_m"] == "300" && $0["circle"] == "" })
    }
}

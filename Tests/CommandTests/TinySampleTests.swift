import FileFixtures
import Foundation
import Testing

/// The sample whose every walk is worked out by hand, number by number.
@Suite struct TinySampleTests {
    private let sample: AnalyzedSample
    private let expected: CSVTable

    init() throws {
        sample = try AnalyzedSample.tiny.get()
        expected = try CSVTable(Data(contentsOf: URL(fileURLWithPath: Samples.tiny + "/expected.csv")))
    }

    @Test func runsWithoutComplaint() throws {
        #expect(sample.outcome.status == 0)
        #expect(Set(sample.files.keys) == AnalyzedSample.names)
    }

    @Test func accessIsAsWorkedOutByHand() throws {
        let access = try sample.table("access.csv")
        #expect(expected.rows.count == 24)
        for wanted in expected.rows {
            let found = try #require(
                access.rows.first {
                    $0["block_id"] == wanted["block_id"] && $0["kind"] == wanted["kind"]
                }, "no row for \(wanted)")
            for column in ["facility_id", "verdict", "reason"] {
                #expect(found[column] == wanted[column], "\(column) of \(wanted)")
            }
            #expect(found["distance_m"].flatMap(Double.init) == wanted["distance_m"].flatMap(Double.init))
            if let straight = wanted["straight_m"].flatMap(Double.init) {
                let printed = try #require(found["straight_m"].flatMap(Double.init))
                // The hand's figures are whole metres.
                #expect(abs(printed - straight) <= 0.55, "straight line of \(wanted)")
            }
            let minutes = found["distance_m"].flatMap(Double.init).map { ($0 / 1.11 / 6).rounded() / 10 }
            #expect(found["walk_min"].flatMap(Double.init) == minutes)
        }
    }

    /// The straight lines to what cannot be walked to, which the README works out beside the table.
    @Test(arguments: [
        ("B4", "fresh_market", 1224.0), ("B4", "kindergarten", 920), ("B4", "bus_stop", 765),
        ("B4", "elderly_day_care", 479), ("B4", "community_canteen", 601), ("B1", "health_station", 1523),
        ("B2", "health_station", 901.0), ("B3", "health_station", 478),
    ])
    func unreachableIsMeasuredAsTheCrowFlies(_ block: String, _ kind: String, _ metres: Double) throws {
        let access = try sample.table("access.csv")
        let row = try #require(access.rows.first { $0["block_id"] == block && $0["kind"] == kind })
        let straight = try #require(row["straight_m"].flatMap(Double.init))
        #expect(abs(straight - metres) <= 0.55)
        #expect(row["distance_m"] == "")
    }

    @Test func everythingElseIsNotSurveyed() throws {
        let judged = Set(expected.rows.compactMap { $0["kind"] })
        let others = try sample.table("access.csv").rows.filter { !judged.contains($0["kind"] ?? "") }
        #expect(others.count == 76)
        #expect(others.allSatisfy { $0["verdict"] == "not_assessable" && $0["reason"] == "not_surveyed" })
    }

    @Test(arguments: [
        ("fresh_market", 2, 2000, "0.769", "0.962"), ("kindergarten", 1, 1200, "0.462", "0.462"),
        ("bus_stop", 2, 1700, "0.654", "0.654"), ("elderly_day_care", 0, 0, "0.000", "0.000"),
        ("community_canteen", 2, 1700, "0.654", "0.962"), ("health_station", 1, 100, "0.038", "0.038"),
    ])
    func sharesAreAsWorkedOutByHand(
        _ kind: String, _ blocks: Int, _ residents: Int, _ share: String, _ lenient: String
    ) throws {
        let row = try #require(
            try sample.table("coverage.csv").rows.first { $0["kind"] == kind && $0["unit"] == "" })
        #expect(row["blocks_met"] == "\(blocks)")
        #expect(row["blocks_total"] == "4")
        #expect(row["population_met"] == "\(residents)")
        #expect(row["population_total"] == "2600")
        #expect(row["population_share"] == share)
        #expect(row["population_lenient_share"] == lenient)
    }

    /// `nearest` finds the same walks and takes them apart.
    @Test func legsAreAsWorkedOutByHand() throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("nearest.csv")] + Samples.tinyLayers)
        #expect(outcome.status == 0)
        let rows = try CSVTable(folder.data("nearest.csv")).rows
        // Kinds come in the order of the facilities in both tables, blocks first here, kinds first there.
        for (place, wanted) in expected.rows.enumerated() {
            let (kind, block) = place.quotientAndRemainder(dividingBy: 4)
            let found = rows[block * 6 + kind]
            #expect(found["block_id"] == wanted["block_id"])
            #expect(found["facility_id"] == wanted["facility_id"])
            #expect(found["reachable"] == (wanted["distance_m"] == "" ? "false" : "true"))
            for column in ["leg_block_m", "along_m", "leg_facility_m", "distance_m"] {
                #expect(
                    found[column].flatMap(Double.init) == wanted[column].flatMap(Double.init),
                    "\(column) of \(wanted)")
            }
        }
    }
}

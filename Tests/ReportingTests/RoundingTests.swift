import PedestrianNetworks
import Testing
import VectorFiles

@testable import Reporting

/// Figures are rounded half away from zero, as a reader of the decimals would.
@Suite struct RoundingTests {
    private func text(_ value: JSONValue) -> String { Rounding.text(value) }

    @Test(arguments: [
        (0.0, "0"), (800.0, "800"), (47768.0, "47768"), (0.5, "0.5"), (0.25, "0.3"), (0.35, "0.4"),
        (2.45, "2.5"), (1.04, "1.0"), (1.05, "1.1"), (12.949, "12.9"), (12.95, "13.0"), (-0.05, "-0.1"),
        (-0.04, "0.0"), (1e15, "1000000000000000"),
    ])
    func amounts(_ value: Double, _ printed: String) {
        #expect(text(Rounding.amount(value)) == printed)
    }

    @Test(arguments: [
        (0.0, "0.000"), (1.0, "1.000"), (0.0005, "0.001"), (0.00049, "0.000"), (0.9995, "1.000"),
        (0.99949, "0.999"), (0.0385, "0.039"), (2.0 / 3, "0.667"),
    ])
    func shares(_ value: Double, _ printed: String) {
        #expect(text(Rounding.share(value)) == printed)
    }

    @Test(arguments: [
        (0.0, "0.0"), (1.0, "100.0"), (0.0625, "6.3"), (0.125, "12.5"), (0.00049, "0.0"), (0.9996, "100.0"),
        (1.0 / 3, "33.3"),
    ])
    func percents(_ share: Double, _ printed: String) {
        #expect(Rounding.percent(share) == printed)
    }

    @Test func nothingAssessedIsNoZero() {
        #expect(Rounding.percent(nil) == "–")
    }

    /// Walks are rounded to the millimetre first: that is what verdicts compare.
    @Test(arguments: [
        (0, "0.0"), (499_949_499, "499.9"), (499_949_500, "500.0"), (500_000_499, "500.0"),
        (500_049_499, "500.0"), (500_049_500, "500.1"), (1_041_000_000, "1041.0"),
    ])
    func walks(_ micrometres: Int64, _ printed: String) {
        #expect(text(Rounding.walked(WalkingDistance(micrometres: micrometres))) == printed)
    }

    /// A limit includes what rounds to it, which is no part of its figure.
    @Test(arguments: [(300.0, "300"), (999.0, "999"), (708.0, "708"), (370.2, "370.2"), (370.25, "370.3")])
    func limits(_ metres: Double, _ printed: String) {
        #expect(text(Rounding.limit(.limit(metres: metres))) == printed)
    }
}

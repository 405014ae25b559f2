import Foundation
import Testing

@testable import VectorFiles

@Suite("Fixed decimals")
struct FixedDecimalTests {
    private func print(_ value: Double, _ places: Int) -> String {
        var bytes: [UInt8] = []
        FixedDecimal.append(value, places: places, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "halves go away from zero, as the printed decimal says",
        arguments: [
            (2.675, 2, "2.68"), (1.005, 2, "1.01"), (-1.005, 2, "-1.01"), (0.125, 2, "0.13"),
            (0.5, 0, "1"), (-0.5, 0, "-1"), (2.5, 0, "3"), (0.45, 1, "0.5"), (0.049999999999999996, 1, "0.0"),
            (9.995, 2, "10.00"), (99.99999995, 7, "100.0000000"), (0, 3, "0.000"), (-0.0, 0, "0"),
            (-0.0004, 3, "0.000"), (-0.0005, 3, "-0.001"), (1e22, 1, "10000000000000000000000.0"),
            (1e-300, 15, "0.000000000000000"), (5e-16, 15, "0.000000000000001"),
            (4.9e-16, 15, "0.000000000000000"),
            (6e-5, 4, "0.0001"), (123456789.0625, 3, "123456789.063"),
            (4503599627370497.5, 0, "4503599627370498"),
            (120.12345675, 7, "120.1234568"),
        ])
    func halves(value: Double, places: Int, expected: String) {
        #expect(print(value, places) == expected)
    }

    /// Rounds the shortest decimal by the rules of arithmetic on paper, with Foundation's exact decimals.
    private func onPaper(_ value: Double, _ places: Int) -> String? {
        guard var exact = Decimal(string: value.magnitude.description) else { return nil }
        var rounded = Decimal()
        NSDecimalRound(&rounded, &exact, places, .plain)
        var text = "\(rounded)"
        if places > 0 {
            if !text.contains(".") { text += "." }
            let decimals = text.split(separator: ".", omittingEmptySubsequences: false)[1].count
            text += String(repeating: "0", count: places - decimals)
        }
        return value < 0 && rounded != 0 ? "-" + text : text
    }

    @Test("the quick way agrees with the exact one on twenty thousand numbers")
    func agreement() {
        var random = Seeded(7)
        for _ in 0..<20_000 {
            let places = Int.random(in: 0...9, using: &random)
            let scales: [Double] = [1, 1e3, 1e6, 1e-4, 1e10]
            let scale = scales[Int.random(in: 0..<scales.count, using: &random)]
            var value = Double.random(in: -scale...scale, using: &random)
            // Every other number is a half at the last place, where it is hardest.
            if Bool.random(using: &random) {
                let unit = Double.random(in: -99_999...99_999, using: &random).rounded() + 0.5
                value = Double("\(unit)e-\(places)") ?? 0
            }
            #expect(print(value, places) == onPaper(value, places), "\(value) to \(places)")
        }
    }
}

/// A repeatable source of random numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

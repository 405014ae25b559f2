import NetworkFixtures
import Testing

@testable import StudyAreas

@Suite("The median") struct MedianTests {
    @Test("it is the one that sorting puts in the middle")
    func sorted() {
        var random = SeededRandom(seed: 11)
        let spreads: [Double] = [1e-300, 1, 180, 1e300]
        for count in 1...400 {
            let spread = spreads[count % 4]
            var values: [Double] = (0..<count).map { _ in .random(in: -spread...spread, using: &random) }
            if count % 3 == 0 { values = values.map { $0.rounded() + 0 } }
            if count % 5 == 0 { values += [.infinity, -.infinity, values[0]] }
            #expect(values.median == values.sorted()[values.count / 2])
        }
    }
}

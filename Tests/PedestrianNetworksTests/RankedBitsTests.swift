import Geometry
import PedestrianNetworks
import Testing

@Suite("Numbers kept as ranked bits")
struct RankedBitsTests {
    @Test("ranks, members and the way back agree with a sorted list", arguments: [0, 1, 63, 64, 65, 1000])
    func list(count: Int) {
        for step in 1...7 {
            let list = (0..<count).filter { $0 * $0 % 7 % step == 0 }
            let bits = RankedBits(count: count) { list.contains($0) }
            for number in 0..<count {
                #expect(bits.contains(number) == list.contains(number))
                #expect(bits.rank(of: number) == list.count { $0 < number })
            }
            #expect(list.indices.map { bits.number(at: $0) } == list)
            var inOrder: [Int] = []
            for first in stride(from: 0, to: count, by: 128) {
                bits.forEach(in: first..<first + 128) { inOrder.append($0) }
            }
            #expect(inOrder == list)
        }
    }

    @Test("the numbers of any ranks are the same part of the sorted list")
    func ranks() {
        let list = (0..<300).filter { $0 % 7 < 3 }
        let bits = RankedBits(count: 300) { list.contains($0) }
        for ranks in [0..<list.count, 0..<1, 5..<9, list.count - 1..<list.count, 4..<4] {
            var found: [Int] = []
            bits.forEach(ranked: ranks) { found.append($0) }
            #expect(found == Array(list[ranks]))
        }
    }

    @Test(
        "numbers put in one by one, in any order, come out in order, and none is left once all are taken away"
    )
    func insertion() {
        var numbers = NumberSet(count: 300)
        for step in [3, 7, 11] {
            numbers.removeAll()
            #expect(numbers.isEmpty)
            for number in stride(from: 298, through: 0, by: -step) { numbers.insert(number) }
            var found: [Int] = []
            numbers.forEach(in: 0..<300) { found.append($0) }
            #expect(found == (0..<300).filter { (298 - $0) % step == 0 && $0 <= 298 })
            #expect(found == (0..<300).filter { numbers.contains($0) } && !numbers.isEmpty)
        }
    }

    @Test("an edge knows its line, whichever lines have no edges")
    func lines() throws {
        let (a, b) = (Position(0, 0), Position(1, 0))
        let nowhere = try LineString([a, a])
        let ways = try (0..<4).map { line in
            try LineString((0...line).map { Position(Double($0), Double(line + 1)) } + [a])
        }
        let lines = try [nowhere, nowhere, LineString([a, b]), ways[1], nowhere, ways[3], ways[3], ways[2]]
        let network = NetworkBuilder().build(lines).network
        let found = (0..<network.edgeCount).map { network.line(of: $0) }
        #expect(found == [2, 3, 3, 5, 5, 5, 5, 7, 7, 7])
    }
}

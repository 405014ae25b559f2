import Geometry
import NetworkFixtures
import Testing

@Suite("Spatial index")
struct SpatialIndexTests {
    private func boxes(_ count: Int, _ random: inout SeededRandom) -> [Box] {
        (0..<count).map { _ in
            let corner = Position(
                Double(Int.random(in: 0...100, using: &random)),
                Double(Int.random(in: 0...100, using: &random)))
            let far = Position(
                corner.x + Double(Int.random(in: 0...9, using: &random)),
                corner.y + Double(Int.random(in: 0...9, using: &random)))
            return random.oneIn(10) ? .empty : Box(corner, far)
        }
    }

    @Test("A window finds what a scan finds", arguments: [0, 1, 2, 15, 16, 17, 255, 257, 1000])
    func windows(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let boxes = boxes(count, &random)
        let index = SpatialIndex(boxes)
        var scratch = SpatialIndex.Scratch()
        for window in self.boxes(60, &random) where !window.isEmpty {
            var found: [Int] = []
            index.forEach(meeting: window, scratch: &scratch) { found.append($0) }
            #expect(found.sorted() == boxes.indices.filter { boxes[$0].intersects(window) })
        }
    }

    @Test("The nearest box is the one a scan finds, nothing nearer is passed over", arguments: [1, 16, 300])
    func nearest(count: Int) {
        var random = SeededRandom(seed: UInt64(count) + 99)
        let boxes = boxes(count, &random)
        let index = SpatialIndex(boxes)
        var scratch = SpatialIndex.Scratch()
        for _ in 0..<200 {
            let position = Position(
                Double.random(in: -50...150, using: &random), Double.random(in: -50...150, using: &random))
            var best = Double.infinity
            var reach = Double.infinity
            index.forEach(near: position, reach: &reach, scratch: &scratch) { item, reach in
                best = min(best, boxes[item].squaredDistance(to: position))
                reach = best
            }
            let expected =
                boxes.filter { !$0.isEmpty }.map { $0.squaredDistance(to: position) }.min() ?? .infinity
            #expect(best == expected)
        }
    }

    @Test(
        "From an entry a search finds what it finds from the root, where the window holds all within reach",
        arguments: [0, 1, 17, 300, 5000])
    func entries(count: Int) {
        var random = SeededRandom(seed: UInt64(count) + 7)
        let boxes = boxes(count, &random)
        let index = SpatialIndex(boxes)
        var scratch = SpatialIndex.Scratch()
        for limit in [0.5, 5, 40] {
            let middle = Position(
                Double.random(in: -20...120, using: &random), Double.random(in: -20...120, using: &random))
            let window = Box(middle, middle).grown(by: 3)
            let entry = index.entry(meeting: window.grown(by: limit))
            for _ in 0..<50 {
                let position = Position(
                    Double.random(in: window.minX...window.maxX, using: &random),
                    Double.random(in: window.minY...window.maxY, using: &random))
                var found: [Int] = []
                var reach = limit * limit
                index.forEach(near: position, reach: &reach, from: entry, scratch: &scratch) { item, _ in
                    found.append(item)
                }
                let expected = boxes.indices.filter { boxes[$0].squaredDistance(to: position) <= reach }
                #expect(found.sorted() == expected)
            }
        }
    }

    @Test("A search for the nearest looks at few of many")
    func work() {
        let points = (0..<10_000).map { Position(Double($0 % 100), Double($0 / 100)) }
        let index = SpatialIndex(points.map { Box($0, $0) })
        var scratch = SpatialIndex.Scratch()
        var looked = 0
        var reach = Double.infinity
        index.forEach(near: Position(50.2, 50.1), reach: &reach, scratch: &scratch) { item, reach in
            looked += 1
            reach = min(reach, points[item].squaredDistance(to: Position(50.2, 50.1)))
        }
        #expect(looked <= 40)
    }
}

import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("Searching tile after tile gives what searching from all sources at once gives")
struct TiledSearchTests {
    /// 22,500 junctions: several tiles.
    private static let town = RandomTown(side: 150, seed: 5)

    @Test("the same facility and the same walk", arguments: [40, 400, 4000], [200.0, 500, 900])
    func sameAnswers(facilities: Int, limit: Double) {
        let network = Self.town.network
        let within = WalkingDistance.limit(metres: limit)
        let (supply, blocks) = (Self.town.places(facilities, seed: 1), Self.town.places(1000, seed: 2))
        var tiled = NearestFacilitySearch(on: network)
        var whole = NearestFacilitySearch(on: network)
        tiled.prepare(supply, within: within)
        // Without a limit there are no tiles.
        whole.prepare(supply, within: .furthest)
        var found = 0
        for block in 0..<blocks.count {
            let expected = whole.nearest(to: blocks[block]).flatMap { $0.distance <= within ? $0 : nil }
            #expect(tiled.nearest(to: blocks[block]) == expected)
            found += expected == nil ? 0 : 1
        }
        #expect(found > 0)
    }

    @Test("nodes read off one by one are walked to as places at them are")
    func nodes() {
        let network = Self.town.network
        var search = NearestFacilitySearch(on: network)
        search.prepare(Self.town.places(300, seed: 3), within: .limit(metres: 700))
        var walks = [WalkingDistance?](repeating: nil, count: network.nodeCount)
        search.forEachNode(of: NodeSpots(of: network)) { node, walk, _ in
            #expect(walks[Int(node)] == nil)
            walks[Int(node)] = walk
        }
        for edge in stride(from: 0, to: network.edgeCount, by: 7) {
            for (node, along) in [
                (network.edgeTail[edge], 0), (network.edgeHead[edge], network.length(of: edge)),
            ] {
                let location = NetworkLocation(edge: Int32(edge), low: along, high: along, leg: .zero)
                #expect(walks[Int(node)] == search.walk(to: location))
            }
        }
    }

    @Test("of the nodes those are read off that are wanted: at ends of chains, inside them, or some of both")
    func wantedNodes() {
        let network = Self.town.network
        var search = NearestFacilitySearch(on: network)
        search.prepare(Self.town.places(300, seed: 3), within: .limit(metres: 700))
        func walks(_ isWanted: (Int32) -> Bool) -> [Int32: WalkingDistance] {
            var walks: [Int32: WalkingDistance] = [:]
            let wanted = NumberSet(count: network.nodeCount) { isWanted(Int32($0)) }
            search.forEachNode(of: NodeSpots(of: network, only: wanted)) { node, walk, _ in
                walks[node] = walk
            }
            return walks
        }
        let all = walks { _ in true }
        let isEnd: (Int32) -> Bool = { network.graph.ends.contains(Int($0)) }
        for isWanted in [isEnd, { !isEnd($0) }, { $0 % 3 == 0 }, { _ in false }] {
            #expect(walks(isWanted) == all.filter { isWanted($0.key) })
        }
        #expect(all.keys.contains(where: isEnd) && !all.keys.allSatisfy(isEnd))
    }

    @Test("what no walk leads to is not read off, however far the limit")
    func unreached() throws {
        let lines = try [0.0, 10].map { y in
            try LineString([Position(0, y), Position(3, y), Position(5, y)])
        }
        let network = NetworkBuilder().build(lines).network
        var supply = NetworkPlaces()
        supply.append([NetworkLocation(edge: 0, low: 0, high: 0, leg: .zero)])
        var search = NearestFacilitySearch(on: network)
        search.prepare(supply, within: .limit(metres: 1_000_000))
        var walks: [Int64] = []
        search.forEachNode(of: NodeSpots(of: network)) { _, walk, _ in walks.append(walk.millimetres) }
        #expect(walks.sorted() == [0, 3000, 5000])
    }

    @Test("a second search in the same scratch space is as good as the first")
    func reuse() {
        var used = NearestFacilitySearch(on: Self.town.network)
        used.prepare(Self.town.places(2000, seed: 8), within: .limit(metres: 900))
        used.prepare(Self.town.places(30, seed: 9), within: .limit(metres: 400))
        var fresh = NearestFacilitySearch(on: Self.town.network)
        fresh.prepare(Self.town.places(30, seed: 9), within: .limit(metres: 400))
        let blocks = Self.town.places(2000, seed: 2)
        for block in 0..<blocks.count {
            #expect(used.nearest(to: blocks[block]) == fresh.nearest(to: blocks[block]))
        }
    }
}

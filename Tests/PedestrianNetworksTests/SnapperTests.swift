import Geometry
import NetworkFixtures
import Testing

@testable import PedestrianNetworks

@Suite("Joining places to the network")
struct SnapperTests {
    private func network(_ lines: [LineString]) -> PedestrianNetwork { NetworkBuilder().build(lines).network }

    private func join(
        _ position: Position, _ network: PedestrianNetwork, within metres: Double = 200,
        barriers: [[Position]] = []
    ) -> Result<NetworkLocation, JoinFailure> {
        var scratch = Snapper.Scratch()
        return Snapper(network, barriers: BarrierLines(barriers))
            .location(of: position, within: WalkingDistance(metres: metres), scratch: &scratch)
    }

    @Test("The nearest point of the nearest segment, ties to the first edge, against a scan of all")
    func nearest() {
        for seed in 0..<1000 as Range<UInt64> {
            let random = RandomLines(seed: seed)
            let network = network(random.lines)
            for place in random.places {
                var best: (leg: Int64, edge: Int)?
                for edge in 0..<network.edgeCount {
                    let near = network.segment(of: edge).nearest(to: place)
                    let leg = WalkingDistance(metres: near.squaredDistance.squareRoot()).micrometres
                    if leg <= 60_000_000, best.map({ leg < $0.leg }) ?? true { best = (leg, edge) }
                }
                let found = try? join(place, network, within: 60).get()
                #expect(found.map { Int($0.edge) } == best?.edge, "seed \(seed)")
                #expect(found?.leg.micrometres == best?.leg, "seed \(seed)")
            }
        }
    }

    @Test("Places joined together join where each does alone", arguments: [3.0, 60, 500_000])
    func together(metres: Double) {
        let limit = WalkingDistance(metres: metres)
        for seed in 0..<200 as Range<UInt64> {
            let random = RandomLines(seed: seed)
            let snapper = Snapper(network(random.lines))
            var scratch = Snapper.Scratch()
            let spots = random.places.map { (position: $0, compound: Compound.none) }
            let joined = snapper.locations(of: spots, within: limit, scratch: &scratch)
            let alone = random.places.map { snapper.location(of: $0, within: limit, scratch: &scratch) }
            #expect(joined == alone, "seed \(seed)")
        }
    }

    @Test("A place between two streets goes to the one drawn first")
    func ties() throws {
        let map = SketchMap(
            """
            A--------B
            |
            |
            C--------D
            """)
        let middle = Position(45, 15)
        let place = try join(middle, network(map.lines)).get()
        #expect(place.edge == 0)
        let turned = try join(middle, network(map.lines.reversed())).get()
        #expect(network(map.lines.reversed()).segment(of: Int(turned.edge)).start.y == 0)
        #expect(turned.leg == place.leg)
    }

    @Test("The longest leg is included, a millimetre more is not")
    func limit() throws {
        let street = network(SketchMap("A---------B").lines)
        #expect((try? join(Position(50, 200), street).get()) != nil)
        #expect(join(Position(50, 200.001), street) == .failure(JoinFailure(.tooFar)))
    }

    @Test("A leg goes round no corner: behind a barrier another way is taken, or none")
    func barriers() throws {
        let map = SketchMap(
            """
            A--------B



            C--------D
            """)
        let canal = [Position(-50, 30), Position(150, 30)]
        let place = Position(45, 25)
        #expect(try join(place, network(map.lines)).get().edge == 0)
        #expect(try join(place, network(map.lines), barriers: [canal]).get().edge == 1)
        let island = [Position(-9, 10), Position(99, 10)]
        #expect(
            join(place, network(map.lines), within: 26, barriers: [canal, island])
                == .failure(JoinFailure(.behindBarrier)))
    }

    @Test("A gate in the wall is not walled in")
    func gates() {
        let street = network(SketchMap("A---------B").lines)
        let wall = [Position(20, 5), Position(80, 5)]
        #expect((try? join(Position(50, 5), street, barriers: [wall]).get()) != nil)
        #expect((try? join(Position(50, 5.005), street, barriers: [wall]).get()) != nil)
        #expect((try? join(Position(50, 6), street, barriers: [wall]).get()) == nil)
    }

    @Test("A leg through the corner of a barrier does not slip between its two sides")
    func corners() {
        var random = SeededRandom(seed: 7)
        let street = network(SketchMap("A---------B").lines)
        for _ in 0..<500 {
            let corner = Position(
                Double.random(in: 10...90, using: &random), Double.random(in: 5...40, using: &random))
            let wall = [Position(-500, 45), corner, Position(600, 45)]
            #expect((try? join(Position(corner.x, 60), street, barriers: [wall]).get()) == nil)
        }
    }

    private func square(_ minX: Double, _ minY: Double, _ side: Double) throws -> Polygon {
        Polygon(
            shell: try LinearRing([
                Position(minX, minY), Position(minX + side, minY), Position(minX + side, minY + side),
                Position(minX, minY + side), Position(minX, minY),
            ]))
    }

    @Test("An open space is entered where ways cross its boundary")
    func crossings() throws {
        let street = network(SketchMap("A---------B").lines)
        var scratch = Snapper.Scratch()
        let found = Snapper(street).crossings(ofBoundary: [try square(30, -20, 40)], scratch: &scratch)
        #expect(found.map(\.low) == [30_000_000, 70_000_000])
        #expect(found.allSatisfy { $0.leg == .zero && $0.low == $0.high })
    }

    @Test("A way along the boundary is an entrance as long as it")
    func stretches() throws {
        let street = network(SketchMap("A---------B").lines)
        var scratch = Snapper.Scratch()
        let found = Snapper(street).crossings(ofBoundary: [try square(30, 0, 40)], scratch: &scratch)
        #expect(found.contains { $0.low == 30_000_000 && $0.high == 70_000_000 })
    }

    @Test("An open space no way meets is entered where it comes nearest to one, against a fine sampling")
    func nearestToBoundary() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<200 {
            let lines = RandomLines(seed: UInt64.random(in: 0...9999, using: &random)).lines
            let network = network(lines)
            guard network.edgeCount > 0 else { continue }
            let box = network.box
            let park = try square(box.maxX + Double.random(in: 1...90, using: &random), box.centre.y, 37)
            var scratch = Snapper.Scratch()
            let found = try? Snapper(network).nearestToBoundary(
                [park], within: WalkingDistance(metres: 200), scratch: &scratch
            ).get()
            var least = Double.infinity
            for (a, b) in zip(park.shell.positions, park.shell.positions.dropFirst()) {
                for step in 0...400 {
                    let sample = Segment(a, b).point(at: Double(step) / 400)
                    for edge in 0..<network.edgeCount {
                        least = min(least, network.segment(of: edge).nearest(to: sample).squaredDistance)
                    }
                }
            }
            // Samples are a tenth of a metre apart: never nearer than the truth, and not much further.
            let leg = try #require(found?.first).leg.metres
            #expect(leg <= least.squareRoot() + 1e-5 && leg >= least.squareRoot() - 0.05)
        }
    }
}

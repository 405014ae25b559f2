internal import Geometry

/// Shapes straight out of well-known binary, where nothing about them is out of the ordinary.
///
/// What is empty, not finite, curved, a collection, of the other byte order or has a ring that may enclose nothing is
/// left to `GeometryReader`, which knows what to make of it.
struct WellKnownBinary {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0
    private var numbers = 2

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The shape, and whether it had heights or measures; nil when it is not an ordinary one.
    static func shape(_ bytes: UnsafeRawBufferPointer) -> (shape: Shape, hasHeights: Bool)? {
        var reader = WellKnownBinary(bytes)
        guard let (kind, numbers) = reader.header() else { return nil }
        reader.numbers = numbers
        return reader.shape(kind).map { ($0, numbers > 2) }
    }

    private mutating func shape(_ kind: UInt32) -> Shape? {
        switch kind {
        case 1: point().map { .point($0) }
        case 2: line().map { .lineString($0) }
        case 3: polygon().map { .polygon($0) }
        case 4: members(of: 1) { $0.point() }.map { .multiPoint($0) }
        case 5: members(of: 2) { $0.line() }.map { .multiLineString($0) }
        case 6: members(of: 3) { $0.polygon() }.map { .multiPolygon($0) }
        default: nil
        }
    }

    /// The kind of geometry and how many numbers a position has, in the notation of ISO or of OGR's old one.
    private mutating func header() -> (kind: UInt32, numbers: Int)? {
        guard place < bytes.count, bytes[place] == 1 else { return nil }
        place += 1
        guard let type = count() else { return nil }
        let plain = type & 0x0FFF_FFFF
        guard plain < 4000 else { return nil }
        let hasZ = type & 0x8000_0000 != 0 || plain / 1000 == 1 || plain / 1000 == 3
        let hasM = type & 0x4000_0000 != 0 || plain / 1000 >= 2
        return (plain % 1000, 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0))
    }

    private mutating func count() -> UInt32? {
        guard bytes.count - place >= 4 else { return nil }
        defer { place += 4 }
        return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    /// At least one member, all of the same numbers as the whole.
    private mutating func members<Member>(
        of kind: UInt32, _ member: (inout WellKnownBinary) -> Member?
    ) -> [Member]? {
        guard let count = count(), count > 0 else { return nil }
        var members: [Member] = []
        for _ in 0..<count {
            guard let header = header(), header == (kind, numbers), let next = member(&self) else {
                return nil
            }
            members.append(next)
        }
        return members
    }

    private mutating func point() -> Position? {
        let stride = numbers * MemoryLayout<Double>.stride
        guard stride <= bytes.count - place else { return nil }
        defer { place += stride }
        let position = Position(number(place), number(place + 8))
        return position.isFinite ? position : nil
    }

    private mutating func line() -> LineString? {
        count().flatMap { positions(Int($0)) }.flatMap { try? LineString($0) }
    }

    private mutating func polygon() -> Polygon? {
        guard let count = count(), count > 0, let shell = ring() else { return nil }
        var holes: [LinearRing] = []
        for _ in 1..<count {
            guard let hole = ring() else { return nil }
            holes.append(hole)
        }
        return Polygon(shell: shell, holes: holes)
    }

    private mutating func ring() -> LinearRing? {
        guard let positions = count().flatMap({ positions(Int($0)) }),
            let ring = try? LinearRing(positions), ring.surelyEncloses
        else { return nil }
        return ring
    }

    private mutating func positions(_ count: Int) -> [Position]? {
        let stride = numbers * MemoryLayout<Double>.stride
        guard count <= (bytes.count - place) / stride else { return nil }
        defer { place += count * stride }
        // Making one of so many asks the runtime for its type, each time; making room in one does not.
        var positions: [Position] = []
        positions.reserveCapacity(count)
        for index in 0..<count {
            let start = place + index * stride
            positions.append(Position(number(start), number(start + 8)))
        }
        return positions
    }

    private func number(_ start: Int) -> Double {
        let bits = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        return Double(bitPattern: UInt64(littleEndian: bits))
    }
}

extension LinearRing {
    /// Whether the area alone shows that the ring has an inside: far above its rounding, and far below what rings of
    /// real places have.
    var surelyEncloses: Bool {
        var box = Box.empty
        for position in positions { box.extend(to: position) }
        let span = Position(box.minX, box.minY).squaredDistance(to: Position(box.maxX, box.maxY))
        return abs(signedArea) > 1e-9 * span
    }
}

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

    /// Adds the shape, and says whether it had heights or measures; nil and nothing added when it is not an ordinary one.
    static func append(_ bytes: UnsafeRawBufferPointer, to shapes: inout ShapeColumn) -> Bool? {
        var reader = WellKnownBinary(bytes)
        guard let (kind, numbers) = reader.header() else { return nil }
        reader.numbers = numbers
        guard reader.append(kind, to: &shapes) else { return nil }
        return numbers > 2
    }

    /// What most features have goes from the bytes to the column at once.
    private mutating func append(_ kind: UInt32, to shapes: inout ShapeColumn) -> Bool {
        switch kind {
        case 1: return append(1, to: &shapes)
        case 2:
            guard let count = count(), count > 1 else { return false }
            return append(Int(count), to: &shapes)
        default:
            guard let shape = shape(kind) else { return false }
            shapes.append(shape)
            return true
        }
    }

    private func append(_ count: Int, to shapes: inout ShapeColumn) -> Bool {
        let stride = numbers * MemoryLayout<Double>.stride
        guard count <= (bytes.count - place) / stride else { return false }
        return shapes.append(count: count) { index in
            let start = place + index * stride
            return Position(number(start), number(start + 8))
        }
    }

    private mutating func shape(_ kind: UInt32) -> Shape? {
        switch kind {
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

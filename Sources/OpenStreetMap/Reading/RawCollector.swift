internal import COsmium
internal import Geometry

/// Takes what libosmium hands over; the one place where C meets Swift.
final class RawCollector {
    private let assembly: ExtractAssembly
    /// The way that was handed over last, for the memory of its columns.
    private var chain = RawExtract.Chain()

    init(_ assembly: ExtractAssembly) { self.assembly = assembly }

    /// Reads the file; once only.
    func read(_ file: PlainFile, path: String) throws(OSMReadError) -> OSMExtract {
        var counts = COsmiumCounts()
        var message = [CChar](repeating: 0, count: 400)
        let status = withCStrings(TagWords.bundled.list) { words in
            var visitor = visitor(words: words)
            return COsmiumRead(file.absolutePath, &visitor, &counts, &message, message.count)
        }
        if let problem = OSMReadError.Problem(status) {
            let detail = String(
                decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw OSMReadError(problem: problem, path: path, detail: detail)
        }
        var extract = assembly.finish()
        extract.report.nodesInFile = Int(counts.nodes)
        extract.report.waysInFile = Int(counts.ways)
        extract.report.relationsInFile = Int(counts.relations)
        return extract
    }

    private func visitor(words: UnsafeBufferPointer<UnsafePointer<CChar>?>) -> COsmiumVisitor {
        COsmiumVisitor(
            context: Unmanaged.passUnretained(self).toOpaque(), words: words.baseAddress,
            wordCount: words.count, keyCount: TagWords.bundled.keyCount,
            wantsNode: { RawCollector.at($0)?.assembly.wantsNode(TagCodes($1, $2)) ?? false },
            wantsWay: { RawCollector.at($0)?.assembly.wantsWay(TagCodes($1, $2)) ?? false },
            wantsRelation: { RawCollector.at($0)?.assembly.wantsWay(TagCodes($1, $2)) ?? false },
            node: { RawCollector.at($0)?.take(node: $1, $2) },
            way: { RawCollector.at($0)?.take(way: $1, UnsafeBufferPointer(start: $2, count: $3), $4) },
            area: {
                RawCollector.at($0)?.take(area: $1, rings: UnsafeBufferPointer(start: $2, count: $3), $4)
            },
            brokenArea: { context, id, fault, _ in RawCollector.at(context)?.take(broken: id, fault: fault) })
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> RawCollector? {
        context.map { Unmanaged<RawCollector>.fromOpaque($0).takeUnretainedValue() }
    }

    private func take(node: COsmiumNode, _ tags: COsmiumTags) {
        assembly.add(
            RawExtract.Node(
                id: node.id, position: Position(node.longitude, node.latitude), tags: OSMTags(tags),
                codes: TagCodes(tags)))
    }

    private func take(way id: Int64, _ nodes: UnsafeBufferPointer<COsmiumNode>, _ tags: COsmiumTags) {
        chain.take(nodes)
        assembly.add(RawExtract.Way(id: id, chain: chain, tags: OSMTags(tags), codes: TagCodes(tags)))
    }

    private func take(area id: Int64, rings: UnsafeBufferPointer<COsmiumRing>, _ tags: COsmiumTags) {
        var parts: [RawExtract.Area.Part] = []
        for ring in rings {
            var chain = RawExtract.Chain()
            chain.take(UnsafeBufferPointer(start: ring.first, count: ring.count))
            if ring.isOuter {
                parts.append(RawExtract.Area.Part(shell: chain))
            } else if !parts.isEmpty {
                parts[parts.count - 1].holes.append(chain)
            }
        }
        assembly.add(
            RawExtract.Area(relation: id, parts: parts, tags: OSMTags(tags), codes: TagCodes(tags)))
    }

    private func take(broken id: Int64, fault: COsmiumAreaFault) {
        let reason: OSMLeftOut.Reason =
            fault == COsmiumIncomplete ? .incompleteMultipolygon : .openMultipolygon
        assembly.add(RawExtract.BrokenArea(relation: id, reason: reason))
    }
}

extension OSMTags {
    fileprivate init(_ tags: COsmiumTags) {
        self.init(packed: UnsafeRawBufferPointer(start: tags.first, count: tags.size))
    }
}

extension TagCodes {
    fileprivate init(_ first: UnsafePointer<UInt32>?, _ count: Int) {
        self.init(UnsafeBufferPointer(start: first, count: count))
    }

    fileprivate init(_ tags: COsmiumTags) { self.init(tags.codes, tags.codeCount) }
}

extension RawExtract.Chain {
    /// Becomes another chain.
    fileprivate mutating func take(_ list: UnsafeBufferPointer<COsmiumNode>) {
        nodes.removeAll(keepingCapacity: true)
        nodes.append(contentsOf: list.lazy.map { $0.id })
        numbers.removeAll(keepingCapacity: true)
        numbers.append(contentsOf: list.lazy.map { $0.number })
        // Shapes keep positions, so these are as many as there are and no more: memory that had once held the longest way
        // would be kept for every one, which is 42 MB for Las Palmas.
        positions = list.map { Position($0.longitude, $0.latitude) }
    }
}

extension OSMReadError.Problem {
    fileprivate init?(_ status: COsmiumStatus) {
        switch status {
        case COsmiumDone: return nil
        case COsmiumNotReadable: self = .notReadable
        case COsmiumNotOSM: self = .notOSM
        case COsmiumNoMemory: self = .tooLarge
        default: self = .damaged
        }
    }
}

/// Lends texts to C for the time of a call.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    let bytes = texts.map { $0.utf8CString }
    func lend(_ rest: ArraySlice<ContiguousArray<CChar>>, _ lent: [UnsafePointer<CChar>?]) -> Result {
        guard let next = rest.first else { return lent.withUnsafeBufferPointer(body) }
        return next.withUnsafeBufferPointer { lend(rest.dropFirst(), lent + [$0.baseAddress]) }
    }
    return lend(bytes[...], [])
}

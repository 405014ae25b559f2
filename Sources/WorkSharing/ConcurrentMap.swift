internal import Dispatch
import Synchronization

/// Spreads `count` pieces of work over at most `threads` tasks and returns the results in order.
///
/// Each task makes one `workspace` and keeps it for all the pieces it takes, so scratch memory is one per
/// task. Pieces are handed out one by one, hence the result does not depend on the number of threads as long
/// as `body` gives the same answer for a piece whatever the workspace went through before.
///
/// - Parameters:
///   - count: The number of pieces, 0 or more.
///   - threads: At most this many tasks run at once; values below 1 count as 1.
///   - workspace: Makes one task's scratch space.
///   - progress: Called after each piece, from any task, with the number of pieces done so far.
///   - body: Does piece `index` with the task's scratch space.
/// - Returns: What `body` returned, by piece.
/// - Throws: The first error that any piece threw; the other tasks stop at their next piece. `CancellationError` when the
///   task was cancelled, for then pieces are missing.
public func concurrentMap<Workspace, Result: Sendable>(
    count: Int, threads: Int, workspace: @Sendable @escaping () throws -> Workspace,
    progress: @Sendable @escaping (_ done: Int) -> Void = { _ in },
    body: @Sendable @escaping (_ index: Int, _ workspace: inout Workspace) throws -> Result
) async throws -> [Result] {
    guard count > 0 else { return [] }
    let next = SharedCounter()
    let finished = SharedCounter()
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
        for _ in 0..<min(max(threads, 1), count) {
            group.addTask {
                var scratch = try workspace()
                var done: [(Int, Result)] = []
                while !Task.isCancelled {
                    let index = next.take()
                    guard index < count else { break }
                    done.append((index, try body(index, &scratch)))
                    progress(finished.take() + 1)
                }
                return done
            }
        }
        var results = [Result?](repeating: nil, count: count)
        for try await part in group {
            for (index, result) in part { results[index] = result }
        }
        try Task.checkCancellation()
        return results.compactMap { $0 }
    }
}

/// The same for work in the middle of what cannot be suspended: the caller's thread takes part and waits for the others.
///
/// - Throws: What `workspace` threw, for any of the threads.
public func simultaneousMap<Workspace, Result: Sendable, Failure: Error>(
    count: Int, threads: Int, workspace: @Sendable () throws(Failure) -> Workspace,
    body: @Sendable (_ index: Int, _ workspace: inout Workspace) -> Result
) throws(Failure) -> [Result] {
    let next = SharedCounter()
    let gathered = Mutex<(results: [Result?], failure: Failure?)>(
        (Array(repeating: nil, count: count), nil))
    DispatchQueue.concurrentPerform(iterations: min(max(threads, 1), count)) { _ in
        do throws(Failure) {
            var scratch = try workspace()
            while true {
                let index = next.take()
                guard index < count else { break }
                let result = body(index, &scratch)
                gathered.withLock { $0.results[index] = result }
            }
        } catch { gathered.withLock { $0.failure = error } }
    }
    let (results, failure) = gathered.withLock { ($0.results, $0.failure) }
    if let failure { throw failure }
    return results.compactMap { $0 }
}

/// A counter several tasks take numbers from.
private final class SharedCounter: Sendable {
    private let value = Atomic<Int>(0)

    func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// Cuts `0..<count` into runs of at most `size`, for work whose pieces are too small to hand out one by one.
public func chunks(of count: Int, size: Int) -> [Range<Int>] {
    precondition(size > 0, "a chunk holds at least one piece")
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}

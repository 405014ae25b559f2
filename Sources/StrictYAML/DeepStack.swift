internal import Dispatch
internal import Foundation
internal import Synchronization

/// A stack large enough for the parser's worst text.
///
/// The parser calls itself for every level of nesting and gives up at level 1000, before we see a node. That
/// took between 1 and 2 MiB in a debug build (x86-64, Swift 6.3), more than some threads have, so it reads on
/// a thread of its own. A thread costs some ten microseconds; a document is read once.
enum DeepStack {
    private static let bytes = 16 << 20

    /// What `body` returns, computed on a large stack while the caller waits.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value {
        let slot = Slot<Value>()
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            slot.value.withLock { $0 = body() }
            done.signal()
        }
        thread.stackSize = bytes
        thread.start()
        done.wait()
        guard let value = slot.value.withLock({ $0 }) else {
            preconditionFailure("the thread signals only after its work")
        }
        return value
    }

    private final class Slot<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}

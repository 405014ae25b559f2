internal import CGEOS

/// What GEOS needs to run and to report errors: one per task, because it must not be used by two at once.
///
/// Making one is cheap next to any operation on a real shape, but not free: keep it for a whole batch.
public final class GEOSContext {
    let handle: OpaquePointer
    private var lastMessage: String?

    /// A context of its own, independent of any other.
    public init() {
        guard let handle = GEOS_init_r() else { fatalError("out of memory: GEOS_init_r") }
        self.handle = handle
        GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, owner in
                guard let text, let owner else { return }
                let context = Unmanaged<GEOSContext>.fromOpaque(owner).takeUnretainedValue()
                context.lastMessage = String(cString: text)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { GEOS_finish_r(handle) }
}

// GEOS reports failure in three ways; every call goes through the helper of its kind.
extension GEOSContext {
    /// A call that returns a pointer, null on failure.
    func pointer(
        _ operation: String, _ call: (OpaquePointer) -> OpaquePointer?
    ) throws(GeometryError) -> OpaquePointer {
        lastMessage = nil
        guard let result = call(handle) else { throw failure(of: operation) }
        return result
    }

    /// A predicate: 0 for false, 1 for true, anything else on failure.
    func predicate(
        _ operation: String, _ call: (OpaquePointer) -> CChar
    ) throws(GeometryError) -> Bool {
        lastMessage = nil
        switch call(handle) {
        case 0: return false
        case 1: return true
        default: throw failure(of: operation)
        }
    }

    /// A call that returns a status and writes its result elsewhere: 1 on success.
    func status(_ operation: String, _ call: (OpaquePointer) -> CInt) throws(GeometryError) {
        lastMessage = nil
        guard call(handle) == 1 else { throw failure(of: operation) }
    }

    /// A call that counts or classifies: negative on failure.
    func count(_ operation: String, _ call: (OpaquePointer) -> CInt) throws(GeometryError) -> Int {
        lastMessage = nil
        let result = call(handle)
        guard result >= 0 else { throw failure(of: operation) }
        return Int(result)
    }

    private func failure(of operation: String) -> GeometryError {
        GeometryError(operation: operation, message: lastMessage ?? "GEOS gave no reason")
    }
}

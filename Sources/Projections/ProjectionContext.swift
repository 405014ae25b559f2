internal import CPROJ

/// One PROJ context, which belongs to one owner, with the messages PROJ logs to it.
final class ProjectionContext {
    let pointer: OpaquePointer?
    private var messages: [String] = []

    /// A context that never uses the network: the same input must give the same result everywhere.
    init() {
        pointer = proj_context_create()
        proj_context_set_enable_network(pointer, 0)
        // Without a log function PROJ prints to standard error.
        proj_log_func(pointer, Unmanaged.passUnretained(self).toOpaque()) { owner, _, text in
            guard let owner, let text else { return }
            let context = Unmanaged<ProjectionContext>.fromOpaque(owner).takeUnretainedValue()
            context.messages.append(String(cString: text))
        }
    }

    deinit { proj_context_destroy(pointer) }

    /// What PROJ said since the last call, in one line; `otherwise` when it said nothing.
    func takeMessages(otherwise: String) -> String {
        defer { messages = [] }
        return messages.isEmpty ? otherwise : messages.joined(separator: "; ")
    }
}

/// An owner of one PROJ object, destroyed before the context it was made in.
final class ProjectionObject {
    let context: ProjectionContext
    let pointer: OpaquePointer

    /// Takes over `pointer`; nil when PROJ returned none.
    init?(_ pointer: OpaquePointer?, in context: ProjectionContext) {
        guard let pointer else { return nil }
        self.pointer = pointer
        self.context = context
    }

    deinit { proj_destroy(pointer) }
}

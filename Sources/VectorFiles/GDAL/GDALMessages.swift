internal import CGDAL

/// What GDAL reports on this thread while a file is read.
final class GDALMessages {
    private(set) var failures: [String] = []
    private var warnings: [String] = []

    /// Runs `body` with GDAL's messages coming here instead of going to standard error.
    func collecting<Result>(
        _ body: () throws(VectorFileError) -> Result
    ) throws(VectorFileError) -> Result {
        GDALLibrary.prepare()
        CPLErrorReset()
        let owner = Unmanaged.passUnretained(self).toOpaque()
        CPLPushErrorHandlerEx(
            { kind, _, text in
                guard let text, let owner = CPLGetErrorHandlerUserData() else { return }
                let messages = Unmanaged<GDALMessages>.fromOpaque(owner).takeUnretainedValue()
                messages.add(String(cString: text), isFailure: kind.rawValue >= CE_Failure.rawValue)
            }, owner)
        defer { CPLPopErrorHandler() }
        return try body()
    }

    /// What `body` makes while GDAL has nothing to say; else nil, and what it said is forgotten, for it says that again
    /// when the same is done in another way.
    func quietly<Made>(_ body: () -> Made?) -> Made? {
        let before = (failures: failures, warnings: warnings)
        let made = body()
        guard failures.count > before.failures.count || warnings.count > before.warnings.count || made == nil
        else { return made }
        (failures, warnings) = before
        return nil
    }

    private func add(_ text: String, isFailure: Bool) {
        if isFailure { failures.append(text) } else { note(text) }
    }

    /// Adds a remark of our own to the warnings; each is kept once.
    func note(_ text: String) {
        // A warning per feature of a large file would fill memory with sentences nobody reads.
        guard warnings.count < 100, !warnings.contains(text) else { return }
        warnings.append(text)
    }

    /// The warnings so far, each once.
    var notes: [String] { warnings }

    /// The failures in one line; `otherwise` when there was none.
    func failureText(otherwise: String) -> String {
        failures.isEmpty ? otherwise : failures.prefix(3).joined(separator: "; ")
    }

    /// Takes the failures that are about a coordinate system, which PROJ and the parser of WKT state.
    func takeReferenceFailures() -> [String] {
        let isAboutReference = { (text: String) in
            text.hasPrefix("PROJ:") || text.hasPrefix("missing [") || text.hasPrefix("missing , or ]")
        }
        defer { failures.removeAll(where: isAboutReference) }
        return failures.filter(isAboutReference)
    }

    /// The failures so far, which are then forgotten.
    func takeFailures() -> [String] {
        defer { failures = [] }
        return failures
    }
}

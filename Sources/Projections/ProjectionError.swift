/// A coordinate system or a transformation that could not be had, and why.
public struct ProjectionError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Problem: Hashable, Sendable {
        /// The text names or describes no coordinate system known to PROJ.
        case unknownSystem
        /// The system exists but is neither geographic nor projected: vertical, geocentric or local.
        case unsuitableSystem
        /// There is no way from one system to the other.
        case noTransformation
        /// The system is not a plane measured in metres.
        case notMetres
    }

    /// What went wrong.
    public let problem: Problem
    /// The definition, or the two definitions, that it went wrong with.
    public let subject: String
    /// What PROJ said, or what to do next.
    public let detail: String

    /// An error about `subject`.
    public init(problem: Problem, subject: String, detail: String) {
        self.problem = problem
        self.subject = subject
        self.detail = detail
    }
}

import FileFixtures
import Foundation

/// One run of the built command: arguments, environment and folder in; status and both streams out.
struct LifeCircleProcess {
    /// How a run ended.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String

        /// The lines of standard error.
        var errorLines: [Substring] { errors.split(separator: "\n") }
    }

    /// A run that did not end.
    struct TooLong: Error { let arguments: [String] }

    private let process = Process()
    private let streams: TemporaryFolder
    private let ended = DispatchSemaphore(value: 0)

    /// Two at a time: more would only wait for one another, and the limit of each is real time.
    private static let places = DispatchSemaphore(value: 2)
    private static let limit = 60

    /// Runs the command to its end.
    ///
    /// - Throws: `TooLong` after a minute.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Outcome {
        places.wait()
        defer { places.signal() }
        return try LifeCircleProcess(arguments, environment, folder).finish()
    }

    /// Runs the command and sends it `signal` as soon as `words` stand on standard error.
    static func run(_ arguments: [String], sending signal: Int32, at words: String) throws -> Outcome {
        places.wait()
        defer { places.signal() }
        let running = try LifeCircleProcess(arguments, [:], nil)
        while running.process.isRunning, !running.text("err").contains(words) { usleep(2000) }
        kill(running.process.processIdentifier, signal)
        return try running.finish()
    }

    private init(_ arguments: [String], _ environment: [String: String], _ folder: String?) throws {
        streams = try TemporaryFolder()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.environment = Self.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.emptyFile(streams.file("out"))
        process.standardError = try Self.emptyFile(streams.file("err"))
        let ended = ended
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
    }

    private static func emptyFile(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    private func finish() throws -> Outcome {
        guard ended.wait(timeout: .now() + .seconds(Self.limit)) == .success else {
            kill(process.processIdentifier, SIGKILL)
            throw TooLong(arguments: process.arguments ?? [])
        }
        return Outcome(status: process.terminationStatus, output: text("out"), errors: text("err"))
    }

    private func text(_ stream: String) -> String {
        String(decoding: (try? streams.data(stream)) ?? Data(), as: UTF8.self)
    }

    /// The caller's, without what chooses a language, so that messages are in English unless a test asks.
    private static var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter { key, _ in
            !key.hasPrefix("LC_") && !["LANG", "LANGUAGE", "TZ"].contains(key)
        }
    }

    /// The command lies beside the test bundle.
    static var executable: URL {
        final class Marker {}
        #if os(macOS)
            let folder = Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
        #else
            let folder = Bundle.main.bundleURL
        #endif
        return folder.appendingPathComponent("lifecircle")
    }
}

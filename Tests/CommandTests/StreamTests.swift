import Foundation
import Testing

/// Streams that cannot be written are no reason to crash.
@Suite struct StreamTests {
    /// The exit status of the command run by a shell with `redirection` behind it.
    private func status(_ arguments: String, _ redirection: String) throws -> Int32 {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "\"$0\" \(arguments) \(redirection)", LifeCircleProcess.executable.path]
        try shell.run()
        shell.waitUntilExit()
        return shell.terminationReason == .exit ? shell.terminationStatus : -shell.terminationStatus
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func aFullDiskIsAnError() throws {
        #expect(try status("standards list", ">/dev/full 2>/dev/null") == 73)
    }

    @Test func closedStreamsAreSurvived() throws {
        #expect(try status("standards list", ">&- 2>/dev/null") == 73)
        #expect(try status("analyze /no/such/file.yaml", "2>&-") == 66)
    }

    @Test func aReaderThatGoesAwayEndsQuietly() throws {
        #expect(try status("standards show suzhou-2021 --json", "| true") == 0)
    }
}

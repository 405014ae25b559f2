import FileFixtures
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

    /// A reader that closes its end before anything is written; the status is the command's, not the pipe's.
    @Test func aReaderThatGoesAwayEndsQuietly() throws {
        let folder = try TemporaryFolder()
        let told = folder.file("status")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [
            "-c",
            "{ sleep 0.3; \"$0\" standards show suzhou-2021 --json; echo $? >\"$1.new\"; mv \"$1.new\" \"$1\"; } | { exec <&-; sleep 0.1; }",
            LifeCircleProcess.executable.path, told,
        ]
        try shell.run()
        shell.waitUntilExit()
        // The writing side outlives the reader.
        for _ in 0..<200 where !FileManager.default.fileExists(atPath: told) { usleep(50_000) }
        #expect(try folder.text("status") == "0\n")
    }
}

import FileFixtures
import Foundation
import Testing

/// What somebody sees who watches: run on a terminal of 80 columns, which Python makes.
@Suite struct TerminalTests {
    private static let watching = #"""
        import fcntl, os, pty, struct, sys, termios
        child, terminal = pty.fork()
        if child == 0:
            os.execvp(sys.argv[1], sys.argv[1:])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
        seen = b""
        while True:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        sys.stdout.buffer.write(seen)
        """#

    private func seen(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", "-c", Self.watching, LifeCircleProcess.executable.path] + arguments
        let own = ProcessInfo.processInfo.environment.filter {
            !["NO_COLOR", "COLUMNS", "LC_ALL"].contains($0.key)
        }
        process.environment = own.merging(["TERM": "xterm", "LANG": "C.UTF-8"]) { $1 }.merging(environment) {
            $1
        }
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private let wrong = ["nearest", "--lang", "zh", "-o", "/nowhere/n.csv"] + Samples.tinyLayers

    @Test func errorsStandOutOnATerminal() throws {
        #expect(try seen(["report", "/nowhere"]).contains("\u{1B}[31merror: \u{1B}[0m"))
        #expect(try seen(["report", "/nowhere", "--lang", "zh"]).contains("\u{1B}[31m错误：\u{1B}[0m"))
    }

    @Test(arguments: [["NO_COLOR": "1"], ["NO_COLOR": "0"], ["TERM": "dumb"]])
    func coloursCanBeTurnedOff(_ environment: [String: String]) throws {
        let text = try seen(["report", "/nowhere"], environment)
        #expect(text.contains("error: ") && !text.contains("\u{1B}[3"))
    }

    /// As https://no-color.org has it: an empty value asks for nothing.
    @Test func anEmptyValueIsNone() throws {
        #expect(try seen(["report", "/nowhere"], ["NO_COLOR": ""]).contains("\u{1B}[31m"))
    }

    @Test func pipesHaveNoColours() throws {
        let outcome = try LifeCircleProcess.run(["report", "/nowhere"])
        #expect(outcome.status == 66 && !outcome.errors.contains("\u{1B}"))
    }

    /// Wide characters take two columns: below one another stands what belongs together.
    @Test(arguments: ["en", "zh"])
    func columnsAreAligned(_ language: String) throws {
        let folder = try TemporaryFolder()
        let layers = ["--blocks", "--parks", "--network"].flatMap {
            [
                $0,
                "\(Samples.canalDistrict)/\($0 == "--network" ? "ways" : $0 == "--parks" ? "facilities" : "blocks").geojson",
            ]
        }
        let text = try seen(["audit", "parks", "--lang", language, "-o", folder.file("out")] + layers)
        let lines = text.split(whereSeparator: \.isNewline).map { String($0) }
        let head = try #require(lines.firstIndex { $0.hasPrefix(language == "en" ? "covered" : "覆盖") })
        // Figures end where their titles end.
        let ends = lines[head...].prefix(3).map { line in
            line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
        }
        #expect(Set(ends).count == 1, "\(lines[head...].prefix(3).joined(separator: "\n"))")
    }
}

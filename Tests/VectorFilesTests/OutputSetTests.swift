import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

extension TemporariesTests {
    @Suite("Output sets")
    struct OutputSetTests {
        private func problem(_ body: () throws -> Void) -> VectorFileError.Problem? {
            do { try body() } catch { return (error as? VectorFileError)?.problem }
            return nil
        }

        @Test("nothing appears before the commit and everything after it")
        func commit() throws {
            let folder = try TemporaryFolder()
            try folder.write("old.txt", "old")
            let set = OutputSet()
            let first = try set.stage(folder.file("old.txt"))
            let second = try set.stage(folder.file("a/b/new.txt"))
            for _ in 0..<300_000 { first.write("0123456789") }
            second.write([65, 66])
            #expect(try folder.bytes("old.txt") == Array("old".utf8))
            #expect(!FileManager.default.fileExists(atPath: folder.file("a/b/new.txt")))
            try set.commit()
            #expect(try folder.bytes("old.txt").count == 3_000_000)
            #expect(try folder.bytes("a/b/new.txt") == [65, 66])
            #expect(folder.names == ["a", "old.txt"])
        }

        @Test("what is discarded or forgotten leaves no trace")
        func discard() throws {
            let folder = try TemporaryFolder()
            do {
                let set = OutputSet()
                try set.stage(folder.file("x/y/z.txt")).write("gone")
                #expect(folder.names == ["x"])
            }
            #expect(folder.names == [])
            let set = OutputSet()
            try set.stage(folder.file("x.txt")).write("gone")
            set.discard()
            #expect(folder.names == [])
        }

        @Test("an interruption removes the temporaries of all sets")
        func interruption() throws {
            let folder = try TemporaryFolder()
            let sets = [OutputSet(), OutputSet()]
            for (index, set) in sets.enumerated() { try set.stage(folder.file("\(index).txt")).write("half") }
            #expect(folder.names.count == 2)
            OutputSet.removeAllTemporaries()
            #expect(folder.names == [])
            #expect(problem { try sets[0].commit() } == .notWritable)
        }

        @Test("an interruption removes folders that were made, unless something is in them")
        func interruptedFolders() throws {
            let folder = try TemporaryFolder()
            let set = OutputSet()
            try set.stage(folder.file("a/b/t.txt")).write("half")
            try set.stage(folder.file("c/t.txt")).write("half")
            try folder.write("c/other.txt", "mine")
            let done = OutputSet()
            try done.stage(folder.file("d/t.txt")).write("whole")
            try done.commit()
            try FileManager.default.removeItem(atPath: folder.file("d/t.txt"))
            OutputSet.removeAllTemporaries()
            #expect(folder.names == ["c", "d"])
            set.discard()
            #expect(folder.names == ["c", "d"])
        }

        @Test("targets that cannot be files are refused before anything is written")
        func refused() throws {
            let folder = try TemporaryFolder()
            try folder.write("file", "x")
            let set = OutputSet()
            #expect(problem { _ = try set.stage(folder.path) } == .notWritable)
            #expect(problem { _ = try set.stage(folder.file("new/")) } == .notWritable)
            #expect(problem { _ = try set.stage(folder.file("file/below.txt")) } == .notWritable)
            #expect(problem { _ = try set.stage("/dev/null") } == .notWritable)
            #expect(problem { _ = try set.stage("") } == .notWritable)
            _ = try set.stage(folder.file("twice.txt"))
            #expect(problem { _ = try set.stage(folder.path + "/./twice.txt") } == .notWritable)
            set.discard()
            #expect(folder.names == ["file"])
        }

        @Test("a full disk is told at the commit and no target is touched")
        func fullDisk() throws {
            let descriptor = open("/dev/full", O_WRONLY)
            try #require(descriptor >= 0)
            let folder = try TemporaryFolder()
            var made: [String] = []
            let file = StagedFile(
                try OutputTarget(folder.file("t"), madeFolders: &made), descriptor: descriptor)
            for _ in 0..<3 { file.write([UInt8](repeating: 1, count: 2_000_000)) }
            #expect(problem { try file.close() } == .notWritable)
        }

        @Test("a link is followed and permissions are kept")
        func link() throws {
            let folder = try TemporaryFolder()
            try folder.write("real.txt", "old")
            chmod(folder.file("real.txt"), 0o640)
            symlink("real.txt", folder.file("link.txt"))
            let set = OutputSet()
            try set.stage(folder.file("link.txt")).write("new")
            try set.commit()
            #expect(try folder.bytes("real.txt") == Array("new".utf8))
            var status = stat()
            lstat(folder.file("link.txt"), &status)
            #expect(status.st_mode & S_IFMT == S_IFLNK)
            stat(folder.file("real.txt"), &status)
            #expect(status.st_mode & 0o777 == 0o640)
        }
    }
}

import FileFixtures
import Foundation

/// A PostgreSQL server with PostGIS of a test's own: a cluster in a temporary folder, reached through a socket in
/// it, gone with this object.
final class PostGISServer {
    struct Failed: Error { let what: String }

    /// The words of libpq that reach it.
    var words: String { "host=\(folder) user=\(Self.user) dbname=postgres" }
    private let folder: String

    /// Where the newest PostgreSQL with PostGIS has its programs; nil where there is none, or the tests run as
    /// root, which the server refuses, and there is no other user for it.
    private static let programs: String? = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let usable = versions.filter { version in
            FileManager.default.fileExists(
                atPath: "/usr/share/postgresql/\(version)/extension/postgis.control")
        }
        guard getuid() != 0 || getpwnam(user) != nil else { return nil }
        return usable.max { (Int($0) ?? 0) < (Int($1) ?? 0) }.map { "/usr/lib/postgresql/\($0)/bin" }
    }()

    static let user = "postgres"
    static var isInstalled: Bool { programs != nil }

    init() throws {
        // The path of a socket may have no more than about a hundred bytes.
        folder = "/tmp/lifecircle-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        if getuid() == 0, let owner = getpwnam(Self.user) {
            chown(folder, owner.pointee.pw_uid, owner.pointee.pw_gid)
        }
        let programs = Self.programs ?? ""
        try asServer(
            "\(programs)/initdb -D \(folder)/data -U \(Self.user) -A trust -E UTF8 --locale=C --no-sync")
        let options = "-c listen_addresses= -c unix_socket_directories=\(folder) -c fsync=off"
        try asServer("\(programs)/pg_ctl -w -D \(folder)/data -l \(folder)/log -o '\(options)' start")
        try run("CREATE EXTENSION postgis")
    }

    deinit {
        try? asServer("\(Self.programs ?? "")/pg_ctl -D \(folder)/data -m immediate stop")
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs statements as the owner of the database.
    func run(_ statements: String) throws {
        let file = try TemporaryFolder()
        try file.write("statements.sql", statements)
        try Self.shell(
            "\(Self.programs ?? "")/psql -q -v ON_ERROR_STOP=1 -f '\(file.file("statements.sql"))' '\(words)'"
        )
    }

    private func asServer(_ command: String) throws {
        guard getuid() == 0 else { return try Self.shell(command) }
        try Self.shell("su \(Self.user) -s /bin/sh -c \"\(command)\"")
    }

    /// Runs a command to its end.
    ///
    /// A server stays behind, and what it would inherit of open files it would keep open: other tests wait for the
    /// end of theirs.
    private static func shell(_ command: String) throws {
        let closing =
            "for f in /proc/self/fd/*; do n=${f##*/}; [ $n -gt 2 ] && eval \"exec $n>&-\"; done 2>/dev/null"
        let words = ["/bin/bash", "-c", "cd /; \(closing); \(command) </dev/null >/dev/null 2>&1"]
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        var status: Int32 = 0
        guard posix_spawn(&child, words[0], nil, nil, &arguments, environ) == 0,
            waitpid(child, &status, 0) == child, status == 0
        else { throw Failed(what: command) }
    }
}

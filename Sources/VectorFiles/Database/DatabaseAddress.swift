/// How to reach a PostGIS database: `PG:` and the words of libpq, such as `PG:host=db.local dbname=city`.
struct DatabaseAddress {
    /// What comes before the words; a file of such a name is reached by `./PG:…`.
    static let prefix = "PG:"

    /// Words that say where the database is and who asks. What could change the way the session works is ours.
    private static let known = [
        "host", "hostaddr", "port", "dbname", "user", "password", "passfile", "service", "connect_timeout",
        "sslmode", "sslrootcert", "sslcert", "sslkey",
    ]

    private var words: [(key: String, value: String)]

    /// Whether a user means a database by `path`.
    static func isAddress(_ path: String) -> Bool { path.hasPrefix(prefix) }

    /// Nil when the text is not made of `key=value`.
    init?(_ text: String) {
        guard
            let words = DatabaseAddress.words(
                Array(text.unicodeScalars.dropFirst(DatabaseAddress.prefix.count)))
        else { return nil }
        self.words = words
    }

    /// The address for eyes: as it was given, without the password.
    var masked: String {
        DatabaseAddress.prefix
            + words.map { $0.key == "password" ? "password=***" : "\($0.key)=\(Self.quoted($0.value))" }
            .joined(separator: " ")
    }

    /// The password, when one is in the address.
    var password: String? {
        get { words.first { $0.key == "password" }?.value }
        set {
            words.removeAll { $0.key == "password" }
            if let newValue { words.append(("password", newValue)) }
        }
    }

    /// The first word that is none of those known.
    var strangeWord: String? { words.first { !Self.known.contains($0.key) }?.key }

    /// What GDAL connects with: a session that cannot write and writes values always the same way.
    var connection: String {
        let settings = [
            "default_transaction_read_only=on", "datestyle=ISO", "timezone=UTC", "intervalstyle=postgres",
            "extra_float_digits=1", "bytea_output=hex",
        ].map { "-c \($0)" }.joined(separator: " ")
        var all = words + [("options", settings)]
        if !words.contains(where: { $0.key == "connect_timeout" }) { all.append(("connect_timeout", "10")) }
        return Self.prefix + all.map { "\($0.key)=\(Self.quoted($0.value))" }.joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        let isPlain =
            !value.isEmpty && value.unicodeScalars.allSatisfy { !isSpace($0) && $0 != "'" && $0 != "\\" }
        guard !isPlain else { return value }
        return "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private static func words(_ text: [Unicode.Scalar]) -> [(key: String, value: String)]? {
        var words: [(key: String, value: String)] = []
        var rest = text[...].drop(while: isSpace)
        while !rest.isEmpty {
            guard let sign = rest.firstIndex(of: "=") else { return nil }
            let key = string(rest[..<sign]).trimmed
            rest = rest[(sign + 1)...].drop(while: isSpace)
            guard !key.isEmpty, !key.contains(where: \.isWhitespace), let value = value(&rest) else {
                return nil
            }
            words.append((key, value))
            rest = rest.drop(while: isSpace)
        }
        return words.isEmpty ? nil : words
    }

    /// Takes a value from the front, in quotation marks or up to white space; nil when a mark is never closed.
    private static func value(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        let isQuoted = rest.first == "'"
        if isQuoted { rest = rest.dropFirst() }
        var value: [Unicode.Scalar] = []
        while let scalar = rest.first {
            if isQuoted ? scalar == "'" : isSpace(scalar) { break }
            rest = rest.dropFirst()
            // A backslash takes the next character as it is.
            if scalar == "\\", let next = rest.popFirst() { value.append(next) } else { value.append(scalar) }
        }
        if isQuoted, rest.popFirst() == nil { return nil }
        return string(value[...])
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

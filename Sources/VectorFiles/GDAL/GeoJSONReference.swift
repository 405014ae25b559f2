/// What a GeoJSON text says about its coordinate system in a `crs` member at its top.
enum GeoJSONReference: Equatable {
    case absent
    case null
    /// There is a member; its text as the file has it.
    case declared(String)
    /// A member, at the top or in a geometry, points to a system elsewhere.
    case link

    /// Looks into `file` before GDAL does, and notes what is odd; `absent` when its beginning is not that of GeoJSON.
    ///
    /// - Throws: `notReadable`; `damaged` when a member is a link, which GDAL would fetch.
    init(_ file: InputFile, _ messages: GDALMessages) throws(VectorFileError) {
        self = .absent
        guard file.fileExtension != "gdb" else { return }
        let beginning = try file.contents(upTo: 1 << 14).drop { $0 <= 0x20 }
        // A byte order mark and the name of a JSONP function may come before the object.
        guard beginning.prefix(64).contains(UInt8(ascii: "{")) else { return }
        let bytes = try file.contents()
        self = Self.scan(bytes)
        for note in JSONOddities(bytes).notes { messages.note(note) }
        guard self != .link else {
            throw VectorFileError(
                problem: .damaged, path: file.path, place: "crs",
                detail: "crs by link is not followed; name the system")
        }
    }

    /// Looks for the members; one pass over the bytes that counts brackets and skips strings and comments.
    ///
    /// As lenient as GDAL, which also takes single quotation marks and comments, finds the member in any
    /// spelling, and reads the one of each geometry.
    static func scan(_ bytes: [UInt8]) -> GeoJSONReference {
        var found = GeoJSONReference.absent
        var cursor = JSONCursor(bytes)
        while let token = cursor.next() {
            guard case .string(let text) = token, (3...18).contains(text.count), isMember(text) else {
                continue
            }
            let depth = cursor.depth
            guard let value = cursor.value() else { continue }
            if isLink(value) { return .link }
            if depth == 1, found == .absent {
                found =
                    value.first == UInt8(ascii: "n")
                    ? .null : .declared(String(decoding: value, as: UTF8.self))
            }
        }
        return found
    }

    /// Nearly every name has no escape, and then its bytes are enough: making texts of all is a third of the pass.
    private static func isMember(_ text: ArraySlice<UInt8>) -> Bool {
        if text.contains(UInt8(ascii: "\\")) { return JSONCursor.plain(text).lowercased() == "crs" }
        // The bit 0x20 makes a letter small; no letter outside ASCII has one of these three for its small one.
        return text.count == 3 && text.elementsEqual("crs".utf8) { $0 | 0x20 == $1 }
    }

    private static func isLink(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.first == UInt8(ascii: "{") else { return false }
        var cursor = JSONCursor(Array(value))
        while let token = cursor.next() {
            guard case .string(let text) = token else { continue }
            if ["link", "url", "href"].contains(JSONCursor.plain(text).lowercased()) { return true }
        }
        return false
    }
}

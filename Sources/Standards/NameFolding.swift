internal import Foundation

/// Brings names that differ only in how they were typed to one form.
enum NameFolding {
    /// Longer names than this, in Unicode scalars, are nobody's kind; folding them would be wasted work.
    static let longestName = 200

    /// The name without white space, underscores, hyphens and invisible characters, in lower case, and with
    /// full-width and other compatibility forms replaced (`（ＡＢＣ）` = `(abc)`); `nil` when nothing is left or
    /// the name is longer than 200 scalars.
    static func folded(_ name: String) -> String? {
        guard name.unicodeScalars.count <= longestName else { return nil }
        let plain = name.precomposedStringWithCompatibilityMapping.lowercased()
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: plain.unicodeScalars.filter { !isIgnored($0) })
        return scalars.isEmpty ? nil : String(scalars)
    }

    /// The folded name without the remark in parentheses at its end; `nil` when it has none or is nothing else.
    static func withoutRemark(_ folded: String) -> String? {
        guard folded.last == ")" else { return nil }
        var depth = 0
        for index in folded.indices.reversed() {
            if folded[index] == ")" { depth += 1 }
            if folded[index] == "(" { depth -= 1 }
            if depth == 0 { return index == folded.startIndex ? nil : String(folded[..<index]) }
        }
        return nil
    }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
            || scalar == "_" || scalar.properties.generalCategory == .control
            || (scalar.properties.isDash && scalar.isASCII)
    }
}

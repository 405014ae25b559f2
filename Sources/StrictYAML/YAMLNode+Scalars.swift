extension YAMLNode {
    /// The text as written, quotes and escapes resolved; what YAML would take for a number or a truth
    /// (`no`, `3.10`, `2021-01-01`) stays text.
    ///
    /// - Throws: `wrongType` when there is no value, or a list or a mapping.
    public func string() throws(YAMLError) -> String {
        guard case .scalar(let text, _) = content, !isNull else { throw wrongType("a text") }
        return text
    }

    /// A whole number in decimal digits; quotes, leading zeros, other bases and fractions are refused.
    ///
    /// - Throws: `wrongType`, also when the number does not fit an `Int`.
    public func integer() throws(YAMLError) -> Int {
        guard let text = plainText, Self.isWholeNumber(text), let value = Int(text) else {
            throw wrongType("a whole number")
        }
        return value
    }

    /// A finite decimal number, with or without a fraction and an exponent; quotes are refused.
    ///
    /// - Throws: `wrongType`, also for infinity, not-a-number and what is too large for a `Double`.
    public func number() throws(YAMLError) -> Double {
        guard let text = plainText, Self.isDecimalNumber(text), let value = Double(text), value.isFinite
        else {
            throw wrongType("a number")
        }
        return value
    }

    /// `true` or `false` in lower case without quotes; `yes`, `on` and the like are refused, because
    /// versions of YAML differ on them.
    ///
    /// - Throws: `wrongType`.
    public func boolean() throws(YAMLError) -> Bool {
        switch plainText {
        case "true": return true
        case "false": return false
        default: throw wrongType("true or false")
        }
    }

    /// A text out of a closed list.
    ///
    /// - Throws: `wrongType` when it is no text, `notAllowed` when it is another one.
    public func oneOf(_ allowed: [String]) throws(YAMLError) -> String {
        let text = try string()
        guard allowed.contains(text) else { throw failure(.notAllowed(text, allowed: allowed)) }
        return text
    }

    private static func isWholeNumber(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst(text.hasPrefix("-") || text.hasPrefix("+") ? 1 : 0)
        guard let first = digits.first, digits.allSatisfy(isDigit) else { return false }
        return digits.count == 1 || first != UInt8(ascii: "0")
    }

    /// Swift's own reading of numbers takes `0x1p4`, `inf` and `nan` too.
    private static func isDecimalNumber(_ text: String) -> Bool {
        let halves = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard halves.count <= 2, let mantissa = halves.first else { return false }
        if halves.count == 2, !isSignedDigits(halves[1]) { return false }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, isWholeNumber(String(whole)) else { return false }
        return parts.count == 1 || (!parts[1].isEmpty && parts[1].utf8.allSatisfy(isDigit))
    }

    private static func isSignedDigits(_ text: Substring) -> Bool {
        let digits = text.utf8.dropFirst(text.hasPrefix("-") || text.hasPrefix("+") ? 1 : 0)
        return !digits.isEmpty && digits.allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

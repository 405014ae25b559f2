/// Prints numbers with a fixed count of decimals, the same on every machine and in every language.
public struct FixedDecimal {
    /// Appends `value` rounded to `places` decimals.
    ///
    /// Rounding is half away from zero and starts from the shortest decimal that stands for the value, which is
    /// what a reader would round: 2.675 gives 2.68, though its binary form lies a little below. Zero never has
    /// a sign.
    /// - Parameters:
    ///   - value: A finite number; NaN and infinity trap.
    ///   - places: 0…15; anything else traps.
    ///   - bytes: Where the digits go, as ASCII.
    public static func append(_ value: Double, places: Int, to bytes: inout [UInt8]) {
        precondition(value.isFinite, "only finite numbers can be printed")
        precondition((0...15).contains(places), "0 to 15 decimals")
        let scaled = value.magnitude * powers[places]
        let units = scaled.rounded(.toNearestOrAwayFromZero)
        // The product is wrong by less than one part in 2^52, so below 2^40 by less than 2^-12. Away from a
        // half by more than that, the rounding is certain.
        let isCertain = scaled < 0x1p40 && (scaled - scaled.rounded(.down) - 0.5).magnitude > 0x1p-10
        if isCertain {
            append(UInt64(units), places: places, isNegative: value < 0, to: &bytes)
        } else {
            DecimalDigits(value).append(places: places, to: &bytes)
        }
    }

    /// Appends a number of units of the last decimal, such as millimetres as metres with three places.
    ///
    /// What fits eight characters is put together in a word, the last digit first.
    static func append(units: Int64, places: Int, to bytes: inout [UInt8]) {
        guard (0..<10_000_000).contains(units), places < 7 else {
            return append(units.magnitude, places: places, isNegative: units < 0, to: &bytes)
        }
        var (rest, written) = (UInt32(units), 0)
        var word: UInt64 = 0
        repeat {
            if written == places && places > 0 { word = word << 8 | UInt64(UInt8(ascii: ".")) }
            word = word << 8 | UInt64(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            written += 1
        } while rest > 0 || written <= places
        while word > 0 {
            bytes.append(UInt8(truncatingIfNeeded: word))
            word >>= 8
        }
    }

    /// `value` as `append` prints it, for formats that keep numbers; the same bounds hold.
    public static func rounded(_ value: Double, places: Int) -> Double {
        precondition(value.isFinite, "only finite numbers can be rounded")
        precondition((0...15).contains(places), "0 to 15 decimals")
        let scaled = value * powers[places]
        let isCertain =
            scaled.magnitude < 0x1p40 && (scaled - scaled.rounded(.down) - 0.5).magnitude > 0x1p-10
        // A quotient of two exact numbers is the double that the decimal stands for.
        if isCertain { return scaled.rounded() / powers[places] + 0 }
        var bytes: [UInt8] = []
        append(value, places: places, to: &bytes)
        return Double(String(decoding: bytes, as: UTF8.self)) ?? value
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private static func append(_ units: UInt64, places: Int, isNegative: Bool, to bytes: inout [UInt8]) {
        if isNegative && units > 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = units
        var written = 0
        // From the last digit to the first, then turned round.
        while rest > 0 || written <= places {
            if written == places && places > 0 { bytes.append(UInt8(ascii: ".")) }
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            written += 1
        }
        bytes[start...].reverse()
    }
}

/// The shortest decimal that stands for a number: digits with a place for the point.
struct DecimalDigits {
    private let isNegative: Bool
    /// Values 0…9, most significant first.
    private var digits: [UInt8]
    /// How many of the digits stand before the point; negative for zeros behind it, beyond the count for zeros
    /// before it.
    private var pointPlace: Int

    init(_ value: Double) {
        isNegative = value < 0
        let text = Array(value.magnitude.description.utf8)
        let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
        let exponent = Int(String(decoding: text.dropFirst(mantissa.count + 1), as: UTF8.self)) ?? 0
        let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
        digits = mantissa.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
        pointPlace = point + exponent
    }

    func append(places: Int, to bytes: inout [UInt8]) {
        var rounded = self
        rounded.round(places: places)
        if isNegative && rounded.digits.contains(where: { $0 > 0 }) { bytes.append(UInt8(ascii: "-")) }
        if rounded.pointPlace <= 0 { bytes.append(UInt8(ascii: "0")) }
        rounded.appendDigits(0, rounded.pointPlace, to: &bytes)
        guard places > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        rounded.appendDigits(rounded.pointPlace, rounded.pointPlace + places, to: &bytes)
    }

    /// Drops what lies behind the last place, carrying upwards.
    private mutating func round(places: Int) {
        let kept = pointPlace + places
        guard kept < digits.count else { return }
        let goesUp = kept >= 0 && digits[kept] >= 5
        digits = Array(digits.prefix(max(kept, 0)))
        // Zeros are put in front so that the carry has somewhere to go.
        if kept < 0 { pointPlace = -places }
        guard goesUp else { return }
        var index = digits.count - 1
        while index >= 0, digits[index] == 9 {
            digits[index] = 0
            index -= 1
        }
        if index >= 0 {
            digits[index] += 1
        } else {
            digits.insert(1, at: 0)
            pointPlace += 1
        }
    }

    /// The digits from one place to before another; zeros where there are none.
    private func appendDigits(_ start: Int, _ end: Int, to bytes: inout [UInt8]) {
        for index in stride(from: start, to: end, by: 1) {
            bytes.append(UInt8(ascii: "0") + (digits.indices.contains(index) ? digits[index] : 0))
        }
    }
}

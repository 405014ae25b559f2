/// Bytes in gzip's wrapping without compression (RFC 1951, 1952).
func storedGzip(_ bytes: [UInt8]) -> [UInt8] {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    return header + storedBlocks(bytes) + littleEndian(crc32(bytes))
        + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
}

/// Bytes in zlib's wrapping without compression (RFC 1950, 1951).
func storedZlib(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
        a = (a + UInt32(byte)) % 65521
        b = (b + a) % 65521
    }
    return [0x78, 1] + storedBlocks(bytes) + littleEndian((b << 16 | a).byteSwapped)
}

private func storedBlocks(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    repeat {
        let end = min(start + 65535, bytes.count)
        let length = UInt16(end - start)
        result += [end == bytes.count ? 1 : 0] + littleEndian(length) + littleEndian(~length)
        result += bytes[start..<end]
        start = end
    } while start < bytes.count
    return result
}

private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        rest ^= UInt32(byte)
        for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
}

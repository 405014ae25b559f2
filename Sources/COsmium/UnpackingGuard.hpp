#pragma once

#include <cstddef>
#include <cstdint>

namespace cosmium {

/// Counts what comes out of packed bytes, so that a small file cannot fill the memory or keep the program busy for hours.
class UnpackingGuard {
public:
    /// Extracts unpack to ten or twenty times their size, those of little content to fifty.
    static constexpr std::uint64_t mostTimes = 200;
    /// So much is unpacked without asking.
    static constexpr std::uint64_t free = 64U << 20U;

    /// Watches what comes out of `packed` bytes.
    explicit UnpackingGuard(std::uint64_t packed) : packed(packed) {}

    /// Throws `Damaged` once too much has come out.
    void add(std::uint64_t bytes, std::uint64_t morePacked = 0);

private:
    std::uint64_t packed;
    std::uint64_t unpacked = 0;
};

/// Puts a guard on the unpacking of gzip and bzip2 by libosmium's readers; true, so that it can begin a constant.
bool guardUnpacking();

}

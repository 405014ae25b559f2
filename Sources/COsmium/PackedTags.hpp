#pragma once

#include "Objects.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace cosmium {

/// The tags of many objects, each as the C interface hands them over, in pieces that never move.
class PackedTags {
public:
    /// Where an object's tags lie: codes of those with known keys, and behind them the texts of all.
    struct Place {
        const std::uint32_t *codes = nullptr;
        std::uint32_t codeCount = 0;
        /// Of the texts in bytes.
        std::uint32_t size = 0;

        const char *texts() const { return reinterpret_cast<const char *>(codes + codeCount); }
    };

    /// Keeps tags sorted by key; of a key given twice the first value stands.
    Place keep(const std::vector<Tag> &tags);

    /// Packs tags for as long as nothing else is packed.
    Place pack(const std::vector<Tag> &tags);

private:
    /// In words of four bytes.
    static constexpr std::size_t pieceSize = 1U << 14U;

    std::vector<std::unique_ptr<std::uint32_t[]>> pieces;
    std::uint32_t *next = nullptr;
    std::size_t left = 0;
    std::vector<Tag> sorted;
    std::vector<std::uint32_t> scratch;

    void sort(const std::vector<Tag> &tags);
    Place write(std::uint32_t *to) const;
    /// In words of four bytes.
    std::size_t sortedSize() const;
};

}

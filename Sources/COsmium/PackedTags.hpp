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
    /// Where an object's tags lie.
    struct Place {
        const char *first = nullptr;
        std::uint32_t size = 0;
    };

    /// Keeps tags sorted by key; of a key given twice the first value stands.
    Place keep(const std::vector<Tag> &tags);

    /// Packs tags for as long as nothing else is packed.
    Place pack(const std::vector<Tag> &tags);

private:
    static constexpr std::size_t pieceSize = 1U << 16U;

    std::vector<std::unique_ptr<char[]>> pieces;
    char *next = nullptr;
    std::size_t left = 0;
    std::vector<Tag> sorted;
    std::vector<char> scratch;
};

}

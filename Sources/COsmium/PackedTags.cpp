#include "PackedTags.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace cosmium {

PackedTags::Place PackedTags::pack(const std::vector<Tag> &tags) {
    sorted.clear();
    for (const auto &tag : tags) {
        // Most objects have few tags, and those in order.
        auto place = sorted.end();
        while (place != sorted.begin() && tag.key < std::prev(place)->key) { --place; }
        if (place == sorted.begin() || std::prev(place)->key != tag.key) { sorted.insert(place, tag); }
    }
    scratch.clear();
    for (const auto &tag : sorted) {
        scratch.insert(scratch.end(), tag.key.begin(), tag.key.end());
        scratch.push_back('\0');
        scratch.insert(scratch.end(), tag.value.begin(), tag.value.end());
        scratch.push_back('\0');
    }
    return {scratch.data(), static_cast<std::uint32_t>(scratch.size())};
}

PackedTags::Place PackedTags::keep(const std::vector<Tag> &tags) {
    const auto packed = pack(tags);
    if (packed.size > left) {
        left = std::max<std::size_t>(pieceSize, packed.size);
        pieces.emplace_back(new char[left]);
        next = pieces.back().get();
    }
    if (packed.size > 0) { std::memcpy(next, packed.first, packed.size); }
    const Place place{next, packed.size};
    next += packed.size;
    left -= packed.size;
    return place;
}

}

#include "PackedTags.hpp"

#include <algorithm>
#include <iterator>

namespace cosmium {

void PackedTags::sort(const std::vector<Tag> &tags) {
    sorted.clear();
    for (const auto &tag : tags) {
        // Most objects have few tags, and those in order.
        auto place = sorted.end();
        while (place != sorted.begin() && tag.key < std::prev(place)->key) { --place; }
        if (place == sorted.begin() || std::prev(place)->key != tag.key) { sorted.insert(place, tag); }
    }
}

std::size_t PackedTags::sortedSize() const {
    std::size_t bytes = 0;
    for (const auto &tag : sorted) {
        bytes += (tag.code != 0 ? sizeof tag.code : 0) + tag.key.size() + tag.value.size() + 2;
    }
    return (bytes + sizeof(std::uint32_t) - 1) / sizeof(std::uint32_t);
}

PackedTags::Place PackedTags::write(std::uint32_t *to) const {
    Place place{to, 0, 0};
    for (const auto &tag : sorted) {
        if (tag.code != 0) { to[place.codeCount++] = tag.code; }
    }
    auto *const first = reinterpret_cast<char *>(to + place.codeCount);
    auto *text = first;
    const auto add = [&text](std::string_view part) {
        text = std::copy(part.begin(), part.end(), text);
        *text++ = '\0';
    };
    for (const auto &tag : sorted) {
        add(tag.key);
        add(tag.value);
    }
    place.size = static_cast<std::uint32_t>(text - first);
    return place;
}

PackedTags::Place PackedTags::pack(const std::vector<Tag> &tags) {
    sort(tags);
    scratch.resize(sortedSize());
    return write(scratch.data());
}

PackedTags::Place PackedTags::keep(const std::vector<Tag> &tags) {
    sort(tags);
    const auto size = sortedSize();
    if (size > left) {
        left = std::max(pieceSize, size);
        pieces.emplace_back(new std::uint32_t[left]);
        next = pieces.back().get();
    }
    const auto place = write(next);
    next += size;
    left -= size;
    return place;
}

}

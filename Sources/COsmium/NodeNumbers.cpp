#include "NodeNumbers.hpp"

#include <algorithm>
#include <random>

namespace cosmium {

namespace {

constexpr std::uint64_t bit(std::int64_t id) { return std::uint64_t{1} << (static_cast<std::uint64_t>(id) & 63U); }

constexpr std::size_t fewestSlots = 256;

}

NodeNumbers::NodeNumbers() : slots(fewestSlots, 0) {
    std::random_device random;
    multiplier = (static_cast<std::uint64_t>(random()) << 32U | random()) | 1U;
}

void NodeNumbers::add(std::int64_t id) {
    const auto key = id >> pageBits;
    if (!isLast(key)) {
        const auto place = slots[slot(key)];
        if (place == 0) { addPage(key); } else { last = place - 1; }
    }
    pages[last].ids |= bit(id);
}

void NodeNumbers::addPage(std::int64_t key) {
    if (2 * (pages.size() + 1) > slots.size()) { fillSlots(2 * slots.size()); }
    last = pages.size();
    slots[slot(key)] = static_cast<std::uint32_t>(last + 1);
    pages.push_back({key, 0, 0});
}

void NodeNumbers::close() {
    std::sort(pages.begin(), pages.end(), [](const Page &a, const Page &b) { return a.key < b.key; });
    for (auto &page : pages) {
        page.before = static_cast<std::uint32_t>(count);
        count += static_cast<std::size_t>(__builtin_popcountll(page.ids));
    }
    fillSlots(slots.size());
}

std::uint32_t NodeNumbers::at(std::int64_t id) {
    const auto key = id >> pageBits;
    if (!isLast(key)) {
        const auto place = slots[slot(key)];
        if (place == 0) { return none; }
        last = place - 1;
    }
    const auto &page = pages[last];
    if ((page.ids & bit(id)) == 0) { return none; }
    return page.before + static_cast<std::uint32_t>(__builtin_popcountll(page.ids & (bit(id) - 1)));
}

std::size_t NodeNumbers::home(std::int64_t key) const {
    // The upper half of a product depends on all bits of the key.
    return static_cast<std::size_t>(static_cast<std::uint64_t>(key) * multiplier >> 32U) & (slots.size() - 1);
}

std::size_t NodeNumbers::slot(std::int64_t key) const {
    auto place = home(key);
    while (slots[place] != 0 && pages[slots[place] - 1].key != key) { place = (place + 1) & (slots.size() - 1); }
    return place;
}

void NodeNumbers::fillSlots(std::size_t size) {
    slots.assign(size, 0);
    for (std::size_t place = 0; place < pages.size(); ++place) {
        slots[slot(pages[place].key)] = static_cast<std::uint32_t>(place + 1);
    }
}

}

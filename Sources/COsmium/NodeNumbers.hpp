#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cosmium {

/// Numbers nodes from 0 on in the order of their ids.
///
/// Who maps a place uploads its nodes together, so the ids of a city lie in runs: of 64 successive ids Las Palmas uses
/// 22 where it uses any. Ids are therefore bits of pages, and only pages are sorted and looked up; the last one is
/// mostly the next one too. An id that is alone on its page takes some 40 bytes, with what finds the page.
class NodeNumbers {
public:
    NodeNumbers();

    /// Takes an id that is to be numbered; repeatedly, and in any order.
    void add(std::int64_t id);

    /// Numbers the ids there are; none is added after that.
    void close();

    /// The number of ids, once closed.
    std::size_t size() const { return count; }

    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    /// The number of an id, once closed; `none` for an id that was not added.
    std::uint32_t at(std::int64_t id);

private:
    static constexpr unsigned pageBits = 6;

    struct Page {
        std::int64_t key;
        std::uint64_t ids;
        /// How many ids all earlier pages have.
        std::uint32_t before;
    };

    std::vector<Page> pages;
    /// Open hashing: by key, one more than the place of a page; 0 for a free place.
    std::vector<std::uint32_t> slots;
    /// Odd, and another in every run, so that no file can be made whose keys all fall together.
    std::uint64_t multiplier;
    std::size_t last = 0;
    std::size_t count = 0;

    std::size_t home(std::int64_t key) const;
    /// The slot of a key, or the free one that it would have.
    std::size_t slot(std::int64_t key) const;
    bool isLast(std::int64_t key) const { return last < pages.size() && pages[last].key == key; }
    void addPage(std::int64_t key);
    void fillSlots(std::size_t size);
};

}

#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace cosmium {

/// Sorts what has an id; of those given twice the last stands.
template <typename Value> void sortByID(std::vector<Value> &list) {
    const auto isBefore = [](const Value &a, const Value &b) { return a.id < b.id; };
    if (!std::is_sorted(list.begin(), list.end(), isBefore)) {
        std::vector<std::size_t> order(list.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&list](std::size_t a, std::size_t b) {
            return list[a].id < list[b].id || (list[a].id == list[b].id && a < b);
        });
        std::vector<Value> sorted;
        sorted.reserve(list.size());
        for (const auto place : order) { sorted.push_back(list[place]); }
        list = std::move(sorted);
    }
    const auto isSame = [](const Value &a, const Value &b) { return a.id == b.id; };
    // Of equal ones `unique` keeps the first in its direction.
    const auto first = std::unique(list.rbegin(), list.rend(), isSame).base();
    list.erase(list.begin(), first);
    list.shrink_to_fit();
}

}

#include "WayStore.hpp"

#include "ByID.hpp"

#include <algorithm>

namespace cosmium {

void WayStore::keep(const Way &way, bool isWanted) {
    ways.push_back(
        {way.id, nodeIDs.size(), static_cast<std::uint32_t>(way.nodes.size()), isWanted,
         isWanted ? tags.keep(way.tags) : PackedTags::Place{}});
    for (const auto id : way.nodes) { nodeIDs.add(id); }
}

void WayStore::sort() { sortByID(ways); }

const WayStore::Kept *WayStore::find(std::int64_t id) const {
    const auto place =
        std::lower_bound(ways.begin(), ways.end(), id, [](const Kept &way, std::int64_t id) { return way.id < id; });
    return place != ways.end() && place->id == id ? &*place : nullptr;
}

}

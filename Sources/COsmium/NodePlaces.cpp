#include "NodePlaces.hpp"

#include <algorithm>

namespace cosmium {

NodePlaces::NodePlaces(const Pieces<std::int64_t> &wanted) {
    ids.reserve(wanted.size());
    for (std::size_t place = 0; place < wanted.size(); ++place) { ids.push_back(wanted[place]); }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ids.shrink_to_fit();
    locations.resize(ids.size());
}

void NodePlaces::put(std::int64_t id, osmium::Location location) {
    if (find(id)) { locations[next - 1] = location; }
}

NodePlaces::Node NodePlaces::at(std::int64_t id) {
    if (!find(id)) { return {id, 0, osmium::Location{}}; }
    return {id, static_cast<std::uint32_t>(next - 1), locations[next - 1]};
}

/// Moves `next` behind the id, or to where it would stand.
bool NodePlaces::find(std::int64_t id) {
    if (next > 0 && id <= ids[next - 1]) {
        std::size_t step = 1;
        while (step < next && id <= ids[next - 1 - step]) { step *= 2; }
        next = search(id, step < next ? next - step : 0, next);
    } else if (next < ids.size() && ids[next] < id) {
        std::size_t step = 1;
        while (step < ids.size() - next && ids[next + step] < id) { step *= 2; }
        next = search(id, next, std::min(next + step, ids.size()));
    }
    if (next == ids.size() || ids[next] != id) { return false; }
    ++next;
    return true;
}

/// The first place from `from` up to `to` whose id is not less.
std::size_t NodePlaces::search(std::int64_t id, std::size_t from, std::size_t to) const {
    const auto begin = ids.begin();
    const auto place =
        std::lower_bound(begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to), id);
    return static_cast<std::size_t>(place - begin);
}

}

#include "Handover.hpp"

#include <limits>

namespace cosmium {

COsmiumNode handover(std::int64_t id, osmium::Location location) {
    if (!location.valid()) {
        const auto unknown = std::numeric_limits<double>::quiet_NaN();
        return {id, unknown, unknown};
    }
    return {id, location.lon_without_check(), location.lat_without_check()};
}

std::vector<COsmiumNode> handover(const osmium::NodeRefList &nodes) {
    std::vector<COsmiumNode> list;
    list.reserve(nodes.size());
    for (const auto &node : nodes) { list.push_back(handover(node.ref(), node.location())); }
    return list;
}

}

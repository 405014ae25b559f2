#include "Handover.hpp"

#include <limits>

namespace cosmium {

COsmiumNode handover(const NodePlaces::Node &node) {
    if (!node.location.valid()) {
        const auto unknown = std::numeric_limits<double>::quiet_NaN();
        return {node.id, node.number, unknown, unknown};
    }
    return {node.id, node.number, node.location.lon_without_check(), node.location.lat_without_check()};
}

}

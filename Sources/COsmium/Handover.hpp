#pragma once

#include "COsmium.h"

#include <vector>

#include <osmium/osm/node_ref_list.hpp>
#include <osmium/osm/tag.hpp>

namespace cosmium {

/// The tags of an object in the form of the C interface; lives as long as the object's buffer.
class TagView {
public:
    explicit TagView(const osmium::TagList &tags) {
        for (const auto &tag : tags) { list.push_back({tag.key(), tag.value()}); }
    }

    COsmiumTags tags() const { return {list.data(), list.size()}; }

private:
    std::vector<COsmiumTag> list;
};

/// A node with NaN for a location that is not known or not on the globe.
COsmiumNode handover(std::int64_t id, osmium::Location location);

/// The nodes of a way or ring.
std::vector<COsmiumNode> handover(const osmium::NodeRefList &nodes);

}

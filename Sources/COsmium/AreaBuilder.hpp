#pragma once

#include "COsmium.h"
#include "NodePlaces.hpp"
#include "PackedTags.hpp"
#include "WayStore.hpp"
#include "Words.hpp"

#include <vector>

#include <osmium/memory/buffer.hpp>
#include <osmium/osm/area.hpp>
#include <osmium/osm/relation.hpp>

namespace cosmium {

/// Puts multipolygons together by libosmium's assembler, one after another.
class AreaBuilder {
public:
    AreaBuilder(const COsmiumVisitor &visitor, const Words &words, const WayStore &ways, NodePlaces &places)
        : visitor(visitor), words(words), ways(ways), places(places) {}

    /// Hands over the area of a relation, or why there is none.
    void handOver(const osmium::Relation &relation);

private:
    const COsmiumVisitor &visitor;
    const Words &words;
    const WayStore &ways;
    NodePlaces &places;
    PackedTags tags;

    bool collect(const osmium::Relation &relation, osmium::memory::Buffer &members);
    bool add(const WayStore::Kept &way, osmium::memory::Buffer &members);
    std::vector<COsmiumNode> ring(const osmium::NodeRefList &nodes);
    void handOver(const osmium::Area &area, std::int64_t relation, COsmiumTags tags);
};

}

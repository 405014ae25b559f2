#pragma once

#include "COsmium.h"
#include "NodePlaces.hpp"
#include "OSMSource.hpp"
#include "PackedTags.hpp"
#include "WayStore.hpp"
#include "Words.hpp"

#include <unordered_set>
#include <vector>

#include <osmium/osm/location.hpp>
#include <osmium/osm/relation.hpp>

namespace cosmium {

/// Reads what a visitor wants in three passes: relations, ways, nodes.
///
/// Only wanted ways and those of wanted relations are kept, and only their nodes' locations. Files need not be in
/// any order, so nothing is handed over before all is read; then it goes out by id.
class Extraction {
public:
    Extraction(OSMSource &source, const Words &words, const COsmiumVisitor &visitor, COsmiumCounts &counts);

    void run();

private:
    struct KeptNode {
        std::int64_t id;
        osmium::Location location;
        PackedTags::Place tags;
    };

    OSMSource &source;
    const Words &words;
    const COsmiumVisitor &visitor;
    COsmiumCounts &counts;

    osmium::memory::Buffer relationStore{1U << 16U, osmium::memory::Buffer::auto_grow::yes};
    std::vector<const osmium::Relation *> relations;
    std::unordered_set<std::int64_t> memberWays;
    WayStore ways;
    std::vector<KeptNode> nodes;
    PackedTags tags;
    std::vector<std::uint32_t> codes;

    void readRelations();
    void readWays();
    void readNodes(NodePlaces &places);
    void handOverNodes();
    void handOverWays(NodePlaces &places);
    bool isWanted(const std::vector<Tag> &tags, bool (*wants)(void *, const std::uint32_t *, std::size_t));
};

}

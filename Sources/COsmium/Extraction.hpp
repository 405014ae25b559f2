#pragma once

#include "COsmium.h"
#include "OSMSource.hpp"

#include <unordered_set>
#include <vector>

#include <osmium/osm/location.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

namespace cosmium {

/// Reads what a visitor wants in three passes: relations, ways, nodes.
///
/// Only wanted ways and those of wanted relations are kept, and only their nodes' locations. Files need not be in
/// any order, so nothing is handed over before all is read; then it goes out by id.
class Extraction {
public:
    Extraction(const OSMSource &source, const COsmiumVisitor &visitor, COsmiumCounts &counts)
        : source(source), visitor(visitor), counts(counts) {}

    void run();

private:
    const OSMSource &source;
    const COsmiumVisitor &visitor;
    COsmiumCounts &counts;

    osmium::memory::Buffer relationStore{1U << 16U, osmium::memory::Buffer::auto_grow::yes};
    osmium::memory::Buffer wayStore{1U << 20U, osmium::memory::Buffer::auto_grow::yes};
    osmium::memory::Buffer nodeStore{1U << 18U, osmium::memory::Buffer::auto_grow::yes};
    std::vector<const osmium::Relation *> relations;
    std::vector<osmium::Way *> ways;
    std::unordered_set<std::int64_t> memberWays;
    std::unordered_set<std::int64_t> wantedWays;
    /// Ids in rising order, and beside each its location, undefined until it is found.
    std::vector<std::int64_t> nodeIDs;
    std::vector<osmium::Location> locations;

    void readRelations();
    void readWays();
    void readNodes();
    void collectNodeIDs();
    void locate();
    void handOverNodes();
    void handOverWays();
    void handOverAreas();
    void handOverArea(const osmium::Relation &relation);
    bool hasWantedKey(const osmium::TagList &tags) const;
    const osmium::Way *way(std::int64_t id) const;
};

}

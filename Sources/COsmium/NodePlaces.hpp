#pragma once

#include "Pieces.hpp"

#include <cstdint>
#include <vector>

#include <osmium/osm/location.hpp>

namespace cosmium {

/// Where the nodes lie that somebody asks for.
class NodePlaces {
public:
    /// Takes the ids to look out for, in any order and repeatedly.
    explicit NodePlaces(const Pieces<std::int64_t> &wanted);

    /// Notes where a node lies, if it is looked out for; of one given twice the last place stands.
    void put(std::int64_t id, osmium::Location location);

    struct Node {
        std::int64_t id;
        /// Its place among all ids in rising order.
        std::uint32_t number;
        /// Undefined when nobody said where it lies.
        osmium::Location location;
    };

    /// A node that is looked out for; another has no location.
    Node at(std::int64_t id);

private:
    /// Ids in rising order, and beside each its location.
    std::vector<std::int64_t> ids;
    std::vector<osmium::Location> locations;
    /// Most files tell nodes in rising order, and ways mostly run over nodes made one after another: the next id is
    /// looked for behind the last, and then ever farther from it.
    std::size_t next = 0;

    bool find(std::int64_t id);
    std::size_t search(std::int64_t id, std::size_t from, std::size_t to) const;
};

}

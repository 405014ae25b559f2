#pragma once

#include "NodeNumbers.hpp"
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
    NodeNumbers numbers;
    /// By number.
    std::vector<osmium::Location> locations;
};

}

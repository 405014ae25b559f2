#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <osmium/osm/location.hpp>

namespace cosmium {

/// A tag whose texts lie in what is being read.
struct Tag {
    std::string_view key;
    std::string_view value;
    /// As `Words` has it.
    std::uint32_t code;
};

/// A node in passing: valid until the next is handed over.
struct Node {
    std::int64_t id = 0;
    bool isVisible = true;
    osmium::Location location;
    std::vector<Tag> tags;
};

/// A way in passing.
struct Way {
    std::int64_t id = 0;
    bool isVisible = true;
    std::vector<std::int64_t> nodes;
    std::vector<Tag> tags;
};

}

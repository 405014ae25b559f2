#pragma once

#include "Objects.hpp"
#include "PackedTags.hpp"
#include "Pieces.hpp"

#include <cstdint>
#include <vector>

namespace cosmium {

/// Ways with the ids of their nodes, eight bytes a node, and the tags of those that are wanted for themselves.
class WayStore {
public:
    struct Kept {
        std::int64_t id;
        std::uint64_t firstNode;
        std::uint32_t nodeCount;
        /// Whether it is more than a member of a relation.
        bool isWanted;
        PackedTags::Place tags;
    };

    /// Keeps a way for itself, or as a member only.
    void keep(const Way &way, bool isWanted);

    /// Sorts by id; of ways given twice the last stands.
    void sort();

    /// Once sorted.
    const std::vector<Kept> &all() const { return ways; }

    /// The way of an id; null when there is none.
    const Kept *find(std::int64_t id) const;

    /// The ids of all ways' nodes.
    const Pieces<std::int64_t> &nodes() const { return nodeIDs; }

private:
    std::vector<Kept> ways;
    Pieces<std::int64_t> nodeIDs;
    PackedTags tags;
};

}

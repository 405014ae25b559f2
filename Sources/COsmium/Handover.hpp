#pragma once

#include "COsmium.h"
#include "NodePlaces.hpp"
#include "PackedTags.hpp"

namespace cosmium {

/// Packed tags in the form of the C interface.
inline COsmiumTags handover(PackedTags::Place tags) {
    return {tags.texts(), tags.size, tags.codes, tags.codeCount};
}

/// A node with NaN for a location that is not known or not on the globe.
COsmiumNode handover(const NodePlaces::Node &node);

}

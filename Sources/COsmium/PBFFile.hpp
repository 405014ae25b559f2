#pragma once

#include "OSMSource.hpp"
#include "PBFBlock.hpp"
#include "PBFFrames.hpp"

#include <string>
#include <vector>

namespace cosmium {

/// A PBF file whose blobs are unpacked one at a time, on the caller's thread.
///
/// libosmium's own reader unpacks ahead into a queue, on threads that each keep memory of their own: for a city of
/// three megabytes that was more than all that is made of it. Which objects a blob holds is noted when it is first
/// unpacked; later readings pass over blobs that have none of those asked for, so that in a sorted file every object
/// is decoded once. Until each kind of object has been read once, the first blobs are kept as they were unpacked, which
/// takes as long as going through them.
class PBFFile {
public:
    /// Throws `NotOSM` when the file has no header or several states of one object.
    PBFFile(std::string path, const Words &words);

    void readNodes(const OSMSource::NodeTaker &take);
    void readWays(const OSMSource::WayTaker &take);
    void readRelations(const OSMSource::RelationTaker &take);

private:
    /// So many bytes are kept unpacked: a city of six megabytes, and little beside what is made of a larger one.
    static constexpr std::size_t mostKept = 16U << 20U;

    struct Blob {
        std::uint64_t offset;
        std::uint32_t size;
        /// What it holds.
        osmium::osm_entity_bits::type types;
        /// What of that has not been read yet.
        osmium::osm_entity_bits::type unread;
        /// Its unpacked bytes, as long as some are to be read for the first time; empty when they are not kept.
        std::string kept;
    };

    std::string path;
    const Words &words;
    PBFFrames frames;
    std::vector<Blob> blobs;
    bool isIndexed = false;
    std::string packed;
    std::string unpacked;

    using BlockTaker = std::function<void(protozero::data_view)>;

    void index(osmium::osm_entity_bits::type types, const BlockTaker &take);
    /// Holds on to an unpacked block.
    void keep(const protozero::data_view &block, std::string &kept);
    void forEachBlock(osmium::osm_entity_bits::type types, const BlockTaker &take);
};

}

#include "PBFFile.hpp"

#include <osmium/io/detail/pbf_decoder.hpp>

namespace cosmium {

namespace {

namespace detail = osmium::io::detail;
using Types = osmium::osm_entity_bits::type;

}

PBFFile::PBFFile(std::string file) : path(std::move(file)), frames(path) {
    if (!frames.next("OSMHeader", packed)) { throw NotOSM{"the file has no header"}; }
    refuseHistory(detail::decode_header(packed));
}

void PBFFile::readNodes(const OSMSource::NodeTaker &take) {
    forEachBlock(osmium::osm_entity_bits::node, [&take](auto block) { PBFBlock{block}.forEachNode(take); });
}

void PBFFile::readWays(const OSMSource::WayTaker &take) {
    forEachBlock(osmium::osm_entity_bits::way, [&take](auto block) { PBFBlock{block}.forEachWay(take); });
}

void PBFFile::readRelations(const OSMSource::RelationTaker &take) {
    const auto types = osmium::osm_entity_bits::relation;
    forEachBlock(types, [&take, types](auto block) {
        auto buffer = detail::PBFPrimitiveBlockDecoder{block, types, osmium::io::read_meta::no}();
        // What did not fit into one piece of memory lies in others, the first the deepest.
        while (buffer.has_nested_buffers()) { takeRelations(*buffer.get_last_nested(), take); }
        takeRelations(buffer, take);
    });
}

void PBFFile::forEachBlock(Types types, const BlockTaker &take) {
    if (!isIndexed) { return index(types, take); }
    std::ifstream file{path, std::ios::binary};
    for (const auto &blob : blobs) {
        if ((blob.types & types) == osmium::osm_entity_bits::nothing) { continue; }
        packed.resize(blob.size);
        file.seekg(static_cast<std::streamoff>(blob.offset));
        if (!file.read(&packed[0], static_cast<std::streamsize>(blob.size))) { throw NotReadable{"reading failed"}; }
        take(detail::decode_blob(packed, unpacked));
    }
}

void PBFFile::index(Types types, const BlockTaker &take) {
    while (frames.next("OSMData", packed)) {
        const auto block = detail::decode_blob(packed, unpacked);
        blobs.push_back({frames.lastBlob(), static_cast<std::uint32_t>(packed.size()), PBFBlock{block}.types()});
        if ((blobs.back().types & types) != osmium::osm_entity_bits::nothing) { take(block); }
    }
    isIndexed = true;
}

}

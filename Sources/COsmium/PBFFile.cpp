#include "PBFFile.hpp"

#include <type_traits>

#include <osmium/io/detail/pbf_decoder.hpp>
#include <osmium/version.hpp>

// `osmium/io/detail` is libosmium's own and may change without notice. It is used as 2.19 has it; 2.18 to 2.23.1 have
// the three things below alike. A version that does not is refused here, in words, rather than by whatever line breaks.
#if LIBOSMIUM_VERSION_MAJOR != 2 || LIBOSMIUM_VERSION_MINOR < 18
#error "PBF is read with inner headers of libosmium 2.18 to 2.23; see Docs/Decisions/0016 before using another version"
#endif

namespace cosmium {

namespace {

namespace detail = osmium::io::detail;
using Types = osmium::osm_entity_bits::type;
using Decoder = detail::PBFPrimitiveBlockDecoder;

static_assert(
    std::is_same_v<decltype(&detail::decode_blob), protozero::data_view (*)(const std::string &, std::string &)>,
    "libosmium no longer unpacks a blob into a string of the caller's");
static_assert(
    std::is_same_v<decltype(&detail::decode_header), osmium::io::Header (*)(const std::string &)>,
    "libosmium no longer decodes a header from a blob");
static_assert(
    std::is_constructible_v<Decoder, const protozero::data_view &, Types, osmium::io::read_meta> &&
        std::is_invocable_r_v<osmium::memory::Buffer, Decoder &>,
    "libosmium no longer decodes a block into a buffer");

}

PBFFile::PBFFile(std::string file, const Words &words) : path(std::move(file)), words(words), frames(path) {
    if (!frames.next("OSMHeader", packed)) { throw NotOSM{"the file has no header"}; }
    refuseHistory(detail::decode_header(packed));
}

void PBFFile::readNodes(const OSMSource::NodeTaker &take) {
    forEachBlock(osmium::osm_entity_bits::node, [&](auto block) { PBFBlock{block, words}.forEachNode(take); });
}

void PBFFile::readWays(const OSMSource::WayTaker &take) {
    forEachBlock(osmium::osm_entity_bits::way, [&](auto block) { PBFBlock{block, words}.forEachWay(take); });
}

void PBFFile::readRelations(const OSMSource::RelationTaker &take) {
    const auto types = osmium::osm_entity_bits::relation;
    forEachBlock(types, [&take, types](auto block) {
        auto buffer = Decoder{block, types, osmium::io::read_meta::no}();
        // What did not fit into one piece of memory lies in others, the first the deepest.
        while (buffer.has_nested_buffers()) { takeRelations(*buffer.get_last_nested(), take); }
        takeRelations(buffer, take);
    });
}

void PBFFile::forEachBlock(Types types, const BlockTaker &take) {
    if (!isIndexed) { return index(types, take); }
    std::ifstream file{path, std::ios::binary};
    for (auto &blob : blobs) {
        if ((blob.types & types) == osmium::osm_entity_bits::nothing) { continue; }
        blob.unread &= ~types;
        if (blob.kept.empty()) {
            packed.resize(blob.size);
            file.seekg(static_cast<std::streamoff>(blob.offset));
            if (!file.read(&packed[0], static_cast<std::streamsize>(blob.size))) {
                throw NotReadable{"reading failed"};
            }
            take(detail::decode_blob(packed, unpacked));
        } else {
            take(blob.kept);
            if (blob.unread == osmium::osm_entity_bits::nothing) { blob.kept = {}; }
        }
    }
}

void PBFFile::keep(const protozero::data_view &block, std::string &kept) {
    // Room that a larger blob needed before is not kept with a smaller one.
    if (unpacked.capacity() > 2 * block.size()) {
        kept.assign(block.data(), block.size());
    } else {
        kept = std::move(unpacked);
        unpacked = {};
    }
}

void PBFFile::index(Types types, const BlockTaker &take) {
    std::size_t keptSize = 0;
    while (frames.next("OSMData", packed)) {
        const auto block = detail::decode_blob(packed, unpacked);
        const auto held = PBFBlock{block, words}.types();
        Blob blob{frames.lastBlob(), static_cast<std::uint32_t>(packed.size()), held, held & ~types, {}};
        if ((held & types) != osmium::osm_entity_bits::nothing) { take(block); }
        // A blob that is not packed lies in what was read.
        const bool isUnpacked = block.data() == unpacked.data();
        if (isUnpacked && blob.unread != osmium::osm_entity_bits::nothing && keptSize + block.size() <= mostKept) {
            keptSize += block.size();
            keep(block, blob.kept);
        }
        blobs.push_back(std::move(blob));
    }
    isIndexed = true;
}

}

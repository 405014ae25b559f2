#include "OSMSource.hpp"

#include "PBFFrames.hpp"
#include "UnpackingGuard.hpp"

#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/thread/pool.hpp>

namespace cosmium {

namespace {

/// Blobs are gathered until they have this many bytes: libosmium starts two threads for every reader.
constexpr std::size_t batchSize = 1U << 20U;

std::string beginning(const std::string &path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) { throw NotReadable{"the file cannot be opened"}; }
    std::string bytes(512, '\0');
    file.read(&bytes[0], static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

bool beginsWith(const std::string &bytes, const char *prefix) { return bytes.rfind(prefix, 0) == 0; }

bool looksLikeXML(const std::string &bytes) {
    const auto start = beginsWith(bytes, "\xEF\xBB\xBF") ? 3U : 0U;
    const auto first = bytes.find_first_not_of(" \t\r\n", start);
    return first != std::string::npos && bytes[first] == '<';
}

void drain(osmium::io::Reader &reader, const OSMSource::Taker &take) {
    if (reader.header().has_multiple_object_versions()) {
        throw NotOSM{"it is a history or change file, which has several states of one object"};
    }
    while (auto buffer = reader.read()) { take(buffer); }
    reader.close();
}

}

OSMSource::OSMSource(std::string file) : path(std::move(file)) {
    const auto bytes = beginning(path);
    if (beginsWith(bytes, "\x1F\x8B")) {
        format = Format::gzip;
    } else if (beginsWith(bytes, "BZh")) {
        format = Format::bzip2;
    } else if (bytes.size() > 15 && bytes.compare(6, 9, "OSMHeader") == 0) {
        format = Format::pbf;
    } else if (looksLikeXML(bytes)) {
        format = Format::xml;
    } else {
        throw NotOSM{bytes.empty() ? "the file is empty" : "it begins like neither OSM XML nor PBF"};
    }
}

void OSMSource::read(osmium::osm_entity_bits::type types, const Taker &take) const {
    format == Format::pbf ? readPBF(types, take) : readXML(types, take);
}

void OSMSource::readXML(osmium::osm_entity_bits::type types, const Taker &take) const {
    if (!guardUnpacking()) { throw std::logic_error{"unpacking is not guarded"}; }
    const char *name = format == Format::gzip ? "osm.gz" : format == Format::bzip2 ? "osm.bz2" : "osm";
    osmium::thread::Pool pool{1};
    osmium::io::Reader reader{osmium::io::File{path, name}, types, pool};
    drain(reader, take);
}

void OSMSource::readPBF(osmium::osm_entity_bits::type types, const Taker &take) const {
    PBFFrames frames{path};
    std::string header;
    if (!frames.next("OSMHeader", header)) { throw NotOSM{"the file has no header"}; }
    osmium::thread::Pool pool{2};
    bool isAtEnd = false;
    while (!isAtEnd) {
        std::string batch = header;
        while (!isAtEnd && batch.size() < batchSize) { isAtEnd = !frames.next("OSMData", batch); }
        osmium::io::Reader reader{
            osmium::io::File{batch.data(), batch.size(), "pbf"}, types, osmium::io::read_meta::no, pool};
        drain(reader, take);
    }
}

}

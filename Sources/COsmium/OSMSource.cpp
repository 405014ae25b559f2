#include "OSMSource.hpp"

#include "PBFFile.hpp"
#include "UnpackingGuard.hpp"

#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>

namespace cosmium {

namespace {

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

void drain(osmium::io::Reader &reader, const std::function<void(const osmium::memory::Buffer &)> &take) {
    refuseHistory(reader.header());
    while (auto buffer = reader.read()) { take(buffer); }
    reader.close();
}

}

void copy(const osmium::TagList &from, const Words &words, std::vector<Tag> &to) {
    to.clear();
    for (const auto &tag : from) { to.push_back({tag.key(), tag.value(), words.code(tag.key(), tag.value())}); }
}

void refuseHistory(const osmium::io::Header &header) {
    if (header.has_multiple_object_versions()) {
        throw NotOSM{"it is a history or change file, which has several states of one object"};
    }
}

OSMSource::OSMSource(std::string file, const Words &words) : path(std::move(file)), words(words) {
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

OSMSource::~OSMSource() = default;

PBFFile &OSMSource::pbfFile() {
    if (pbf == nullptr) { pbf = std::make_unique<PBFFile>(path, words); }
    return *pbf;
}

void OSMSource::close() { pbf = nullptr; }

void OSMSource::readNodes(const NodeTaker &take) {
    if (format == Format::pbf) { return pbfFile().readNodes(take); }
    Node node;
    readXML(osmium::osm_entity_bits::node, [&](const osmium::memory::Buffer &buffer) {
        for (const auto &object : buffer.select<osmium::Node>()) {
            node.id = object.id();
            node.isVisible = object.visible();
            node.location = object.location();
            copy(object.tags(), words, node.tags);
            take(node);
        }
    });
}

void OSMSource::readWays(const WayTaker &take) {
    if (format == Format::pbf) { return pbfFile().readWays(take); }
    Way way;
    readXML(osmium::osm_entity_bits::way, [&](const osmium::memory::Buffer &buffer) {
        for (const auto &object : buffer.select<osmium::Way>()) {
            way.id = object.id();
            way.isVisible = object.visible();
            way.nodes.clear();
            for (const auto &node : object.nodes()) { way.nodes.push_back(node.ref()); }
            copy(object.tags(), words, way.tags);
            take(way);
        }
    });
}

void OSMSource::readRelations(const RelationTaker &take) {
    if (format == Format::pbf) { return pbfFile().readRelations(take); }
    readXML(osmium::osm_entity_bits::relation, [&take](const osmium::memory::Buffer &buffer) {
        takeRelations(buffer, take);
    });
}

void takeRelations(const osmium::memory::Buffer &buffer, const OSMSource::RelationTaker &take) {
    for (const auto &relation : buffer.select<osmium::Relation>()) { take(relation); }
}

void OSMSource::readXML(
    osmium::osm_entity_bits::type types, const std::function<void(const osmium::memory::Buffer &)> &take) const {
    if (!guardUnpacking()) { throw std::logic_error{"unpacking is not guarded"}; }
    const char *name = format == Format::gzip ? "osm.gz" : format == Format::bzip2 ? "osm.bz2" : "osm";
    osmium::thread::Pool pool{1};
    osmium::io::Reader reader{osmium::io::File{path, name}, types, pool};
    drain(reader, take);
}

}

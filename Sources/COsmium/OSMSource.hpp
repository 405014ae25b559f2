#pragma once

#include "Objects.hpp"
#include "Words.hpp"

#include <cstdint>
#include <fstream>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include <osmium/io/header.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/entity_bits.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/tag.hpp>

namespace cosmium {

/// The content is no OSM data that can be read.
struct NotOSM : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The content breaks off or contradicts itself.
struct Damaged : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The file could not be opened or read.
struct NotReadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Throws `NotOSM` for files that hold several states of one object.
void refuseHistory(const osmium::io::Header &header);

/// Takes over the tags of an object of libosmium's.
void copy(const osmium::TagList &from, const Words &words, std::vector<Tag> &to);

class PBFFile;

/// An OSM file that can be read several times over.
class OSMSource {
public:
    /// Looks at the first bytes, because names lie.
    OSMSource(std::string path, const Words &words);
    ~OSMSource();

    using NodeTaker = std::function<void(const Node &)>;
    using WayTaker = std::function<void(const Way &)>;
    using RelationTaker = std::function<void(const osmium::Relation &)>;

    /// Hands over all nodes, in the order of the file.
    void readNodes(const NodeTaker &take);
    /// Hands over all ways, in the order of the file.
    void readWays(const WayTaker &take);
    /// Hands over all relations, in the order of the file.
    void readRelations(const RelationTaker &take);

    /// Lets go of all memory; nothing is read after that.
    void close();

private:
    enum class Format { xml, gzip, bzip2, pbf };

    std::string path;
    const Words &words;
    Format format;
    std::unique_ptr<PBFFile> pbf;

    PBFFile &pbfFile();
    void readXML(
        osmium::osm_entity_bits::type types, const std::function<void(const osmium::memory::Buffer &)> &take) const;
};

/// Hands over the relations of a buffer.
void takeRelations(const osmium::memory::Buffer &buffer, const OSMSource::RelationTaker &take);

}

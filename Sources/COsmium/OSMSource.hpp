#pragma once

#include <cstdint>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>

#include <osmium/memory/buffer.hpp>
#include <osmium/osm/entity_bits.hpp>

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

/// An OSM file that can be read several times over.
class OSMSource {
public:
    /// Looks at the first bytes, because names lie.
    explicit OSMSource(std::string path);

    using Taker = std::function<void(osmium::memory::Buffer &)>;

    /// Hands over all objects of the asked types, in the order of the file.
    void read(osmium::osm_entity_bits::type types, const Taker &take) const;

private:
    enum class Format { xml, gzip, bzip2, pbf };

    std::string path;
    Format format;

    void readXML(osmium::osm_entity_bits::type types, const Taker &take) const;
    void readPBF(osmium::osm_entity_bits::type types, const Taker &take) const;
};

}

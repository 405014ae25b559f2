#pragma once

#include "Objects.hpp"

#include <functional>
#include <string_view>
#include <vector>

#include <osmium/osm/entity_bits.hpp>
#include <protozero/data_view.hpp>
#include <protozero/pbf_reader.hpp>

namespace cosmium {

/// An unpacked blob of nodes and ways, handed over one by one without making objects of them.
///
/// A blob may hold all nodes of a city; libosmium's decoder would take 60 bytes for each before the first is seen.
class PBFBlock {
public:
    explicit PBFBlock(protozero::data_view bytes);

    /// What the block holds.
    osmium::osm_entity_bits::type types() const;

    void forEachNode(const std::function<void(const Node &)> &take);
    void forEachWay(const std::function<void(const Way &)> &take);

private:
    protozero::data_view bytes;
    std::vector<std::string_view> texts;
    std::int32_t granularity = 100;
    std::int64_t longitudeOffset = 0;
    std::int64_t latitudeOffset = 0;
    Node node;
    Way way;

    void readFrame();
    void readTexts(protozero::pbf_reader table);
    std::string_view text(std::uint64_t number) const;
    osmium::Location location(std::int64_t longitude, std::int64_t latitude) const;
    void readDense(protozero::pbf_reader message, const std::function<void(const Node &)> &take);
    void readNode(protozero::pbf_reader message);
    void readWay(protozero::pbf_reader message);
};

}

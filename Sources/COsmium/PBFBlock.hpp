#pragma once

#include "Objects.hpp"
#include "Words.hpp"

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
    PBFBlock(protozero::data_view bytes, const Words &words);

    /// What the block holds.
    osmium::osm_entity_bits::type types() const;

    void forEachNode(const std::function<void(const Node &)> &take);
    void forEachWay(const std::function<void(const Way &)> &take);

private:
    protozero::data_view bytes;
    const Words &words;
    std::vector<std::string_view> texts;
    /// By text, its number among the words once it was asked for.
    std::vector<std::uint16_t> numbers;
    std::int32_t granularity = 100;
    std::int64_t longitudeOffset = 0;
    std::int64_t latitudeOffset = 0;
    Node node;
    Way way;

    void readFrame();
    void readTexts(protozero::pbf_reader table);
    Tag tag(std::uint64_t key, std::uint64_t value);
    std::uint16_t number(std::uint64_t text);
    osmium::Location location(std::int64_t longitude, std::int64_t latitude) const;
    void readDense(protozero::pbf_reader message, const std::function<void(const Node &)> &take);
    void readNode(protozero::pbf_reader message);
    void readWay(protozero::pbf_reader message);
};

}

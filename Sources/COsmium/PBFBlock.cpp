#include "PBFBlock.hpp"

#include "OSMSource.hpp"

#include <limits>

namespace cosmium {

namespace {

using protozero::pbf_wire_type;
using Numbers = protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator>;
using Deltas = protozero::iterator_range<protozero::pbf_reader::const_sint64_iterator>;

constexpr std::size_t longestText = 1024;
/// Stands for a number that nobody has asked for yet; there are fewer words.
constexpr std::uint16_t unknown = 0xFFFFU;

// Fields as the format numbers them.
enum Block { texts = 1, group = 2, granularity = 17, latitudeOffset = 19, longitudeOffset = 20 };
enum Group { nodes = 1, dense = 2, ways = 3, relations = 4 };
enum Dense { denseIDs = 1, denseLatitudes = 8, denseLongitudes = 9, denseTags = 10 };
enum NodeField { nodeID = 1, nodeKeys = 2, nodeValues = 3, nodeLatitude = 8, nodeLongitude = 9 };
enum WayField { wayID = 1, wayKeys = 2, wayValues = 3, wayNodes = 8 };

/// Adds up differences; a sum that leaves the range comes round again, as in the format.
class Sum {
public:
    std::int64_t add(std::int64_t difference) {
        sum += static_cast<std::uint64_t>(difference);
        return static_cast<std::int64_t>(sum);
    }

private:
    std::uint64_t sum = 0;
};

template <typename Range> auto next(Range &range) {
    if (range.empty()) { throw Damaged{"lists of one object differ in length"}; }
    const auto value = range.front();
    range.drop_front();
    return value;
}

constexpr std::uint32_t field(int number, pbf_wire_type type) {
    return protozero::tag_and_type(static_cast<protozero::pbf_tag_type>(number), type);
}

}

PBFBlock::PBFBlock(protozero::data_view block, const Words &words) : bytes(block), words(words) {
    readFrame();
    numbers.assign(texts.size(), unknown);
}

void PBFBlock::readFrame() {
    protozero::pbf_reader block{bytes};
    while (block.next()) {
        switch (block.tag_and_type()) {
        case field(Block::texts, pbf_wire_type::length_delimited): readTexts(block.get_message()); break;
        case field(Block::granularity, pbf_wire_type::varint): granularity = block.get_int32(); break;
        case field(Block::latitudeOffset, pbf_wire_type::varint): latitudeOffset = block.get_int64(); break;
        case field(Block::longitudeOffset, pbf_wire_type::varint): longitudeOffset = block.get_int64(); break;
        default: block.skip();
        }
    }
}

void PBFBlock::readTexts(protozero::pbf_reader table) {
    if (!texts.empty()) { throw Damaged{"a block has two tables of texts"}; }
    while (table.next(1, pbf_wire_type::length_delimited)) {
        const auto view = table.get_view();
        if (view.size() > longestText) { throw Damaged{"a key or value is longer than any may be"}; }
        const std::string_view text{view.data(), view.size()};
        texts.push_back(text.substr(0, text.find('\0')));
    }
}

Tag PBFBlock::tag(std::uint64_t key, std::uint64_t value) {
    if (key >= texts.size() || value >= texts.size()) {
        throw Damaged{"a key or value is not in the table of texts"};
    }
    const auto keyNumber = number(key);
    return {texts[key], texts[value], words.isKey(keyNumber) ? Words::code(keyNumber, number(value)) : 0};
}

std::uint16_t PBFBlock::number(std::uint64_t text) {
    if (numbers[text] == unknown) { numbers[text] = words.number(texts[text]); }
    return numbers[text];
}

osmium::Location PBFBlock::location(std::int64_t longitude, std::int64_t latitude) const {
    const auto placed = [this](std::int64_t value, std::int64_t offset) {
        const auto nano = static_cast<std::uint64_t>(value) * static_cast<std::uint64_t>(granularity) +
                          static_cast<std::uint64_t>(offset);
        return static_cast<std::int32_t>(static_cast<std::int64_t>(nano) / 100);
    };
    return {placed(longitude, longitudeOffset), placed(latitude, latitudeOffset)};
}

osmium::osm_entity_bits::type PBFBlock::types() const {
    auto types = osmium::osm_entity_bits::nothing;
    protozero::pbf_reader block{bytes};
    while (block.next(Block::group, pbf_wire_type::length_delimited)) {
        auto group = block.get_message();
        while (group.next()) {
            switch (group.tag()) {
            case Group::nodes:
            case Group::dense: types |= osmium::osm_entity_bits::node; break;
            case Group::ways: types |= osmium::osm_entity_bits::way; break;
            case Group::relations: types |= osmium::osm_entity_bits::relation; break;
            default: break;
            }
            group.skip();
        }
    }
    return types;
}

void PBFBlock::forEachNode(const std::function<void(const Node &)> &take) {
    protozero::pbf_reader block{bytes};
    while (block.next(Block::group, pbf_wire_type::length_delimited)) {
        auto group = block.get_message();
        while (group.next()) {
            switch (group.tag_and_type()) {
            case field(Group::dense, pbf_wire_type::length_delimited): readDense(group.get_message(), take); break;
            case field(Group::nodes, pbf_wire_type::length_delimited):
                readNode(group.get_message());
                take(node);
                break;
            default: group.skip();
            }
        }
    }
}

void PBFBlock::forEachWay(const std::function<void(const Way &)> &take) {
    protozero::pbf_reader block{bytes};
    while (block.next(Block::group, pbf_wire_type::length_delimited)) {
        auto group = block.get_message();
        while (group.next(Group::ways, pbf_wire_type::length_delimited)) {
            readWay(group.get_message());
            take(way);
        }
    }
}

void PBFBlock::readDense(protozero::pbf_reader message, const std::function<void(const Node &)> &take) {
    Deltas ids;
    Deltas latitudes;
    Deltas longitudes;
    Numbers tags;
    while (message.next()) {
        switch (message.tag_and_type()) {
        case field(Dense::denseIDs, pbf_wire_type::length_delimited): ids = message.get_packed_sint64(); break;
        case field(Dense::denseLatitudes, pbf_wire_type::length_delimited):
            latitudes = message.get_packed_sint64();
            break;
        case field(Dense::denseLongitudes, pbf_wire_type::length_delimited):
            longitudes = message.get_packed_sint64();
            break;
        case field(Dense::denseTags, pbf_wire_type::length_delimited): tags = message.get_packed_uint32(); break;
        default: message.skip();
        }
    }
    Sum id;
    Sum latitude;
    Sum longitude;
    while (!ids.empty()) {
        node.id = id.add(next(ids));
        const auto east = longitude.add(next(longitudes));
        node.location = location(east, latitude.add(next(latitudes)));
        node.tags.clear();
        while (!tags.empty()) {
            const auto key = next(tags);
            if (key == 0) { break; }
            node.tags.push_back(tag(key, next(tags)));
        }
        take(node);
    }
}

void PBFBlock::readNode(protozero::pbf_reader message) {
    constexpr auto nowhere = std::numeric_limits<std::int64_t>::max();
    Numbers keys;
    Numbers values;
    auto latitude = nowhere;
    auto longitude = nowhere;
    node.id = 0;
    while (message.next()) {
        switch (message.tag_and_type()) {
        case field(NodeField::nodeID, pbf_wire_type::varint): node.id = message.get_sint64(); break;
        case field(NodeField::nodeKeys, pbf_wire_type::length_delimited): keys = message.get_packed_uint32(); break;
        case field(NodeField::nodeValues, pbf_wire_type::length_delimited):
            values = message.get_packed_uint32();
            break;
        case field(NodeField::nodeLatitude, pbf_wire_type::varint): latitude = message.get_sint64(); break;
        case field(NodeField::nodeLongitude, pbf_wire_type::varint): longitude = message.get_sint64(); break;
        default: message.skip();
        }
    }
    if (latitude == nowhere || longitude == nowhere) { throw Damaged{"a node has no place"}; }
    node.location = location(longitude, latitude);
    node.tags.clear();
    while (!keys.empty() && !values.empty()) {
        const auto key = next(keys);
        node.tags.push_back(tag(key, next(values)));
    }
}

void PBFBlock::readWay(protozero::pbf_reader message) {
    Numbers keys;
    Numbers values;
    Deltas nodes;
    way.id = 0;
    while (message.next()) {
        switch (message.tag_and_type()) {
        case field(WayField::wayID, pbf_wire_type::varint): way.id = message.get_int64(); break;
        case field(WayField::wayKeys, pbf_wire_type::length_delimited): keys = message.get_packed_uint32(); break;
        case field(WayField::wayValues, pbf_wire_type::length_delimited): values = message.get_packed_uint32(); break;
        case field(WayField::wayNodes, pbf_wire_type::length_delimited): nodes = message.get_packed_sint64(); break;
        default: message.skip();
        }
    }
    way.nodes.clear();
    Sum id;
    while (!nodes.empty()) { way.nodes.push_back(id.add(next(nodes))); }
    way.tags.clear();
    while (!keys.empty() && !values.empty()) {
        const auto key = next(keys);
        way.tags.push_back(tag(key, next(values)));
    }
}

}

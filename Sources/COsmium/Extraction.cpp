#include "Extraction.hpp"

#include "AreaBuilder.hpp"
#include "ByID.hpp"
#include "Handover.hpp"

#include <cstring>

namespace cosmium {

namespace {

bool isMultipolygon(const osmium::Relation &relation) {
    const char *type = relation.tags().get_value_by_key("type");
    return type != nullptr && std::strcmp(type, "multipolygon") == 0;
}

/// The relations of a store by id; of those given twice the last stands.
std::vector<const osmium::Relation *> byID(const osmium::memory::Buffer &store) {
    struct Entry {
        std::int64_t id;
        const osmium::Relation *relation;
    };
    std::vector<Entry> entries;
    for (const auto &relation : store.select<osmium::Relation>()) { entries.push_back({relation.id(), &relation}); }
    sortByID(entries);
    std::vector<const osmium::Relation *> relations;
    for (const auto &entry : entries) { relations.push_back(entry.relation); }
    return relations;
}

}

Extraction::Extraction(
    OSMSource &source, const Words &words, const COsmiumVisitor &visitor, COsmiumCounts &counts)
    : source(source), words(words), visitor(visitor), counts(counts) {}

void Extraction::run() {
    readRelations();
    readWays();
    NodePlaces places{ways.nodes()};
    readNodes(places);
    source.close();
    handOverNodes();
    handOverWays(places);
    AreaBuilder areas{visitor, words, ways, places};
    for (const auto *relation : relations) { areas.handOver(*relation); }
}

bool Extraction::isWanted(
    const std::vector<Tag> &list, bool (*wants)(void *, const std::uint32_t *, std::size_t)) {
    codes.clear();
    for (const auto &tag : list) {
        if (tag.code != 0) { codes.push_back(tag.code); }
    }
    return !codes.empty() && wants(visitor.context, codes.data(), codes.size());
}

void Extraction::readRelations() {
    std::vector<Tag> list;
    source.readRelations([&](const osmium::Relation &relation) {
        ++counts.relations;
        if (!relation.visible() || !isMultipolygon(relation)) { return; }
        copy(relation.tags(), words, list);
        if (!isWanted(list, visitor.wantsRelation)) { return; }
        relationStore.add_item(relation);
        relationStore.commit();
    });
    relations = byID(relationStore);
    for (const auto *relation : relations) {
        for (const auto &member : relation->members()) {
            if (member.type() == osmium::item_type::way) { memberWays.insert(member.ref()); }
        }
    }
}

void Extraction::readWays() {
    source.readWays([this](const Way &way) {
        ++counts.ways;
        if (!way.isVisible) { return; }
        const bool isWantedItself = isWanted(way.tags, visitor.wantsWay);
        if (isWantedItself || memberWays.count(way.id) > 0) { ways.keep(way, isWantedItself); }
    });
    memberWays = {};
    ways.sort();
}

void Extraction::readNodes(NodePlaces &places) {
    source.readNodes([this, &places](const Node &node) {
        ++counts.nodes;
        if (!node.isVisible) { return; }
        places.put(node.id, node.location);
        if (isWanted(node.tags, visitor.wantsNode)) {
            nodes.push_back({node.id, node.location, tags.keep(node.tags)});
        }
    });
    sortByID(nodes);
}

void Extraction::handOverNodes() {
    for (const auto &node : nodes) {
        visitor.node(visitor.context, handover({node.id, 0, node.location}), handover(node.tags));
    }
    nodes = {};
    tags = {};
}

void Extraction::handOverWays(NodePlaces &places) {
    std::vector<COsmiumNode> line;
    for (const auto &way : ways.all()) {
        if (!way.isWanted) { continue; }
        line.clear();
        for (std::uint32_t place = 0; place < way.nodeCount; ++place) {
            line.push_back(handover(places.at(ways.nodes()[way.firstNode + place])));
        }
        visitor.way(visitor.context, way.id, line.data(), line.size(), handover(way.tags));
    }
}

}

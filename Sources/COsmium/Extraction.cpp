#include "Extraction.hpp"

#include "Handover.hpp"

#include <algorithm>
#include <cstring>

#include <osmium/area/assembler.hpp>
#include <osmium/osm/area.hpp>
#include <osmium/osm/node.hpp>

namespace cosmium {

namespace {

/// The objects of a store by id; of those given twice the last stands.
template <typename T, typename Buffer> std::vector<T *> byID(Buffer &store) {
    std::vector<T *> list;
    for (auto &object : store.template select<T>()) { list.push_back(&object); }
    // Within one store the place is the order of the file.
    std::sort(list.begin(), list.end(), [](const T *a, const T *b) {
        return a->id() < b->id() || (a->id() == b->id() && a < b);
    });
    std::vector<T *> distinct;
    for (auto *object : list) {
        if (!distinct.empty() && distinct.back()->id() == object->id()) {
            distinct.back() = object;
        } else {
            distinct.push_back(object);
        }
    }
    return distinct;
}

void keep(osmium::memory::Buffer &store, const osmium::memory::Item &item) {
    store.add_item(item);
    store.commit();
}

bool isMultipolygon(const osmium::Relation &relation) {
    const char *type = relation.tags().get_value_by_key("type");
    return type != nullptr && std::strcmp(type, "multipolygon") == 0;
}

bool isLocated(const osmium::Way &way) {
    return std::all_of(way.nodes().begin(), way.nodes().end(), [](const osmium::NodeRef &node) {
        return node.location().valid();
    });
}

}

void Extraction::run() {
    readRelations();
    readWays();
    readNodes();
    locate();
    handOverNodes();
    handOverWays();
    handOverAreas();
}

bool Extraction::hasWantedKey(const osmium::TagList &tags) const {
    for (const auto &tag : tags) {
        for (std::size_t place = 0; place < visitor.keyCount; ++place) {
            if (std::strcmp(tag.key(), visitor.keys[place]) == 0) { return true; }
        }
    }
    return false;
}

void Extraction::readRelations() {
    source.read(osmium::osm_entity_bits::relation, [this](osmium::memory::Buffer &buffer) {
        for (const auto &relation : buffer.select<osmium::Relation>()) {
            ++counts.relations;
            if (!relation.visible() || !isMultipolygon(relation) || !hasWantedKey(relation.tags())) { continue; }
            if (!visitor.wantsRelation(visitor.context, TagView{relation.tags()}.tags())) { continue; }
            keep(relationStore, relation);
        }
    });
    const auto distinct = byID<osmium::Relation>(relationStore);
    relations.assign(distinct.begin(), distinct.end());
    for (const auto *relation : relations) {
        for (const auto &member : relation->members()) {
            if (member.type() == osmium::item_type::way) { memberWays.insert(member.ref()); }
        }
    }
}

void Extraction::readWays() {
    source.read(osmium::osm_entity_bits::way, [this](osmium::memory::Buffer &buffer) {
        for (const auto &way : buffer.select<osmium::Way>()) {
            ++counts.ways;
            if (!way.visible()) { continue; }
            const bool isWanted =
                hasWantedKey(way.tags()) && visitor.wantsWay(visitor.context, TagView{way.tags()}.tags());
            if (isWanted) { wantedWays.insert(way.id()); }
            if (isWanted || memberWays.count(way.id()) > 0) { keep(wayStore, way); }
        }
    });
    ways = byID<osmium::Way>(wayStore);
    collectNodeIDs();
}

void Extraction::collectNodeIDs() {
    for (const auto *way : ways) {
        for (const auto &node : way->nodes()) { nodeIDs.push_back(node.ref()); }
    }
    std::sort(nodeIDs.begin(), nodeIDs.end());
    nodeIDs.erase(std::unique(nodeIDs.begin(), nodeIDs.end()), nodeIDs.end());
    nodeIDs.shrink_to_fit();
    locations.resize(nodeIDs.size());
}

void Extraction::readNodes() {
    source.read(osmium::osm_entity_bits::node, [this](osmium::memory::Buffer &buffer) {
        for (const auto &node : buffer.select<osmium::Node>()) {
            ++counts.nodes;
            if (!node.visible()) { continue; }
            const auto place = std::lower_bound(nodeIDs.begin(), nodeIDs.end(), node.id());
            if (place != nodeIDs.end() && *place == node.id()) {
                locations[static_cast<std::size_t>(place - nodeIDs.begin())] = node.location();
            }
            if (hasWantedKey(node.tags())) { keep(nodeStore, node); }
        }
    });
}

void Extraction::locate() {
    for (auto *way : ways) {
        for (auto &node : way->nodes()) {
            const auto place = std::lower_bound(nodeIDs.begin(), nodeIDs.end(), node.ref());
            node.set_location(locations[static_cast<std::size_t>(place - nodeIDs.begin())]);
        }
    }
    // Whoever takes what is handed over needs the memory now.
    nodeIDs = {};
    locations = {};
}

void Extraction::handOverNodes() {
    for (const auto *node : byID<osmium::Node>(nodeStore)) {
        visitor.node(visitor.context, handover(node->id(), node->location()), TagView{node->tags()}.tags());
    }
    nodeStore = osmium::memory::Buffer{};
}

void Extraction::handOverWays() {
    for (const auto *way : ways) {
        if (wantedWays.count(way->id()) == 0) { continue; }
        const auto nodes = handover(way->nodes());
        visitor.way(visitor.context, way->id(), nodes.data(), nodes.size(), TagView{way->tags()}.tags());
    }
}

void Extraction::handOverAreas() {
    for (const auto *relation : relations) { handOverArea(*relation); }
}

const osmium::Way *Extraction::way(std::int64_t id) const {
    const auto place = std::lower_bound(
        ways.begin(), ways.end(), id, [](const osmium::Way *way, std::int64_t id) { return way->id() < id; });
    return place != ways.end() && (*place)->id() == id ? *place : nullptr;
}

void Extraction::handOverArea(const osmium::Relation &relation) {
    const TagView tags{relation.tags()};
    std::vector<const osmium::Way *> members;
    for (const auto &member : relation.members()) {
        if (member.type() != osmium::item_type::way) { continue; }
        const auto *found = way(member.ref());
        if (found == nullptr || !isLocated(*found)) {
            visitor.brokenArea(visitor.context, relation.id(), COsmiumIncomplete, tags.tags());
            return;
        }
        members.push_back(found);
    }

    osmium::area::AssemblerConfig config;
    config.create_empty_areas = false;
    osmium::memory::Buffer result{1U << 12U, osmium::memory::Buffer::auto_grow::yes};
    osmium::area::Assembler assemble{config};
    if (!assemble(relation, members, result) || result.committed() == 0) {
        visitor.brokenArea(visitor.context, relation.id(), COsmiumNotClosed, tags.tags());
        return;
    }

    const auto &area = result.get<osmium::Area>(0);
    std::vector<std::vector<COsmiumNode>> nodes;
    std::vector<bool> isOuter;
    for (const auto &outer : area.outer_rings()) {
        nodes.push_back(handover(outer));
        isOuter.push_back(true);
        for (const auto &inner : area.inner_rings(outer)) {
            nodes.push_back(handover(inner));
            isOuter.push_back(false);
        }
    }
    std::vector<COsmiumRing> rings;
    for (std::size_t place = 0; place < nodes.size(); ++place) {
        rings.push_back({isOuter[place], nodes[place].data(), nodes[place].size()});
    }
    visitor.area(visitor.context, relation.id(), rings.data(), rings.size(), tags.tags());
}

}

#include "AreaBuilder.hpp"

#include "Handover.hpp"
#include "OSMSource.hpp"

#include <unordered_map>

#include <osmium/area/assembler.hpp>
#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/osm/way.hpp>

namespace cosmium {

namespace {

/// The ways of a relation in its order, from a buffer that has each once.
std::vector<const osmium::Way *> inOrder(const osmium::Relation &relation, const osmium::memory::Buffer &members) {
    std::unordered_map<std::int64_t, const osmium::Way *> byID;
    for (const auto &way : members.select<osmium::Way>()) { byID[way.id()] = &way; }
    std::vector<const osmium::Way *> list;
    for (const auto &member : relation.members()) {
        if (member.type() == osmium::item_type::way) { list.push_back(byID[member.ref()]); }
    }
    return list;
}

}

/// Makes a way of libosmium's; false when a node of it is not known.
bool AreaBuilder::add(const WayStore::Kept &way, osmium::memory::Buffer &members) {
    {
        osmium::builder::WayBuilder builder{members};
        builder.set_id(way.id);
        osmium::builder::WayNodeListBuilder list{builder};
        for (std::uint32_t place = 0; place < way.nodeCount; ++place) {
            const auto node = places.at(ways.nodes()[way.firstNode + place]);
            if (!node.location.valid()) { return false; }
            list.add_node_ref(node.id, node.location);
        }
    }
    members.commit();
    return true;
}

/// Makes all members; false when one of them, or a node of one, is not known.
bool AreaBuilder::collect(const osmium::Relation &relation, osmium::memory::Buffer &members) {
    std::unordered_map<std::int64_t, bool> seen;
    for (const auto &member : relation.members()) {
        if (member.type() != osmium::item_type::way || !seen.emplace(member.ref(), true).second) { continue; }
        const auto *way = ways.find(member.ref());
        if (way == nullptr || !add(*way, members)) { return false; }
    }
    return true;
}

void AreaBuilder::handOver(const osmium::Relation &relation) {
    std::vector<Tag> list;
    copy(relation.tags(), words, list);
    const auto packed = handover(tags.pack(list));
    osmium::memory::Buffer members{1U << 14U, osmium::memory::Buffer::auto_grow::yes};
    if (!collect(relation, members)) {
        visitor.brokenArea(visitor.context, relation.id(), COsmiumIncomplete, packed);
        return;
    }
    osmium::area::AssemblerConfig config;
    config.create_empty_areas = false;
    osmium::memory::Buffer result{1U << 12U, osmium::memory::Buffer::auto_grow::yes};
    osmium::area::Assembler assemble{config};
    if (!assemble(relation, inOrder(relation, members), result) || result.committed() == 0) {
        visitor.brokenArea(visitor.context, relation.id(), COsmiumNotClosed, packed);
        return;
    }
    handOver(result.get<osmium::Area>(0), relation.id(), packed);
}

std::vector<COsmiumNode> AreaBuilder::ring(const osmium::NodeRefList &nodes) {
    std::vector<COsmiumNode> list;
    list.reserve(nodes.size());
    for (const auto &node : nodes) { list.push_back(handover(places.at(node.ref()))); }
    return list;
}

void AreaBuilder::handOver(const osmium::Area &area, std::int64_t relation, COsmiumTags packed) {
    std::vector<std::vector<COsmiumNode>> nodes;
    std::vector<bool> isOuter;
    for (const auto &outer : area.outer_rings()) {
        nodes.push_back(ring(outer));
        isOuter.push_back(true);
        for (const auto &inner : area.inner_rings(outer)) {
            nodes.push_back(ring(inner));
            isOuter.push_back(false);
        }
    }
    std::vector<COsmiumRing> rings;
    for (std::size_t place = 0; place < nodes.size(); ++place) {
        rings.push_back({isOuter[place], nodes[place].data(), nodes[place].size()});
    }
    visitor.area(visitor.context, relation, rings.data(), rings.size(), packed);
}

}

#include "NodePlaces.hpp"

namespace cosmium {

NodePlaces::NodePlaces(const Pieces<std::int64_t> &wanted) {
    for (std::size_t place = 0; place < wanted.size(); ++place) { numbers.add(wanted[place]); }
    numbers.close();
    locations.resize(numbers.size());
}

void NodePlaces::put(std::int64_t id, osmium::Location location) {
    const auto number = numbers.at(id);
    if (number != NodeNumbers::none) { locations[number] = location; }
}

NodePlaces::Node NodePlaces::at(std::int64_t id) {
    const auto number = numbers.at(id);
    if (number == NodeNumbers::none) { return {id, 0, osmium::Location{}}; }
    return {id, number, locations[number]};
}

}

import Standards
import StudyAreas

/// The blocks that the same sizes hold for, and the facilities they can count on.
///
/// Where a size depends on the age of the community, a block's own age decides; blocks of unknown age make a group of
/// their own, for which only that holds which holds at every age (Docs/Methods: Size).
struct SupplyGroup: Sendable {
    /// Places in the area's blocks, ascending.
    let blocks: [Int]
    let supply: KindSupply

    /// The groups of `area`, which together are all of its blocks: one where age makes no difference.
    static func all(of providers: [SupplyProvider], in area: StudyArea) -> [SupplyGroup] {
        guard providers.contains(where: \.minimum.dependsOnAge) else {
            return [
                SupplyGroup(blocks: Array(area.blocks.indices), supply: KindSupply(providers, in: area))
            ]
        }
        let ages: [CommunityAge?] = CommunityAge.allCases + [nil]
        return ages.compactMap { age in
            let blocks = area.blocks.indices.filter { area.blocks[$0].age == age }
            guard !blocks.isEmpty else { return nil }
            return SupplyGroup(blocks: blocks, supply: KindSupply(providers, in: area, age: age))
        }
    }
}

extension MinimumSize {
    /// Whether communities of different ages are asked for different sizes.
    var dependsOnAge: Bool {
        variants.contains { if case .ages = $0.condition { true } else { false } }
            || anyOf.contains(where: \.dependsOnAge)
    }
}

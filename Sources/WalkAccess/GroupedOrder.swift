/// Items put in the order of the group they belong to, by counting; within a group they keep their order.
struct GroupedOrder {
    /// Where the items of each group begin; one more entry than there are groups.
    let first: [Int32]
    /// The items, group by group.
    let items: [Int32]

    /// The items 0..<`group.count`, of which each is told its group, 0..<`groups`. O(items + groups).
    init(_ group: [Int32], groups: Int) {
        var first = [Int32](repeating: 0, count: groups + 1)
        for member in group { first[Int(member)] += 1 }
        for place in 0..<groups { first[place + 1] += first[place] }
        // From behind, so that where a group ends becomes where it begins.
        var items = [Int32](repeating: 0, count: group.count)
        for item in group.indices.reversed() {
            let member = group[item]
            first[Int(member)] -= 1
            items[Int(first[Int(member)])] = Int32(item)
        }
        (self.first, self.items) = (first, items)
    }
}

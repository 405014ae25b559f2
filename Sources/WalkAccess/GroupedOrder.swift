/// Items put in the order of the group they belong to, by counting; within a group they keep their order.
struct GroupedOrder {
    /// Where the items of each group begin; one more entry than there are groups.
    let first: [Int32]
    /// The items, group by group.
    let items: [Int32]

    /// The items 0..<`group.count`, of which each is told its group, 0..<`groups`. O(items + groups).
    init(_ group: [Int32], groups: Int) {
        var first = [Int32](repeating: 0, count: groups + 1)
        for member in group { first[Int(member) + 1] += 1 }
        for place in 0..<groups { first[place + 1] += first[place] }
        var items = [Int32](repeating: 0, count: group.count)
        var next = first
        for (item, member) in group.enumerated() {
            items[Int(next[Int(member)])] = Int32(item)
            next[Int(member)] += 1
        }
        (self.first, self.items) = (first, items)
    }
}

import StudyAreas

extension Finding {
    /// How a requirement was judged beyond distances and sizes.
    var remarkWording: Wording {
        let (zh, en, count) = (argument(0), argument(1), argument(2))
        switch code {
        case .servedByBundle:
            return Wording(
                "\(en): \(count) blocks are served by a building that provides it among other things (\(argument(3)))",
                "\(zh)：\(count) 个街坊由综合设置的设施（\(argument(3))）满足")
        case .servedByNeighbours:
            return Wording(
                "\(en): \(count) blocks are served by a facility outside their unit",
                "\(zh)：\(count) 个街坊由本单元以外的设施满足，可相应核减")
        case .substituteAllowed:
            return Wording(
                "\(en): for \(count) blocks that fall short the document lets something stand in, which is not counted: \(argument(4))",
                "\(zh)：\(count) 个未达标街坊可以替代方式满足，未予计入：\(argument(3))")
        case .figureOverridden:
            return Wording(
                "\(en): \(count) is \(argument(4)) by the project file, not \(argument(3)) as in the table",
                "\(zh)：项目文件将 \(count) 由 \(argument(3)) 另定为 \(argument(4))")
        default:
            return Wording(
                "\(en): the size depends on the age of the community, which \(count) blocks do not say; only what holds at every age is said of them",
                "\(zh)：规模随社区新旧而异，\(count) 个街坊未注明社区类型，只按各类型均成立的结论评判")
        }
    }
}

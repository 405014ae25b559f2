import StudyAreas

extension Finding {
    /// What was made of an OpenStreetMap file.
    var mapWording: Wording {
        let (a, b) = (argument(0), argument(1))
        switch code {
        case .mapWays:
            return Wording(
                "\(a): \(b) objects that anybody may walk, \(argument(2)) private, \(argument(3)) of them surfaces crossed by \(argument(4)) straight walks",
                "\(a)：可步行对象 \(b) 个，私有 \(argument(2)) 个，其中面状 \(argument(3)) 个，内部直线通行 \(argument(4)) 条")
        case .mapLeftOut:
            return Wording(
                "\(b) objects of \(argument(2)) not used: \(a)", "\(argument(2)) 中 \(b) 个对象未使用：\(a)")
        case .mapWayCut:
            return Wording(
                "parted at \(a), which nobody gets through (\(b))", "在 \(a) 处断开，该处不可通行（\(b)）")
        case .mapNodeMoved:
            return Wording(
                "moved by 3 cm: \(a) lies at the same place and is not joined to it",
                "移动 3 厘米：与 \(a) 位置重合但互不相连")
        case .mapWalkedAround:
            return Wording(
                "a surface that is walked around, not across (\(a))", "面状通行区域只沿边缘通行（\(a)）")
        default:
            return Wording(
                "\(a) ways of \(b) go on beyond the file: walks near its edge may be longer than in truth",
                "\(b) 中有 \(a) 条道路在数据边缘中断，边缘附近的步行距离可能偏长")
        }
    }
}

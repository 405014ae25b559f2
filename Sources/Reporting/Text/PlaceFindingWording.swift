import StudyAreas

extension Finding {
    /// What became of places of map data, and of their datum.
    var placeWording: Wording {
        let (a, b) = (argument(0), argument(1))
        switch code {
        case .placeUnclear:
            return Wording(
                "left out: \(b) (rule \(argument(2))); to take it, name its kind in a kind column",
                "未采用：\(a)（规则 \(argument(2))）；如需采用，请在类型列中注明设施类型")
        case .kindDoubtful:
            return Wording(
                "taken as \(b) on a guess (rule \(argument(2))); check it, and correct it in a kind column",
                "推测为“\(a)”（规则 \(argument(2))），请核对，并可在类型列中更正")
        case .placeLeftOut:
            return Wording(
                "left out: \(b) (rule \(argument(2)))", "未采用：\(a)（规则 \(argument(2))）")
        case .placesTaken:
            return Wording(
                "taken as \(b): \(argument(2)) of \(argument(3)) (rule \(argument(4)), confidence \(argument(5)))",
                "采用为“\(a)”：\(argument(3)) 中 \(argument(2)) 处（规则 \(argument(4))，可信度 \(argument(5))）")
        case .datumUndone:
            return Wording("\(a): the offset of \(b) is undone", "\(a)：已纠正 \(b) 坐标偏移")
        case .datumUndeclared:
            return Wording(
                "\(a) has Amap's type codes and no declared datum: taken as WGS 84; Amap publishes GCJ-02, so declare datum: gcj02, or datum: wgs84 if it was converted",
                "\(a) 含高德类型编码但未声明坐标系，按 WGS 84 处理；高德坐标为 GCJ-02，请声明 datum: gcj02，已转换的请声明 datum: wgs84")
        case .outlinesCrossed:
            return Wording(
                "\(a) looks offset: ways cross \(argument(2)) % of its outlines as they are, and \(argument(3)) % once \(b) is undone; if it comes from a Chinese web map declare datum: \(argument(4)), if not declare datum: wgs84",
                "\(a) 疑有坐标偏移：\(argument(2)) % 的轮廓被道路穿过，纠正 \(b) 偏移后为 \(argument(3)) %；若来自国内网络地图请声明 datum: \(argument(4))，否则声明 datum: wgs84"
            )
        default:
            return Wording(
                "\(a) looks offset: the median place lies \(argument(2)) m from the network as it is, and \(argument(3)) m once \(b) is undone; if it comes from a Chinese web map declare datum: \(argument(4)), if not declare datum: wgs84",
                "\(a) 疑有坐标偏移：按原坐标距路网中位数 \(argument(2)) 米，纠正 \(b) 偏移后为 \(argument(3)) 米；若来自国内网络地图请声明 datum: \(argument(4))，否则声明 datum: wgs84"
            )
        }
    }
}

public import PedestrianNetworks

extension NetworkIssue.Kind {
    /// What the issue is called.
    public var wording: Wording {
        switch self {
        case .island: Wording("detached piece", "孤立路段")
        case .nearMiss: Wording("ends not joined", "端点未连接")
        case .undershoot: Wording("end short of a line", "端点未达线")
        case .crossing: Wording("crossing without a node", "相交无节点")
        case .duplicate: Wording("drawn twice", "重复绘制")
        case .longEdge: Wording("very long segment", "超长线段")
        case .zeroLength: Wording("segment of no length", "零长度线段")
        case .cutEnd: Wording("end that points out of the data", "疑似被数据边界截断")
        }
    }

    /// Whether metres say something about it.
    var hasMetres: Bool { self != .crossing && self != .zeroLength }
}

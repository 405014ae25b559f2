public import GapAnalysis
public import StudyAreas

extension Verdict {
    /// What the verdict is called.
    public var wording: Wording {
        switch self {
        case .met: Wording("met", "达标")
        case .marginal: Wording("marginal", "勉强达标")
        case .undersized: Wording("undersized", "规模不足")
        case .gap: Wording("gap", "服务盲区")
        case .notAssessable: Wording("not assessable", "无法评估")
        }
    }
}

extension SizeVerdict {
    /// What the verdict on a facility's size is called.
    public var wording: Wording {
        switch self {
        case .adequate: Wording("large enough", "规模达标")
        case .undersized: Wording("too small", "规模不足")
        case .unknown: Wording("size not known", "规模未知")
        case .notRequired: Wording("no minimum", "无规模要求")
        }
    }
}

extension Finding.Severity {
    /// What the severity is called.
    public var wording: Wording {
        switch self {
        case .info: Wording("note", "说明")
        case .warning: Wording("warning", "警告")
        case .error: Wording("left out", "剔除")
        }
    }
}

extension Reason {
    /// What the reason is called.
    public var wording: Wording {
        switch self {
        case .noneInReach: Wording("none in reach", "范围内没有设施")
        case .detour: Wording("detour", "直线可达而步行绕行")
        case .unreachable: Wording("unreachable", "路网不连通")
        case .sizeUnknown: Wording("size unknown", "规模未知")
        case .byBundle: Wording("by a bundle", "由综合设施满足")
        case .inNeighbouringUnit: Wording("in a neighbouring unit", "由周边单元满足")
        case .offNetwork: Wording("block off the network", "街坊未接入路网")
        case .notSurveyed: Wording("kind not surveyed", "该类设施未调查")
        case .facilityOffNetwork: Wording("facility off the network", "设施未接入路网")
        }
    }
}

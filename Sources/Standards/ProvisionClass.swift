/// How strongly a table asks for a facility.
public enum ProvisionClass: String, Sendable, Hashable, CaseIterable {
    /// 基础保障型: what daily life needs; has to be there.
    case basic
    /// 品质提升型: raises the quality of life; chosen by the residents' needs.
    case improvement
    /// 特色引导型: brings out what is particular to a community.
    case distinctive
}

/// How strongly an indicator binds.
public enum IndicatorBinding: String, Sendable, Hashable, CaseIterable {
    /// 约束性: has to be met.
    case mandatory
    /// 引导性: is to be aimed at.
    case guiding
}

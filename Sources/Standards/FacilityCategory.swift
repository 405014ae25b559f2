/// The groups facilities are listed by (设施分类); the raw value is the name in files.
public enum FacilityCategory: String, Sendable, Hashable, CaseIterable {
    case culture
    case education
    case health
    case elderlyCare = "elderly_care"
    case sports
    case commerce
    case openSpace = "open_space"
    case transport
    case governance
    case communityService = "community_service"
    case employment
    case safety

    /// The name in files.
    public var id: String { rawValue }

    /// The name in Chinese.
    public var title: String {
        switch self {
        case .culture: "文化设施"
        case .education: "教育设施"
        case .health: "医疗设施"
        case .elderlyCare: "养老设施"
        case .sports: "体育设施"
        case .commerce: "商业设施"
        case .openSpace: "公共空间"
        case .transport: "公共交通"
        case .governance: "治理设施"
        case .communityService: "社区服务设施"
        case .employment: "创业就业设施"
        case .safety: "安全设施"
        }
    }

    /// The name in English.
    public var titleEn: String {
        switch self {
        case .culture: "Culture"
        case .education: "Education"
        case .health: "Health"
        case .elderlyCare: "Elderly care"
        case .sports: "Sports"
        case .commerce: "Commerce"
        case .openSpace: "Public space"
        case .transport: "Public transport"
        case .governance: "Governance"
        case .communityService: "Community services"
        case .employment: "Work and enterprise"
        case .safety: "Safety"
        }
    }
}

/// What people call the layers that commands read, and other things findings are about (Docs/Glossary).
public enum RoleWording {
    /// The wording of a role by its name in files; a name that is none stands as it is.
    public static func wording(_ role: String) -> Wording { names[role] ?? Wording(role, role) }

    private static let names: [String: Wording] = [
        "blocks": Wording("blocks", "居住街坊"), "facilities": Wording("facilities", "配套设施"),
        "network": Wording("network", "步行路网"), "entrances": Wording("entrances", "出入口"),
        "barriers": Wording("barriers", "步行障碍"), "units": Wording("units", "统计单元"),
        "boundary": Wording("boundary", "数据范围"), "standard": Wording("standard", "标准"),
        "crs": Wording("crs", "坐标系"), "project": Wording("project", "项目文件"),
        "parks": Wording("parks", "公园绿地"), "evidence": Wording("evidence", "举证文件"),
        "system": Wording("system", "指标体系"), "map": Wording("map", "地图数据"),
    ]
}

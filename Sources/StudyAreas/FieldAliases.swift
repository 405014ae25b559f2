public import VectorFiles

/// What a column of an input layer is for.
public enum FieldRole: String, Hashable, Sendable, CaseIterable {
    case id, name, population, households, age, gated, kind, classes, of, access
    case floorArea = "floor_area"
    case siteArea = "site_area"

    /// Column names that are understood without being told, the first found wins; compared without case.
    public var aliases: [String] {
        switch self {
        case .id: ["id", "编号", "fid_1", "编码", "代码", "osm_id"]
        case .name: ["name", "名称", "小区名称", "设施名称", "社区名称"]
        case .population: ["population", "人口", "人口数", "常住人口", "居住人口", "pop"]
        case .households: ["households", "户数", "总户数", "居民户数"]
        case .age: ["community_age", "age", "社区类型", "建成类型", "新旧"]
        case .gated: ["gated", "封闭", "是否封闭", "封闭小区"]
        case .kind: ["kind", "类型", "设施类型", "配置内容", "类别"]
        case .classes: ["classes", "班数", "班级数"]
        case .of: ["block_id", "小区编号", "街坊编号"]
        case .access: ["access", "通行", "通行限制"]
        case .floorArea: ["floor_area", "建筑面积"]
        case .siteArea: ["site_area", "占地面积", "用地面积"]
        }
    }
}

/// A vector layer and which of its columns is what.
public struct LayerInput: Hashable, Sendable {
    /// The file and the layer in it.
    public var source: VectorSource
    /// Columns named by the user; other roles go by their aliases.
    public var columns: [FieldRole: String]

    /// A layer with the columns that the user named.
    public init(_ source: VectorSource, columns: [FieldRole: String] = [:]) {
        self.source = source
        self.columns = columns
    }

    /// The place of the column for `role` in `table`, nil when there is none.
    ///
    /// - Throws: `StudyAreaError.noColumn` when the user named a column that is not there.
    func column(_ role: FieldRole, in table: FeatureTable, layer: String) throws(StudyAreaError) -> Int? {
        guard let named = columns[role] else {
            return role.aliases.lazy.compactMap { table.fieldIndex($0) }.first
        }
        if let index = table.fieldIndex(named) { return index }
        throw StudyAreaError(
            .noColumn(column: named, available: table.fields), layer: layer, path: source.path)
    }
}

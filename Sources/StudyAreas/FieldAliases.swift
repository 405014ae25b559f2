public import Projections
public import VectorFiles

/// What a column of an input layer is for.
public enum FieldRole: String, Hashable, Sendable, CaseIterable {
    case id, name, population, households, age, gated, kind, code, classes, places, of, access
    case floorArea = "floor_area"
    case siteArea = "site_area"
    case bridge, tunnel
    case wayLayer = "way_layer"

    /// Column names that are understood without being told, the first found wins; compared without case.
    public var aliases: [String] {
        switch self {
        case .id: ["id", "编号", "fid_1", "编码", "代码", "osm_id", "poi_id", "poiid", "uid"]
        case .name: ["name", "名称", "小区名称", "设施名称", "社区名称", "poi_name", "poi名称"]
        case .population: ["population", "人口", "人口数", "常住人口", "居住人口", "pop"]
        case .households: ["households", "户数", "总户数", "居民户数"]
        case .age: ["community_age", "age", "社区类型", "建成类型", "新旧"]
        case .gated: ["gated", "封闭", "是否封闭", "封闭小区"]
        case .kind: ["kind", "类型", "设施类型", "配置内容", "类别"]
        case .code: ["typecode", "type_code", "类型编码", "类型代码", "分类编码", "分类代码"]
        case .classes: ["classes", "班数", "班级数"]
        case .places: ["places", "托位数", "学位数", "床位数"]
        case .of: ["block_id", "小区编号", "街坊编号"]
        case .access: ["access", "通行", "通行限制"]
        case .floorArea: ["floor_area", "建筑面积"]
        case .siteArea: ["site_area", "占地面积", "用地面积"]
        case .bridge: ["bridge", "桥梁", "桥"]
        case .tunnel: ["tunnel", "隧道", "地道"]
        case .wayLayer: ["layer", "层级"]
        }
    }
}

/// Where the kinds of a layer's facilities come from; the raw value is the word in project files.
public enum KindSource: String, CaseIterable, Hashable, Sendable {
    /// A column says the kind.
    case column
    /// Amap's type codes, in a column, and names.
    case amap
    /// OpenStreetMap's tags, one a column or together in `other_tags`, and names.
    case osm
}

/// A vector layer and which of its columns is what.
public struct LayerInput: Hashable, Sendable {
    /// The file and the layer in it.
    public var source: VectorSource
    /// Columns named by the user; other roles go by their aliases.
    public var columns: [FieldRole: String]
    /// What its longitudes and latitudes mean; nil when nobody said, and then WGS 84 is taken and doubted.
    public var datum: OffsetDatum?
    /// Where the kinds of facilities come from.
    public var kinds: KindSource

    /// A layer with the columns that the user named.
    public init(
        _ source: VectorSource, columns: [FieldRole: String] = [:], datum: OffsetDatum? = nil,
        kinds: KindSource = .column
    ) {
        self.source = source
        self.columns = columns
        self.datum = datum
        self.kinds = kinds
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

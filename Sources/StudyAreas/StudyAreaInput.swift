public import OpenStreetMap
public import Standards
import VectorFiles

/// Which files make up a study area, and how to take them: a project file's content, or the options'.
public struct StudyAreaInput: Sendable {
    /// What to call the place.
    public var name: String?
    /// The plane to compute in.
    public var plane = PlaneChoice.automatic
    /// Residential blocks.
    public var blocks: LayerInput?
    /// Entrances of blocks.
    public var entrances: LayerInput?
    /// Facilities, one layer or several.
    public var facilities: [LayerInput] = []
    /// Walkable ways.
    public var network: LayerInput?
    /// More layers of walkable ways, which make one network with the first.
    public var moreNetworks: [LayerInput] = []
    /// Which ways of OpenStreetMap files can be walked.
    public var footProfile = FootProfile.default
    /// Whether what maps have besides ways is kept, to be passed on with them.
    public var keepsMapLayers = false
    /// What no straight leg may cross.
    public var barriers: LayerInput?
    /// What results are summed by.
    public var units: LayerInput?
    /// The land within which the data is complete.
    public var boundary: LayerInput?
    /// Which kinds were looked for.
    public var surveyed = Surveyed.asFound

    /// An empty input.
    public init() {}

    /// Every layer that was given, with the name of its role.
    public var layers: [(role: String, layer: LayerInput)] {
        let single =
            [("blocks", blocks), ("entrances", entrances), ("network", network)]
            + moreNetworks.map { ("network", $0) } + [
                ("barriers", barriers), ("units", units), ("boundary", boundary),
            ]
        let maps = ([network] + moreNetworks).compactMap(\.self).filter { keepsMapLayers && $0.source.isMap }
            .map { LayerInput(VectorSource(path: $0.source.path)) }
        let kept = maps.flatMap { [(KeptLayer.entrances, $0), ("barriers", $0)] }
        return kept + single.compactMap { role, layer in layer.map { (role, $0) } }
            + facilities.map { ("facilities", $0) }
    }
}

/// The plane in which everything is computed.
public enum PlaneChoice: Hashable, Sendable {
    /// The CGCS2000 three-degree zone of the data inside China, its UTM zone elsewhere.
    case automatic
    /// A local grid: coordinates are metres as they are.
    case local
    /// A coordinate system by name or definition.
    case named(String)

    /// From the value of `--crs`.
    public init(option: String) {
        self = option == "local" ? .local : .named(option)
    }
}

/// Which kinds of facility were looked for: what is absent from the data is only then a gap.
public enum Surveyed: Hashable, Sendable {
    /// Only kinds with a record in the data.
    case asFound
    /// Every kind of the standard.
    case all
    /// These kinds (ids), and those with a record in the data.
    case kinds(Set<String>)

    /// Whether absence of `kind` from the data says something.
    public func includes(_ kind: String) -> Bool {
        switch self {
        case .asFound: false
        case .all: true
        case .kinds(let kinds): kinds.contains(kind)
        }
    }
}

/// How walks end at facilities.
public enum FacilityAccess: String, Sendable, CaseIterable {
    /// Entrances when known, the boundary for open spaces, else the interior point.
    case automatic
    /// Always the interior point.
    case point
    /// Entrances when known, else the interior point.
    case entrances
    /// The boundary of every polygon.
    case boundary
}

/// How facilities are sorted into kinds.
public enum KindReading: Sendable {
    /// By the catalogue: ids, names as printed, aliases.
    case catalogue(FacilityKindCatalogue)
    /// By the column's value as it stands.
    case asWritten
    /// By the column's value as it stands; where there is none, of no kind, whose name is empty.
    case asWrittenIfAny
    /// All of one kind, whatever the columns say.
    case all(FacilityKind)
}

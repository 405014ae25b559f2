/// Something about the input a planner should know: a place that was left out, mended or doubted, by name.
///
/// A value, not an error: the run goes on, and every finding is listed in `findings.csv`. The sentence is made
/// from `code` and `arguments` by the report's catalogue, so a finding has no language.
public struct Finding: Hashable, Sendable {
    /// What kind of thing was found.
    public let code: Code
    /// The layer, by the name of its role: `blocks`, `facilities`, `network`, …
    public let layer: String
    /// The id of the feature, or `#12` for the twelfth; empty when the whole layer is meant.
    public let feature: String
    /// What the sentence needs to be concrete.
    public let arguments: [String]
    /// The residents concerned, when known.
    public let population: Double?

    /// A finding from its parts.
    public init(
        _ code: Code, layer: String, feature: String = "", arguments: [String] = [],
        population: Double? = nil
    ) {
        self.code = code
        self.layer = layer
        self.feature = feature
        self.arguments = arguments
        self.population = population
    }

    /// How much a finding matters.
    public enum Severity: String, Sendable, CaseIterable {
        /// Good to know.
        case info
        /// Taken into account, but mended, doubted or unassessed.
        case warning
        /// Left out.
        case error
    }

    /// What can be found; the raw values are stable names that scripts may look for.
    public enum Code: String, Sendable, CaseIterable {
        // Left out
        case geometryMissing = "geometry_missing"
        case geometryEmpty = "geometry_empty"
        case geometryNotFinite = "geometry_not_finite"
        case geometryUnsupported = "geometry_unsupported"
        case geometryMalformed = "geometry_malformed"
        case geometryUnrepairable = "geometry_unrepairable"
        case outsideTheGlobe = "outside_the_globe"
        case notTransformable = "not_transformable"
        case kindMissing = "kind_missing"
        case kindUnknown = "kind_unknown"
        case entranceWithoutBlock = "entrance_without_block"
        // Left out by a classifier
        case placeLeftOut = "place_left_out"
        case placeUnclear = "place_unclear"
        // Mended or doubted
        case geometryRepaired = "geometry_repaired"
        case idMissing = "id_missing"
        case idDuplicate = "id_duplicate"
        case notANumber = "not_a_number"
        case negativeNumber = "negative_number"
        case notUnderstood = "value_not_understood"
        case readerNote = "reader_note"
        case kindDoubtful = "kind_doubtful"
        case datumSuspected = "datum_suspected"
        case outlinesCrossed = "outlines_crossed"
        case datumUndeclared = "datum_undeclared"
        case referenceUnknown = "reference_unknown"
        case datumShift = "datum_shift"
        case drawingScaled = "drawing_scaled"
        case drawingUnitDoubtful = "drawing_unit_doubtful"
        // Not assessable or doubtful on the ground
        case blockOffNetwork = "block_off_network"
        case blockBehindBarrier = "block_behind_barrier"
        case facilityOffNetwork = "facility_off_network"
        case facilityBehindBarrier = "facility_behind_barrier"
        case blockOnIsland = "block_on_island"
        case facilityOnIsland = "facility_on_island"
        case blockOutsideUnits = "block_outside_units"
        case longSegment = "long_segment"
        case parksOverlap = "parks_overlap"
        case noGateKnown = "no_gate_known"
        case nearDataEdge = "near_data_edge"
        // Good to know
        case idsGenerated = "ids_generated"
        case populationUnknown = "population_unknown"
        case populationColumnMissing = "population_column_missing"
        case sizeUnknown = "size_unknown"
        case kindNotSurveyed = "kind_not_surveyed"
        case kindNotJudged = "kind_not_judged"
        case tooManyClasses = "too_many_classes"
        case zeroLengthSegments = "zero_length_segments"
        case duplicateSegments = "duplicate_segments"
        case verticesJoined = "vertices_joined"
        case gatesDerived = "gates_derived"
        case waysClosed = "ways_closed"
        case waysPrivate = "ways_private"
        case mapWays = "map_ways"
        case otherKinds = "other_kinds"
        case mapLeftOut = "map_left_out"
        case mapWayCut = "map_way_cut"
        case mapNodeMoved = "map_node_moved"
        case mapWalkedAround = "map_walked_around"
        case mapEdge = "map_edge"
        case entrancesByPosition = "entrances_by_position"
        case networkPieces = "network_pieces"
        case referenceAssumed = "reference_assumed"
        case planeChosen = "plane_chosen"
        case planarOutput = "planar_output"
        case placesTaken = "places_taken"
        case datumUndone = "datum_undone"
        case textEncoding = "text_encoding"
        case outlinesTaken = "outlines_taken"
        case coordinateColumn = "coordinate_column"
        case draftStandard = "draft_standard"
        case servedByBundle = "served_by_bundle"
        case servedByNeighbours = "served_by_neighbours"
        case substituteAllowed = "substitute_allowed"
        case ageUnknown = "age_unknown"
        case figureOverridden = "figure_overridden"

        /// How much it matters.
        public var severity: Severity {
            switch self {
            case .geometryMissing, .geometryEmpty, .geometryNotFinite, .geometryUnsupported,
                .geometryMalformed, .geometryUnrepairable, .outsideTheGlobe, .notTransformable,
                .kindMissing, .kindUnknown, .entranceWithoutBlock:
                .error
            case .geometryRepaired, .idMissing, .idDuplicate, .notANumber, .negativeNumber,
                .notUnderstood, .readerNote, .blockOffNetwork, .blockBehindBarrier,
                .facilityOffNetwork, .facilityBehindBarrier, .blockOnIsland, .facilityOnIsland,
                .blockOutsideUnits, .longSegment, .parksOverlap, .noGateKnown, .placeUnclear,
                .kindDoubtful, .datumSuspected, .outlinesCrossed, .datumUndeclared, .nearDataEdge,
                .referenceUnknown, .datumShift, .drawingScaled, .drawingUnitDoubtful:
                .warning
            default: .info
            }
        }

        /// Whether it puts the place of a whole layer in doubt: every figure rests on that, so it is to be said where
        /// other findings are only counted.
        public var doubtsLayer: Bool {
            switch self {
            case .datumSuspected, .datumUndeclared, .datumShift, .referenceUnknown, .drawingUnitDoubtful: true
            default: false
            }
        }

        /// Whether the feature found is not in use.
        public var leavesOut: Bool {
            severity == .error || self == .placeLeftOut || self == .placeUnclear
        }

        /// Whether the data itself is at fault, so that `--strict` refuses it; how a sound place lies to the
        /// network is no fault of the data.
        public var isDefect: Bool {
            switch self {
            case .geometryRepaired, .idMissing, .idDuplicate, .notANumber, .negativeNumber,
                .notUnderstood, .readerNote, .drawingUnitDoubtful:
                true
            default: severity == .error
            }
        }
    }
}

public import Geometry
public import Standards

/// A place of map data with what became of it: a facility of a kind, or left out for a reason.
public struct ClassifiedPlace: Sendable {
    /// The id, unique among the places of one import; the record's own as far as it is.
    public var id: String
    /// The name, when it has one.
    public var name: String?
    /// On WGS 84; nil when the record has none that can be used.
    public var shape: Shape?
    /// What it is.
    public var outcome: PlaceOutcome
    /// Why a classifier leaves it out, for people; nil for a facility.
    public var explanation: BilingualText?
    /// What keeps it from having a shape; nil when it has one.
    public var defect: Finding?
    /// Codes or tags that decided, or the kind as written, for whoever checks it; empty when there are none.
    public var evidence: String
    /// The area of a surface in m² of the ground; nil for points and lines.
    public var area: Double?
    /// Floor area (建筑面积) in m² where the record says one.
    public var floorArea: Double?
    /// Site area (占地面积) in m² where the record says one.
    public var siteArea: Double?
    /// The file it comes from.
    public var source: String

    /// The kind, when it is a facility.
    public var kind: FacilityKind.ID? {
        if case .kind(let kind, _, _) = outcome { kind } else { nil }
    }
}

extension PlaceSorter {
    /// A place from its parts: what any reader of map data needs to call.
    ///
    /// - Parameters:
    ///   - id: The record's id.
    ///   - name: Its name, if it has one.
    ///   - kind: The kind that somebody wrote down, if anybody did.
    ///   - codes: Its codes, each of six digits.
    ///   - tags: Its tags.
    ///   - shape: On WGS 84; nil when the record has none that can be used.
    ///   - source: The file.
    ///   - ground: Measures surfaces; one for many places.
    public func place(
        id: String, name: String?, kind: String? = nil, codes: [String] = [], tags: [String: String] = [:],
        shape: Shape?, source: String, ground: inout GroundArea
    ) -> ClassifiedPlace {
        let outcome = outcome(kind: kind, codes: codes, tags: tags, name: name)
        let telling = tags.filter { PlaceClassifier.osm.keys.contains($0.key) }
            .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let evidence = kind ?? (codes.isEmpty ? telling.joined(separator: " ") : codes.joined(separator: "|"))
        return ClassifiedPlace(
            id: id, name: name, shape: shape, outcome: outcome, explanation: explanation(of: outcome),
            evidence: evidence, area: shape.flatMap { ground.squareMetres(of: $0) }, source: source)
    }

    /// Why an outcome leaves a place out; nil when it does not.
    private func explanation(of outcome: PlaceOutcome) -> BilingualText? {
        guard case .leftOut(let reason, _) = outcome else { return nil }
        return self.reason(id: reason).text
    }
}

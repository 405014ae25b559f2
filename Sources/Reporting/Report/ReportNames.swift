import Foundation
import Standards
import VectorFiles

/// What a report calls requirements and kinds, in both languages, and where the document says them.
///
/// Result files carry Chinese titles alone; the rest comes from the standard, bundled or in the file it was read
/// from, as far as that is still the same.
struct ReportNames {
    private let requirements: [String: FacilityRequirement]
    private let standardTitleEn: String?

    init(_ content: ResultContent) {
        let standard = ReportNames.standard(content)
        let list = standard?.requirements ?? []
        requirements = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
        standardTitleEn = standard?.titleEn
    }

    private static func standard(_ content: ResultContent) -> FacilityStandard? {
        let wanted = content.summary.standard
        if let input = content.manifest.inputs.first(where: { $0.role == "standard" }) {
            guard (try? FileDigest.sha256(of: input.path)) == input.sha256,
                let data = FileManager.default.contents(atPath: input.path),
                let text = String(data: data, encoding: .utf8)
            else { return nil }
            return try? StandardDecoder.decode(text: text, file: input.path)
        }
        guard let bundled = try? BundledStandards.standard(id: wanted.id), bundled.version == wanted.version
        else { return nil }
        return bundled
    }

    /// The standard's title in English; nil when only the Chinese one is known.
    var titleEn: String? { standardTitleEn }

    func json(of requirement: ResultSummary.Requirement) -> [(key: String, value: JSONValue)] {
        let known = requirements[requirement.requirement_id]
        let kind = FacilityKindCatalogue.bundled.kind(id: requirement.kind)
        let name = kind?.title ?? requirement.title
        return [
            ("title", pair(requirement.title, known?.titleEn ?? kind?.titleEn ?? requirement.title)),
            ("name", pair(name, kind?.titleEn ?? known?.titleEn ?? requirement.title)),
            ("place", JSONValue(known?.citation.place)), ("quote", JSONValue(known?.citation.quote)),
            ("floor", size(known, \.floorAreaM2)), ("site", size(known, \.siteAreaM2)),
        ]
    }

    private func size(
        _ requirement: FacilityRequirement?, _ area: KeyPath<MinimumSize, Double?> & Sendable
    ) -> JSONValue {
        guard let minimum = requirement?.minimum else { return .null }
        let wording = SizeWording(area)
        return pair(wording.text(minimum, .zh), wording.text(minimum, .en))
    }

    private func pair(_ zh: String, _ en: String) -> JSONValue {
        .object([("zh", .string(zh)), ("en", .string(en))])
    }

    /// The names of these kinds, by id.
    static func kinds(_ ids: [String]) -> JSONValue {
        .object(
            Set(ids).sorted().map { id in
                let kind = FacilityKindCatalogue.bundled.kind(id: id)
                let names: JSONValue = .object([
                    ("zh", .string(kind?.title ?? id)), ("en", .string(kind?.titleEn ?? id)),
                ])
                return (key: id, value: names)
            })
    }
}

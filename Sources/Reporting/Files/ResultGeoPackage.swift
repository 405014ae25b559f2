import GapAnalysis
import Geometry
import Projections
import Standards
import StudyAreas
import VectorFiles

/// `results.gpkg`: every layer in the plane of the analysis, styled, with columns called by their Chinese names.
struct ResultGeoPackage {
    private let audit: Audit

    init(_ audit: Audit) { self.audit = audit }

    func write(to file: StagedFile) throws {
        try GeoPackageWriter.write(AuditLayers(audit).all.flatMap(layers), to: file)
    }

    private func layers(of table: ResultTable) -> [LayerContent] {
        let (wording, styles) = (table.name.wording, ResultStyles(audit: audit))
        var layer = table.layer(reference: audit.area.plane.reference?.definition)
        layer.title = wording.zh + (audit.standard.draft ? "（征求意见稿）" : "")
        layer.note = wording.en + (audit.standard.draft ? " (draft)" : "")
        // A shape stands here as often as its block has gaps; those of blocks and verdicts can be found by place.
        layer.hasSpatialIndex = table.name != .gaps
        return layer.byFamily.map { family, part in
            var part = part
            part.styles = styles.styles(of: table, family: family)
            return part
        }
    }
}

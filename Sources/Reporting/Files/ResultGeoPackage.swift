import Projections
import StudyAreas
import VectorFiles

/// `results.gpkg`: every layer in the plane of the run, styled, with columns called by their Chinese names.
struct ResultGeoPackage {
    let content: StyledResults

    func write(to file: StagedFile) throws {
        try GeoPackageWriter.write(content.layers.flatMap(layers), to: file)
    }

    private func layers(of styled: StyledLayer) -> [LayerContent] {
        let (table, wording) = (styled.table, styled.table.name.wording)
        var layer = table.layer(reference: content.plane.reference?.definition)
        layer.title = wording.zh + (content.isDraft ? "（征求意见稿）" : "")
        layer.note = wording.en + (content.isDraft ? " (draft)" : "")
        // A shape stands here as often as its block has gaps; those of blocks and verdicts can be found by place.
        layer.hasSpatialIndex = table.name != .gaps
        return layer.byFamily.map { family, part in
            var part = part
            part.styles = styled.styles(for: family)
            return part
        }
    }
}

import Standards

extension FacilityStandard {
    /// What marks the names of layers that a draft has judged; empty for a standard in force.
    var layerMark: String { draft ? " (draft 征求意见稿)" : "" }

    /// The title, which says of a draft that it is one.
    func markedTitle(_ language: Language) -> String {
        language.pick(en: titleEn, zh: title) + (draft ? language.pick(en: " (draft)", zh: "（征求意见稿）") : "")
    }
}

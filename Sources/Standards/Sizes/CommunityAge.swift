/// How old a community is (社区类型): some documents ask for other sizes in new quarters than in old ones; the
/// raw value is the name in files.
public enum CommunityAge: String, Sendable, Hashable, CaseIterable {
    /// 新建: still to be built, or being built.
    case newBuilt = "new"
    /// 既有: built, but not old.
    case existing
    /// 老旧: built long ago, by the document's own date.
    case old
}

/// Whom a way is open to, by a number: everybody, or those who start or end their walk where it belongs to.
public enum Compound {
    /// Open to everybody.
    public static let none: Int32 = -1
    /// Private by its own attributes, of a compound whose extent is not known: all such ways that hang together
    /// are of one. Any place may join it.
    public static let unnamed: Int32 = -2
    // From 0 on: a compound whose extent is known; only places inside may join its ways.
}

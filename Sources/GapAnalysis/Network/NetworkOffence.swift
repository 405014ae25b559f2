public import Standards

/// A place where the network is not what it should be.
public struct NetworkOffence: Sendable {
    /// What the place is.
    public enum Place: Hashable, Sendable {
        /// A place in the audit's links.
        case link(Int)
        /// A place in the audit's dead ends.
        case deadEnd(Int)
        /// A place in the audit's street blocks.
        case streetBlock(Int)
        /// A place in the audit's closed compounds.
        case compound(Int)
    }

    /// What the place is.
    public let place: Place
    /// The unit it counts in, a place in the audit's units.
    public let unit: Int
    /// Its size: metres of a link, of a dead end's way back or of a compound's longer side, hectares of a street
    /// block.
    public let figure: Double
    /// The most that is allowed; nil for dead ends.
    public let limit: Double?
    /// The requirement that is missed, with the largest figure when there are several; nil for dead ends.
    public let requirement: NetworkRequirement?
}

extension NetworkRequirement {
    /// The largest junction spacing where one of `scopes` holds; nil when it asks for something else.
    func maximumSpacing(in scopes: Set<NetworkScope>) -> Double? {
        let rules = [JunctionSpacingRule.id, JunctionLimitRule.id]
        return scopes.contains(scope) && rules.contains(figure.rule) ? figure.maximum : nil
    }

    /// The largest street block in hectares; nil when it asks for something else.
    var maximumHectares: Double? {
        figure.rule == StreetBlockRule.id ? figure.maximum : nil
    }

    /// The longest closed side; nil when it asks for something else.
    var maximumSide: Double? {
        figure.rule == ClosedSideRule.id ? figure.maximum : nil
    }
}

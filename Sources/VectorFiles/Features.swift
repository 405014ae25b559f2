public import Geometry

/// The features of a table in file order; where they were read as columns each is made when it is asked for.
public struct Features: RandomAccessCollection, Sendable {
    private var held: Held

    private enum Held {
        case made([Feature])
        case columns(FeatureColumns)
    }

    init(_ features: [Feature]) { held = .made(features) }

    init(_ columns: FeatureColumns) { held = .columns(columns) }

    /// 0.
    public var startIndex: Int { 0 }

    /// The number of features.
    public var endIndex: Int {
        switch held {
        case .made(let features): features.count
        case .columns(let columns): columns.count
        }
    }

    /// The feature at a place from 0, which is one below its number where the whole file was taken.
    public subscript(place: Int) -> Feature {
        switch held {
        case .made(let features): features[place]
        case .columns(let columns): Feature(row: place, of: columns)
        }
    }

    /// The shapes alone, in file order, which is far cheaper than asking each feature; nil for features that have none.
    public var shapes: ShapeColumn {
        switch held {
        case .made(let features): ShapeColumn(features.lazy.map(\.shape))
        case .columns(let columns):
            columns.shapes ?? ShapeColumn(repeatElement(nil, count: columns.count))
        }
    }

    mutating func dropShapes() {
        switch held {
        case .made(var features):
            // Else there were two of the list, and dropping would copy it.
            held = .made([])
            for place in features.indices { features[place].dropShape() }
            held = .made(features)
        case .columns(let columns): held = .columns(columns.withoutShapes)
        }
    }

    /// The places of features from whose shapes something was left out, ascending.
    public var mended: [Int] {
        switch held {
        case .made(let features): features.indices.filter { features[$0].mend != nil }
        case .columns(let columns): columns.mends.keys.sorted()
        }
    }
}

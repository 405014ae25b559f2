import Geometry
import Standards
import StudyAreas

/// A facility outside the block's unit counts, and it is said that it does (周边已配套，核减).
///
/// Only under a document that speaks of it, and where units were given. A facility is in a unit when one of its
/// entrances is, an open space when its ground touches the unit.
/// Source: Chongqing's draft of 2024, 一、（四）2.: 周边社区单元已配套相关设施并满足服务半径内的，本社区单元可做相应核减.
struct NeighbourRemark: RemarkRule {
    /// By facility: the units it is in; empty when the document says nothing of neighbours.
    private let units: [Set<Int>]

    var reason: (remark: Remarks, reason: Reason)? { (.inNeighbouringUnit, .inNeighbouringUnit) }

    init(_ area: StudyArea, _ standard: FacilityStandard) throws {
        units = standard.neighbouringProvision == nil ? [] : try FacilityUnits(of: area).units
    }

    func remarks(on assessment: Assessment, ofBlock block: Int, _ context: RemarkContext) -> Remarks {
        guard !units.isEmpty, let own = context.area.blocks[block].unit,
            let facility = context.serving(assessment)
        else { return [] }
        return units[facility].contains(own) ? [] : .inNeighbouringUnit
    }

    func findings(_ assessments: [Assessment], _ context: RemarkContext) -> [Finding] {
        let (blocks, population) = context.count(.inNeighbouringUnit, assessments)
        guard blocks > 0 else { return [] }
        return [
            Finding(
                .servedByNeighbours, layer: "blocks",
                arguments: [context.requirement.title, context.requirement.titleEn, "\(blocks)"],
                population: population)
        ]
    }
}

/// In which units facilities are.
struct FacilityUnits {
    /// By facility: places in the area's units; empty where it is in none.
    let units: [Set<Int>]

    init(of area: StudyArea) throws {
        guard !area.units.isEmpty else {
            units = area.facilities.map { _ in [] }
            return
        }
        let context = GEOSContext()
        let locator = try SurfaceLocator(area.units.map(\.shape.polygons), context)
        var scratch = SpatialIndex.Scratch()
        units = try area.facilities.map { facility in
            switch facility.access {
            case .entrances(let entrances):
                return try entrances.reduce(into: []) {
                    $0.formUnion(try locator.surfaces(over: $1, &scratch))
                }
            case .boundary:
                return try Self.units(touching: facility.shape.polygons, in: area, context)
            }
        }
    }

    private static func units(
        touching polygons: [Polygon], in area: StudyArea, _ context: GEOSContext
    ) throws -> Set<Int> {
        let touching = try area.units.indices.filter { unit in
            try !context.intersection(polygons, area.units[unit].shape.polygons).isEmpty
        }
        return Set(touching)
    }
}

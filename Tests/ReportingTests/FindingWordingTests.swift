import StudyAreas
import Testing

@testable import Reporting

/// Every finding can be told in both languages, by its own sentence.
@Suite struct FindingWordingTests {
    /// How many arguments the loaders give each code.
    private static func argumentCount(_ code: Finding.Code) -> Int {
        switch code {
        case .kindMissing, .idMissing, .blockOutsideUnits, .populationUnknown, .planarOutput: 0
        case .geometryMissing, .geometryEmpty, .geometryNotFinite, .notTransformable, .entranceWithoutBlock,
            .idDuplicate, .blockOffNetwork, .blockBehindBarrier, .facilityOffNetwork, .facilityBehindBarrier,
            .blockOnIsland, .facilityOnIsland, .idsGenerated, .populationColumnMissing,
            .zeroLengthSegments, .duplicateSegments, .draftStandard, .longSegment, .datumUndeclared:
            1
        case .geometryUnsupported, .geometryMalformed, .geometryUnrepairable, .kindUnknown, .geometryRepaired,
            .notANumber, .negativeNumber, .notUnderstood, .readerNote, .kindNotSurveyed, .tooManyClasses,
            .verticesJoined, .parksOverlap, .referenceAssumed, .planeChosen, .textEncoding, .datumUndone,
            .outlinesTaken, .coordinateColumn:
            2
        case .gatesDerived, .waysClosed, .waysPrivate, .mapNodeMoved, .mapWalkedAround: 1
        case .mapWayCut, .mapEdge: 2
        case .mapLeftOut, .entrancesByPosition: 3
        case .mapWays: 5
        case .otherKinds: 4
        case .noGateKnown: 0
        case .referenceUnknown, .datumShift: 3
        case .outsideTheGlobe, .nearDataEdge, .kindNotJudged, .networkPieces, .placeLeftOut, .placeUnclear,
            .kindDoubtful, .drawingUnitDoubtful:
            3
        case .sizeUnknown, .drawingScaled: 4
        case .datumSuspected, .outlinesCrossed: 5
        case .placesTaken: 6
        case .servedByNeighbours, .ageUnknown: 3
        case .servedByBundle: 4
        case .substituteAllowed, .figureOverridden: 5
        }
    }

    private static func wording(_ code: Finding.Code) -> Wording {
        let arguments = (0..<argumentCount(code)).map { "⟦\($0)⟧" }
        return Finding(code, layer: "blocks", feature: "B1", arguments: arguments).wording
    }

    @Test(arguments: Finding.Code.allCases)
    func bothLanguagesHaveASentence(_ code: Finding.Code) {
        let wording = Self.wording(code)
        #expect(wording.en.count > 5)
        #expect(wording.zh.unicodeScalars.contains { $0.properties.isIdeographic }, "no Han: \(wording.zh)")
        #expect(!wording.en.unicodeScalars.contains { $0.properties.isIdeographic }, "Han: \(wording.en)")
        #expect(!wording.both.contains("\n"))
        #expect(wording.text(.en) == wording.en && wording.text(.zh) == wording.zh)
    }

    /// A kind may be named in each language by the name it has there, so one of the two is enough.
    @Test(arguments: Finding.Code.allCases)
    func everyArgumentIsSaid(_ code: Finding.Code) {
        let wording = Self.wording(code)
        for place in 0..<Self.argumentCount(code) {
            #expect(wording.both.contains("⟦\(place)⟧"), "argument \(place) is lost in: \(wording.both)")
        }
        #expect(!wording.both.contains("()") && !wording.both.contains("（）"))
    }

    @Test func noTwoCodesShareASentence() {
        for language in Language.allCases {
            var owner: [String: Finding.Code] = [:]
            for code in Finding.Code.allCases {
                let text = Self.wording(code).text(language)
                #expect(owner[text] == nil, "\(code) and \(owner[text]?.rawValue ?? "") both say: \(text)")
                owner[text] = code
            }
        }
    }

    /// A finding with fewer arguments than its sentence has places is told all the same.
    @Test(arguments: Finding.Code.allCases)
    func missingArgumentsAreNoTrap(_ code: Finding.Code) {
        #expect(!Finding(code, layer: "blocks").wording.en.isEmpty)
    }

    /// What was left out or mended comes with what to do about it.
    @Test(arguments: Finding.Code.allCases.filter { $0.severity == .error })
    func exclusionsSayWhatToDo(_ code: Finding.Code) {
        let wording = Self.wording(code)
        #expect(wording.zh.contains("请") || code == .kindUnknown)
        #expect(wording.en.contains(";"))
    }

    @Test func severitiesHaveNames() {
        let names = Finding.Severity.allCases.map(\.wording)
        #expect(Set(names.map(\.en)).count == names.count && Set(names.map(\.zh)).count == names.count)
    }
}

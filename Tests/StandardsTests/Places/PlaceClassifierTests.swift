import Standards
import Testing

@Suite("Classifiers of places")
struct PlaceClassifierTests {
    /// `kind`, or `-reason`.
    static func word(_ outcome: PlaceOutcome) -> String {
        switch outcome {
        case .kind(let kind, _, _): kind
        case .leftOut(let reason, _): "-\(reason)"
        }
    }

    static let amapPlaces: [(String, String, String)] = [
        ("090601", "益丰大药房(现代店)", "pharmacy"), ("90601", "益丰大药房", "pharmacy"),
        ("090300", "李氏口腔诊所", "clinic"), ("090300", "金鸡湖社区卫生服务站", "health_station"),
        ("090100", "娄葑街道社区卫生服务中心", "health_centre"), ("090102", "斜塘卫生院", "health_centre"),
        ("090102", "斜塘分院", "health_centre"), ("090101", "苏州大学附属第一医院", "hospital"),
        ("090101", "苏州大学附属第一医院-急诊", "-part_of_another"), ("090201", "某某医院", "-cosmetic_clinic"),
        ("090300", "社区卫生服务站（暂停营业）", "-not_in_use"), ("090701", "瑞鹏宠物医院", "-no_rule"),
        ("141204", "星海幼儿园", "kindergarten"), ("141204", "红黄蓝早教中心", "training_institution"),
        ("141204", "彩虹屋", "kindergarten"), ("141203", "平江实验学校", "-ambiguous_school"),
        ("141203", "平江实验小学", "primary_school"), ("141202", "苏州大学附属小学", "primary_school"),
        ("141202", "立达初级中学", "junior_secondary_school"), ("141202", "草桥中学", "-ambiguous_school"),
        ("141202", "第三高级中学", "senior_secondary_school"), ("141202", "星湾九年一贯制学校", "-several_levels"),
        ("141202|141203", "星洋学校", "-ambiguous_school"), ("141207", "星海小学食堂", "-part_of_another"),
        ("141400", "新东方小学部", "training_institution"), ("141205", "娄江社区学校", "community_school"),
        ("060703", "莲花农副产品市场", "fresh_market"), ("060700", "葑门横街菜市场", "fresh_market"),
        ("060700", "某某综合市场", "-ambiguous_market"), ("060701", "小商品城", "-not_food_market"),
        ("060411", "永辉超市", "fresh_market"), ("060400", "好又多便利超市", "convenience_store"),
        ("060200", "罗森", "convenience_store"), ("060100", "圆融星座", "shopping_centre"),
        ("120302", "中海湖滨一号", "-residential"), ("120302|190301", "中海湖滨一号", "-residential"),
        ("991401", "中海湖滨一号(南门)", "-entrance"), ("150700", "养老院(公交站)", "bus_stop"),
        ("150501", "东方之门地铁站1口", "rail_station"), ("150904", "社区卫生服务中心停车场", "parking"),
        ("150905", "某小区停车场", "-private_parking"), ("200300", "中央公园公共厕所", "public_toilet"),
        ("110101", "白塘生态植物园", "pocket_park"), ("110101", "中央公园(北门)", "-part_of_another"),
        ("110106", "中央公园音乐喷泉", "-part_of_another"), ("110105", "湖西文体广场", "cultural_plaza"),
        ("110105", "世纪广场", "square"), ("130106", "新城社区居委会", "community_service_centre"),
        ("130106", "新城社区党群服务中心", "party_service_centre"), ("130106", "某村", "-ambiguous_office"),
        ("130501", "胜浦派出所", "police_station"), ("130501", "出入境管理", "-office"),
        ("080108", "健身苑", "outdoor_fitness"), ("080104", "篮球公园", "ball_court"),
        ("080100", "某运动馆", "-ambiguous_sports"), ("140500", "独墅湖图书馆", "library"),
        ("140800", "胜浦文化站", "cultural_activity_station"), ("120304", "东沙湖邻里中心", "community_service_centre"),
        ("130400", "湖东日间照料中心", "elderly_day_care"), ("170200", "湖东日间照料科技有限公司", "-company"),
        ("120000", "九如城养老院", "care_home"), ("072000", "小脚丫托育园", "nursery"),
        ("050100", "新加花园社区食堂", "community_canteen"), ("050100", "松鹤楼", "restaurant"),
        ("070500", "菜鸟驿站", "parcel_station"), ("", "无名", "-no_code"), ("", "湖东日间照料中心", "elderly_day_care"),
        ("010100", "中国石化", "-no_rule"), ("1234567", "x", "-no_code"), ("abc", "x", "-no_code"),
    ]

    @Test(arguments: amapPlaces)
    func amap(codes: String, name: String, expected: String) {
        let outcome = PlaceClassifier.amap.outcome(
            codes: PlaceClassifier.codes(in: codes), tags: [:], name: name)
        #expect(Self.word(outcome) == expected)
    }

    static let osmPlaces: [(String, String?, String)] = [
        ("amenity=clinic", "金鸡湖社区卫生服务站", "health_station"), ("amenity=clinic", nil, "clinic"),
        ("amenity=hospital", "娄葑社区卫生服务中心", "health_centre"),
        ("amenity=clinic;doctors", nil, "clinic"), ("healthcare=centre", nil, "clinic"),
        ("amenity=school", "星海小学", "primary_school"),
        ("amenity=school", "星海学校", "-ambiguous_school"),
        ("amenity=school|isced:level=1", nil, "primary_school"),
        ("amenity=school|isced:level=2", nil, "junior_secondary_school"),
        ("amenity=school|isced:level=1;2", nil, "-several_levels"),
        ("amenity=school|isced:level=1; 2", "星湾学校", "-several_levels"),
        ("amenity=kindergarten", "Kita", "kindergarten"), ("amenity=childcare", nil, "nursery"),
        ("amenity=social_facility|social_facility=nursing_home", nil, "care_home"),
        ("amenity=social_facility", "湖东日间照料中心", "elderly_day_care"),
        ("amenity=social_facility", nil, "-ambiguous_social_facility"),
        ("amenity=marketplace", nil, "fresh_market"), ("shop=supermarket", "Aldi", "fresh_market"),
        ("shop=convenience", nil, "convenience_store"), ("leisure=pitch", nil, "ball_court"),
        ("leisure=pitch|access=private", nil, "-private"),
        ("leisure=park", nil, "pocket_park"),
        ("leisure=garden|garden:type=residential", nil, "-private"),
        ("highway=pedestrian|area=yes", nil, "square"),
        ("highway=pedestrian", nil, "-no_rule"),
        ("highway=bus_stop|public_transport=stop_position", nil, "bus_stop"),
        ("public_transport=stop_position", nil, "-stop_position"),
        ("railway=subway_entrance", nil, "rail_station"),
        ("railway=station|station=subway", nil, "rail_station"),
        ("barrier=gate", nil, "-entrance"), ("building=yes", nil, "-no_rule"),
        ("amenity=pharmacy|disused=yes", nil, "-not_in_use"),
        ("office=government", "新城社区党群服务中心", "party_service_centre"), ("", nil, "-no_code"),
    ]

    @Test(arguments: osmPlaces)
    func osm(tags: String, name: String?, expected: String) {
        let pairs = tags.split(separator: "|").map { $0.split(separator: "=").map { String($0) } }
        let tags = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
        #expect(Self.word(PlaceClassifier.osm.outcome(codes: [], tags: tags, name: name)) == expected)
    }

    @Test("how a name is typed makes no difference")
    func folding() {
        for name in ["社区卫生服务中心", "社区 卫生 服务中心", "社区\u{3000}卫生服务中心\n", "社区卫生\u{200B}服务-中心"] {
            let outcome = PlaceClassifier.amap.outcome(codes: ["090100"], tags: [:], name: name)
            #expect(outcome == .kind("health_centre", confidence: .high, rule: "health_centre"), "\(name)")
        }
    }

    @Test(
        "no name breaks the classifier",
        arguments: [
            "", " ", "\u{0}", "\u{200B}", "药\u{0301}房", "🏥👨‍👩‍👧‍👦", "|", "090601", "((((((", "=cmd|' /C calc'!A0",
            String(repeating: "卫", count: 100_000), String(repeating: "\u{FDFA}", count: 500),
            "\"; DROP TABLE", "<script>", "\u{202E}院医",
        ])
    func hostileNames(name: String) {
        let outcome = PlaceClassifier.amap.outcome(codes: ["090601"], tags: ["amenity": name], name: name)
        #expect(outcome == .kind("pharmacy", confidence: .high, rule: "pharmacy"))
        #expect(PlaceClassifier.codes(in: name).allSatisfy { $0.utf8.count == 6 })
    }

    @Test("only the beginning of a very long name counts")
    func longNames() {
        let filler = String(repeating: "甲", count: 250)
        let late = PlaceClassifier.amap.outcome(codes: ["090300"], tags: [:], name: filler + "卫生服务站")
        #expect(PlaceClassifierTests.word(late) == "clinic")
        let early = PlaceClassifier.amap.outcome(codes: ["090300"], tags: [:], name: "卫生服务站" + filler)
        #expect(PlaceClassifierTests.word(early) == "health_station")
    }

    @Test("codes are read out of what tables hold")
    func codes() {
        #expect(PlaceClassifier.codes(in: "120302|190301") == ["120302", "190301"])
        #expect(PlaceClassifier.codes(in: " 120302 ; 190301,") == ["120302", "190301"])
        #expect(PlaceClassifier.codes(in: "90601") == ["090601"])
        #expect(PlaceClassifier.codes(in: "类型 090601") == ["090601"])
        #expect(PlaceClassifier.codes(in: "9060|1234567|九") == [])
    }
}

import StrictYAML

extension YAMLError {
    /// The sentence in both languages; the English one is the error's own description.
    var wording: Wording {
        let within = path.isEmpty ? "" : "\(path)："
        return Wording(
            description,
            "\(file):\(line):\(column)：\(within)\(problem.whatInChinese)，\(problem.remedyInChinese)")
    }
}

extension YAMLError.Problem {
    fileprivate var whatInChinese: String {
        switch self {
        case .syntax(let words): "不是有效的 YAML（\(ForeignWords.chinese(words))）"
        case .emptyDocument: "文件没有内容"
        case .severalDocuments: "此处开始了第二个文档"
        case .tooLong(let bytes, let limit): "文件有 \(bytes) 字节，超过 \(limit) 字节"
        case .tooDeep(let limit): "嵌套超过 \(limit) 层"
        case .anchor(let name): "不支持锚点和别名“&\(name)”"
        case .tag(let name): "不支持标签“\(name)”"
        case .unknownKey(let key, _): "未知的键“\(key)”"
        case .missingKey(let key): "缺少键“\(key)”"
        case .duplicateKey(let key): "键“\(key)”重复"
        case .wrongType(let expected, let found):
            "类型不符：应为\(OwnSentences.chinese(expected) ?? expected)，实为\(OwnSentences.chinese(found) ?? found)"
        case .notAllowed(let value, _): "不接受的值“\(value)”"
        case .invalid(let what, _): "内容有误：\(ForeignWords.chinese(what))"
        }
    }

    fileprivate var remedyInChinese: String {
        switch self {
        case .syntax: "请检查此处的缩进、引号和冒号"
        case .emptyDocument: "请写入应有的键"
        case .severalDocuments: "请只保留一个文档并删去“---”行"
        case .tooLong: "请拆分文件或删去无关内容"
        case .tooDeep: "请减少嵌套"
        case .anchor: "请在使用处写出内容，文字请加引号"
        case .tag: "请去掉标签，文字请加引号"
        case .unknownKey(let key, let known): Self.remedy(for: key, among: known, all: "可用的键")
        case .missingKey(let key): "请补充“\(key): …”"
        case .duplicateKey: "请只保留一个"
        case .wrongType(let expected, _): "请写成\(OwnSentences.chinese(expected) ?? expected)"
        case .notAllowed(let value, let allowed): Self.remedy(for: value, among: allowed, all: "可用的值")
        case .invalid(_, let remedy): "请修改：\(ForeignWords.chinese(remedy))"
        }
    }

    private static func remedy(for word: String, among words: [String], all: String) -> String {
        let list = "\(all)：\(words.isEmpty ? "无" : words.joined(separator: "、"))"
        guard let nearest = Spelling.nearest(to: word, among: words, limit: 1).first else { return list }
        return "是否应为“\(nearest)”？（\(list)）"
    }
}

internal import Yams

/// Turns a text into nodes, refusing what a strict document does not have.
struct DocumentComposer {
    let file: String

    /// The only document of the text.
    func compose(_ text: String) throws(YAMLError) -> YAMLNode {
        do {
            // Without rules every scalar stays the text it is: the accessors decide what it may mean. The
            // encoding is named so that the environment cannot choose another.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            // An anchor is known only as long as the parser lives.
            return try withExtendedLifetime(parser) { try onlyDocument(of: parser) }
        } catch let error as YAMLError {
            throw error
        } catch let error as YamlError {
            throw translated(error, text: text)
        } catch {
            throw YAMLError(file: file, line: 1, column: 1, problem: .syntax("\(error)"))
        }
    }

    private func onlyDocument(of parser: Parser) throws -> YAMLNode {
        guard let root = try parser.nextRoot() else {
            throw YAMLError(file: file, line: 1, column: 1, problem: .emptyDocument)
        }
        let node = try strict(root, path: "", depth: 1)
        if let second = try parser.nextRoot() {
            throw failure(.severalDocuments, at: second.mark)
        }
        return node
    }

    /// The node with all that stands under it, in the order of the text, so that the first fault is the one
    /// reported.
    private func strict(_ node: Node, path: String, depth: Int) throws(YAMLError) -> YAMLNode {
        try refuseDecoration(of: node, path: path)
        guard depth <= YAMLNode.deepestNesting || node.scalar != nil else {
            throw failure(.tooDeep(limit: YAMLNode.deepestNesting), at: node.mark, path: path)
        }
        let content = try content(of: node, path: path, depth: depth)
        return YAMLNode(
            file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, path: path,
            content: content)
    }

    private func content(of node: Node, path: String, depth: Int) throws(YAMLError) -> YAMLNode.Content {
        switch node {
        case .scalar(let scalar):
            return .scalar(scalar.string, isPlain: scalar.style == .plain)
        case .sequence(let sequence):
            var nodes: [YAMLNode] = []
            for (index, element) in sequence.enumerated() {
                nodes.append(try strict(element, path: "\(path)[\(index)]", depth: depth + 1))
            }
            return .sequence(nodes)
        case .mapping(let mapping):
            return .mapping(try entries(of: mapping, path: path, depth: depth))
        case .alias:
            throw failure(.anchor("alias"), at: node.mark, path: path)
        }
    }

    private func entries(of mapping: Node.Mapping, path: String, depth: Int) throws(YAMLError) -> [YAMLEntry]
    {
        var entries: [YAMLEntry] = []
        for (keyNode, valueNode) in mapping {
            let key = try text(ofKey: keyNode, path: path)
            let value = try strict(
                valueNode, path: path.isEmpty ? key : "\(path).\(key)", depth: depth + 1)
            entries.append(
                YAMLEntry(
                    key: key, line: keyNode.mark?.line ?? 1, column: keyNode.mark?.column ?? 1, value: value))
        }
        return entries
    }

    private func text(ofKey node: Node, path: String) throws(YAMLError) -> String {
        guard let scalar = node.scalar else {
            let problem = YAMLError.Problem.wrongType(expected: "a text as key", found: "a list or a mapping")
            throw failure(problem, at: node.mark, path: path)
        }
        try refuseDecoration(of: node, path: path, isKey: true)
        return scalar.string
    }

    /// Anchors and tags change what a text means in ways that nobody who reads a table expects.
    private func refuseDecoration(of node: Node, path: String, isKey: Bool = false) throws(YAMLError) {
        if let anchor = node.anchor {
            throw failure(.anchor(anchor.rawValue), at: node.mark, path: path)
        }
        let tag: Tag
        switch node {
        case .scalar(let scalar): tag = scalar.tag
        case .sequence(let sequence): tag = sequence.tag
        case .mapping(let mapping): tag = mapping.tag
        case .alias(let alias): tag = alias.tag
        }
        let mayBeText = isKey || (node.scalar.map { $0.style != .plain } ?? false)
        let name = tag.description
        guard name == Tag.Name.implicit.rawValue || (mayBeText && name == Tag.Name.str.rawValue) else {
            throw failure(.tag(name), at: node.mark, path: path)
        }
    }

    func failure(_ problem: YAMLError.Problem, at mark: Mark?, path: String = "") -> YAMLError {
        YAMLError(
            file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, path: path, problem: problem)
    }
}

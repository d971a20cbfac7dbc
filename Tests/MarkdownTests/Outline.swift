import Markdown
import SourceText

func markdown(_ text: String, limits: MarkdownLimits = .record) -> MarkdownDocument {
  readMarkdown(SourceFile(path: "record.md", text: text), limits: limits)
}

extension MarkdownDocument {
  /// One line a node, indented: its name, its own text in brackets.
  var outline: String {
    var lines = ""
    for index in nodes.indices.dropFirst() {
      lines += String(repeating: "  ", count: depth(of: index) - 1) + name(of: index)
      if !nodes[index].literal.isEmpty { lines += " [\(literal(of: index))]" }
      lines += "\n"
    }
    return lines
  }

  func depth(of index: Int) -> Int {
    var depth = 0
    var index = index
    while index > 0 {
      index = Int(nodes[index].parent)
      depth += 1
    }
    return depth
  }

  /// Indices of the nodes whose outline name begins so.
  func indices(_ name: String) -> [Int] {
    nodes.indices.filter { self.name(of: $0).hasPrefix(name) }
  }

  /// What the file says at the ranges of the nodes with a name; `?` where it is not known.
  func written(_ name: String) -> [String] {
    indices(name).map { nodes[$0].range.map { file.text($0) } ?? "?" }
  }

  func name(of index: Int) -> String {
    switch nodes[index].kind {
    case .list(let ordered, let start, let tight):
      (ordered ? "list \(start)" : "list -") + (tight ? "" : " loose")
    case .heading(let level): "heading \(level)"
    case .taskItem(let isChecked): isChecked ? "task x" : "task"
    case .codeBlock(let info): info < 0 ? "codeBlock" : "codeBlock \(strings[Int(info)])"
    case .tableRow(let isHeader): isHeader ? "header" : "row"
    case .tableCell(let alignment): alignment == .none ? "cell" : "cell \(alignment)"
    case .link(let destination, let title):
      "link" + string(destination, before: " ") + string(title, before: " — ")
    case .image(let destination, let title):
      "image" + string(destination, before: " ") + string(title, before: " — ")
    default: "\(nodes[index].kind)"
    }
  }

  private func string(_ index: Int32, before: String) -> String {
    index < 0 ? "" : before + strings[Int(index)]
  }
}

/// The same numbers on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

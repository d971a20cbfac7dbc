/// What a quote that begins with `[!NOTE]` and its like says it is.
enum AlertKind: String {
  case note, tip, important, warning, caution

  /// A line of the form `[!NOTE]`, in any case.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.starts(with: "[!".utf8), line.last == UInt8(ascii: "]"), line.count <= 16 else {
      return nil
    }
    self.init(
      rawValue: String(decoding: line.dropFirst(2).dropLast(), as: UTF8.self).lowercased())
  }

  /// Above its text: colour alone tells nobody.
  var word: String {
    switch self {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }

  var `class`: StaticString {
    switch self {
    case .note: "alert alert-note"
    case .tip: "alert alert-tip"
    case .important: "alert alert-important"
    case .warning: "alert alert-warning"
    case .caution: "alert alert-caution"
    }
  }
}

extension HTMLEmitter {
  /// A quote, or an alert; says which node comes next.
  mutating func enterQuote(_ index: Int) -> Int {
    guard let (kind, rest) = alert(index) else {
      writer.open("blockquote")
      writer.newline()
      push(index, .block("blockquote"))
      return index + 1
    }
    writer.open("div", class: kind.class)
    writer.newline()
    push(index, .block("div"))
    writer.element("p", class: "alert-title", kind.word)
    writer.newline()
    guard rest < end(of: index + 1) else { return rest }
    writer.open("p")
    push(index + 1, .block("p"))
    return rest
  }

  /// The kind of an alert, and the node after the line that says so.
  private func alert(_ index: Int) -> (kind: AlertKind, rest: Int)? {
    let nodes = document.nodes
    guard index + 2 < end(of: index), nodes[index + 1].kind == .paragraph,
      nodes[index + 2].kind == .text
    else { return nil }
    var line = document.literalBytes(of: index + 2)
    while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
    guard let kind = AlertKind(line) else { return nil }
    guard index + 3 < end(of: index + 1) else { return (kind, index + 3) }
    let next = nodes[index + 3].kind
    return next == .softBreak || next == .lineBreak ? (kind, index + 4) : nil
  }
}

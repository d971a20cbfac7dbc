import SourceText

/// What a record's template says in place of its author, in a form that is quick to look up.
struct TemplateFillers: Sendable {
  /// As the template writes them, each once, in order.
  let texts: [String]
  private let keys: Set<[UInt8]>
  private let longest: Int

  /// Square brackets to fill in, values after a label, steps of ordered lists, and plain lines.
  /// Headings, labels, rows of boxes, and tasks without a value stay in a finished record.
  init(template: String) {
    var texts: [String] = []
    var seen: Set<String> = []
    func add(_ bytes: some Sequence<UInt8>) {
      let filler = String(decoding: Array(bytes), as: UTF8.self)
      if !filler.isEmpty, seen.insert(filler).inserted { texts.append(filler) }
    }
    for line in TemplateLine.all(in: template) {
      let isFrame =
        line.isHeading || line.isTask || line.holdsBoxes || line.isTableRow || line.isRule
      if let value = line.value, !line.isHeading {
        add(value)
      } else if !isFrame {
        add(line.content)
      }
      line.brackets.forEach(add)
    }
    self.texts = texts
    let all = texts.map { Self.key($0.utf8) }
    keys = Set(all)
    longest = all.map(\.count).max() ?? 0
  }

  func matches(_ line: TemplateLine) -> Bool {
    guard !line.content.isEmpty else { return false }
    if line.content.count <= longest, keys.contains(Self.key(line.content)) { return true }
    if let value = line.value, !value.isEmpty, value.count <= longest,
      keys.contains(Self.key(value))
    {
      return true
    }
    guard line.content.contains(UInt8(ascii: "[")) else { return false }
    // Square brackets are left over wherever in a line they stand.
    return line.brackets.contains { keys.contains(Self.key($0)) }
  }

  /// ASCII letters in lower case.
  private static func key(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}

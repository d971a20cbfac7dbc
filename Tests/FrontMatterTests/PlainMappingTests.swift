import SourceText
import TestSupport
import Testing

@testable import FrontMatter

/// What is read without libyaml is what libyaml reads.
@Suite struct PlainMappingTests {
  private static let keys = ["id", "systems", "started", "a", "caused_by", "x-y", "9", "no", "k k"]
  private static let values = [
    "CHG-2026-0042", "2026-03-02T09:15Z", "12:30", "high", "[a, b]", "[svc-1]", "[]", "[ a ,b c ]",
    "a, b", "yes", "null", "~", "", "'a'", "\"a\"", "a # b", "a#b", "a: b", "a:", "a:b", "[a",
    "[a,]", "[a b]c", "[[a]]", "[a: b]", "{a: b}", "- a", "@ann", "&a b", "*a", "!t a", "|", ">",
    "a \u{E9}", "a\tb", "a  b", "%a", "a%", "a's \"b\"", "[a@b.c, d/e]", "a]", "a}", "a, [b]",
    "...", "---", "1.0", "a ", "[-a]", "[a-]", "[a#b]", "[a #b]", "a?", "?a", "`a`", "a\r", ",a",
  ]
  private static let breaks = [
    "\n", "\n", "\n", "\n", "\n", "\n\n", "\n  ", "\r\n", "\n# c\n", "\n- ",
  ]
  private static let joints = [
    ": ", ": ", ": ", ": ", ": ", ":  ", ":", " : ", ":\t", ": # c", "=",
  ]

  @Test func isWhatLibyamlReads() {
    var generator = SplitMix(seed: 23)
    func any(_ texts: [String]) -> String { texts[generator.below(texts.count)] }
    var taken = 0
    for _ in 0..<30_000 {
      var text = generator.below(20) == 0 ? any(["\n", " ", "---\n", "# c\n"]) : ""
      for _ in 0...generator.below(4) {
        let isOdd = generator.below(3) == 0
        text += any(isOdd ? Self.keys : ["id", "systems", "x-y", "caused_by"])
        text += isOdd ? any(Self.joints) : ": "
        text += any(generator.below(2) == 0 ? Self.values : Array(Self.values.prefix(9)))
        text += isOdd ? any(Self.breaks) : "\n"
      }
      if generator.below(4) == 0 { text.removeLast() }
      let file = SourceFile(path: "a.md", text: "---\n" + text + "---\n")
      let range = SourceRange(4, 4 + text.utf8.count)
      let whole = readYAML(file, range: range, takingShortcuts: false)
      guard let plain = PlainMapping.read(file, range: range) else { continue }
      taken += 1
      let (found, wanted) = (Self.outline(plain), whole.root.map(Self.outline) ?? "nothing")
      guard found == wanted, whole.problems.isEmpty else {
        Issue.record("\(String(reflecting: text)): \(found) and not \(wanted) \(whole.problems)")
        return
      }
    }
    #expect(taken > 2_000)
  }

  @Test func takesWhatMostRecordsHave() {
    for text in [
      "id: INC-2026-0001\nseverity: high\nsystems: [svc-1, svc-2]\nstarted: 2026-03-02T09:15Z\n",
      "type: Normal\nrisk: Low\nsystems: []", "title: It's late, and (nearly) \"done\"!\n",
    ] {
      let file = SourceFile(path: "a.md", text: text)
      #expect(PlainMapping.read(file, range: file.wholeRange) != nil)
    }
  }

  private static func outline(_ node: YAMLNode) -> String {
    let place = "\(node.place.range.lower)-\(node.place.range.upper)"
    return switch node {
    case .scalar(let scalar): "\(scalar.text)|\(scalar.isPlain)|\(place)"
    case .sequence(let nodes, _): "[\(nodes.map(outline).joined(separator: ","))]|\(place)"
    case .mapping(let entries, _):
      "{\(entries.map { outline(.scalar($0.key)) + "=" + outline($0.value) }.joined(separator: ","))}|\(place)"
    }
  }
}

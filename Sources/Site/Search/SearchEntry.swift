import Markdown
import SourceText

/// Something that the search finds.
struct SearchEntry {
  /// What it is, in a word: `Change`.
  let kind: String
  /// Empty where its title is all.
  var id = ""
  let title: String
  /// What tells it from its like, in a line.
  var facts: [String] = []
  let route: Route
  var fragment: String?
  /// By which of them it is found first.
  let names: [String]
  /// Names beside its title that are as good as its own: systems and people.
  var named: [String] = []
  /// What is written in it.
  var texts: [String] = []
  var body: (document: MarkdownDocument, parts: [Range<Int>])?

  /// Adds all of its words.
  func add(to terms: inout SearchTerms, as number: Int) {
    for name in names { terms.add(name: name, in: .whole, of: number) }
    for name in named { terms.add(name: name, in: .title, of: number) }
    for text in [title] + names + named { terms.add(text, in: .title, of: number) }
    for text in texts { terms.add(text, in: .text, of: number) }
    guard let body else { return }
    for part in body.parts {
      terms.add(body.document.plainText(ofNodes: part), in: .text, of: number)
    }
  }

  /// A line of its kind, id, title, address below the site's root and facts, with a tab between each
  /// two.
  var line: [UInt8] {
    let fields = [
      kind, id, title, route.href(from: .dashboard, fragment: fragment),
      facts.filter { !$0.isEmpty }.joined(separator: " · "),
    ]
    return Array(fields.map(Self.inOneLine).joined(separator: "\t").utf8) + [0x0A]
  }

  /// Without signs that break a line or turn its direction.
  private static func inOneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: line.append(" ")
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: line.append(scalar)
      }
    }
    return String(line)
  }
}

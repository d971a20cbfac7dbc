import FrontMatter
import RecordWriting
import SourceText
import TestSupport
import Testing

/// Every text reads back as itself, wherever it stands.
@Suite struct YAMLScalarTextTests {
  @Test(arguments: 0..<UInt64(40))
  func readsBackAsWritten(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<50 {
      let text = WrittenTexts.text(&random)
      for inFlow in [false, true] {
        for quotes in [YAMLScalarText.Quotes.single, .double] {
          let scalar = YAMLScalarText.write(text, inFlow: inFlow, quotes: quotes)
          let source = inFlow ? "key: [\(scalar), b]\n" : "key: \(scalar)\nother: b\n"
          let file = SourceFile(path: "a.md", text: source)
          let reading = readYAML(file, range: file.wholeRange)
          #expect(reading.problems.isEmpty, "\(source.debugDescription)")
          guard case .mapping(let entries, _)? = reading.root, let value = entries.first?.value
          else {
            Issue.record("\(source.debugDescription)")
            continue
          }
          if inFlow, case .sequence(let nodes, _) = value, case .scalar(let scalar) = nodes[0] {
            #expect(scalar.text == text && !scalar.isNull && nodes.count == 2)
          } else if !inFlow, case .scalar(let scalar) = value {
            #expect(scalar.text == text && !scalar.isNull && entries.count == 2)
          } else {
            Issue.record("\(source.debugDescription)")
          }
        }
      }
    }
  }
}

/// Texts of what means something to YAML, to Markdown and to people.
enum WrittenTexts {
  private static let pieces = [
    "a", "rpc", "7", " ", " ", ":", ": ", " #", "#", "-", "- ", ",", "[", "]", "{", "}", "@ann",
    "'", "\"", "\\", "é", "語", "🗝", "null", "yes", "~", "*", "&", "!", "|", ">", "%", "`", "?",
    "<!--", "-->", "\n", "\t", "CHG-2026-0042", "2026-03-02T09:15Z", "...", "---", "\u{2028}",
  ]

  static func text(_ random: inout SplitMix) -> String {
    (0..<(1 + random.below(6))).map { _ in pieces[random.below(pieces.count)] }.joined()
  }

  /// The same of one line that is not blank at either end.
  static func line(_ random: inout SplitMix) -> String {
    let text = text(&random).filter { !$0.isNewline && $0 != "\t" }
    let trimmed = text.drop { $0 == " " }
    var end = String(trimmed)
    while end.last == " " { end.removeLast() }
    return end.isEmpty ? "a" : end
  }
}

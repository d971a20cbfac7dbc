import Markdown
import SourceText

extension PolicyCompleteness {
  /// The sentences of the paragraphs among some nodes. A line that begins in bold begins a new one,
  /// and so does one after a full stop; others go on from line to line.
  static func sentences(
    in nodes: Range<Int>, of document: MarkdownDocument, words: MappedWords
  ) -> [WrittenSentence] {
    nodes.filter { document.nodes[$0].kind == .paragraph }.flatMap { node in
      var sentences: [(text: String, place: Place)] = []
      var isLabel = false
      for var line in InlineLine.lines(of: node, in: document) {
        line.dropMarkOfNote()
        // A line below `**Version:** 1.0` is one of its own, such as `DRAFT`.
        let isOwn = isLabel
        isLabel = line.bold.map { $0.hasSuffix(":") } ?? false
        if line.bold == nil, !isOwn, let last = sentences.last,
          !".!?:;".contains(last.text.last ?? ".")
        {
          sentences[sentences.count - 1].text += " " + line.text
        } else {
          sentences.append((line.text, line.place))
        }
      }
      return sentences.flatMap { sentence in
        parts(of: sentence.text).map {
          WrittenSentence(words.read($0), sentence.place, .sentence, node: node)
        }
      }
    }
  }

  /// Cut where a full stop and a blank come before a capital, unless the word before is as short as
  /// `Dec.` or `a.m.`
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var current: [String] = []
    let words = text.parts(at: " ")
    for (index, word) in words.enumerated() {
      current.append(word)
      let isEnd =
        word.last.map { ".!?".contains($0) } ?? false
        && (word.utf8.count > 5 || word.last != ".")
        && index + 1 < words.count && words[index + 1].first?.isUppercase == true
      // Each half of `The board meets on Mondays; changes are made on Tuesdays` says something.
      let isHalf = word.last == ";" && current.count > 2 && words.count - index > 3
      guard isEnd || isHalf else { continue }
      parts.append(current.joined(separator: " "))
      current = []
    }
    parts.append(current.joined(separator: " "))
    return parts
  }
}

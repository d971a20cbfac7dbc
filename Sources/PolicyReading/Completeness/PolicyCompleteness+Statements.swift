import Chronology
import Configuration
import Markdown
import SourceText

extension PolicyCompleteness {
  /// Sentences, list items, headings and cells that state a freeze or a window, wherever they stand.
  func statements() -> [ReadingProblem] {
    let nodes = document.nodes.indices
    return (sentences(in: nodes) + headings + otherCells + entries).compactMap { text, place in
      let sentence = DecidingSentence(text, without: known)
      if sentence.isFreeze {
        return unread(.freezes, "a sentence that states a freeze", text, at: place)
      }
      if isPolicy, let problem = standing(text, place) ?? zone(text, place) ?? foreign(text, place)
      {
        return problem
      }
      guard sentence.isWindow else { return nil }
      return unread(
        has(.windows) ? .windowUse : .windows, "a sentence that states a window", text, at: place)
    }
  }

  /// The document is one that decides: of another it does not matter in which language it is.
  private var isPolicy: Bool { has(.types) || has(.windows) || has(.freezes) }

  /// `This policy lapses in March`, `superseded by POL-2`.
  private func standing(_ text: String, _ place: Place) -> ReadingProblem? {
    guard PolicyStanding.isEnding(text) else { return nil }
    return unread(
      .freezes, "a sentence by which the policy may not hold", text, at: place,
      accepted: "say it as `**Status:** Approved` or `**Valid until:** 2027-01-18` under the title")
  }

  /// `All times are in JST`, where the times were read in another zone.
  private func zone(_ text: String, _ place: Place) -> ReadingProblem? {
    guard settings.zone == nil, ZoneStatement(text).isOther(than: zone) else { return nil }
    return unread(
      .freezes, "a sentence about the zone of times", text, at: place,
      accepted: "say the zone as `**Time Zone:** Asia/Tokyo` under the title, or as `zone:` in "
        + "changebook.yml; the times were read in \(zone.name)")
  }

  /// With a number it may be a day, with `no` it may forbid something.
  private func foreign(_ text: String, _ place: Place) -> ReadingProblem? {
    let language = WrittenLanguage(text)
    guard language.isForeign, language.isNegative || text.contains(where: \.isNumber) else {
      return nil
    }
    return unread(
      .freezes, "a sentence in another language", text, at: place,
      accepted: "say it in English, or keep the translation in a folder other than content/policy")
  }

  private var entries: [(text: String, place: Place)] {
    metadata.entries.map { ("\($0.name): \($0.value.value)", $0.value.place) }
  }

  private var headings: [(text: String, place: Place)] {
    outline.headings.map { ($0.text, $0.place) }
  }

  /// Cells that no reader of times has seen.
  private var otherCells: [(text: String, place: Place)] {
    let read = recognised.filter { $0.key == .windows || $0.key == .freezes }
    return sources.flatMap { table -> [(text: String, place: Place)] in
      let columns = read.first { $0.source.node == table.node }.map { Set($0.columns.values) } ?? []
      return table.rows.flatMap { cells in
        cells.indices.compactMap { index -> (text: String, place: Place)? in
          // A remark beside a row speaks of it; only what holds back is more than that.
          guard !columns.contains(index), !cells[index].text.isEmpty,
            columns.isEmpty || DecidingSentence(cells[index].text, without: known).holdsBack
          else { return nil }
          return (cells[index].text, cells[index].place)
        }
      }
    }
  }

  /// The sentences of the paragraphs among some nodes. A line that begins in bold begins a new one,
  /// and so does one after a full stop; others go on from line to line.
  func sentences(in nodes: Range<Int>) -> [(text: String, place: Place)] {
    nodes.filter { document.nodes[$0].kind == .paragraph }.flatMap { node in
      var sentences: [(text: String, place: Place)] = []
      for line in InlineLine.lines(of: node, in: document) {
        if line.bold == nil, let last = sentences.last, !".!?:;".contains(last.text.last ?? ".") {
          sentences[sentences.count - 1].text += " " + line.text
        } else {
          sentences.append((line.text, line.place))
        }
      }
      return sentences.flatMap { sentence in
        Self.parts(of: sentence.text).map { ($0, sentence.place) }
      }
    }
  }

  /// Cut where a full stop and a blank come before a capital, unless the word before is as short as
  /// `Dec.` or `a.m.`
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var current: [Substring] = []
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      current.append(word)
      let isEnd =
        word.last.map { ".!?".contains($0) } ?? false
        && (word.utf8.count > 5 || word.last != ".")
        && index + 1 < words.count && words[index + 1].first?.isUppercase == true
      guard isEnd else { continue }
      parts.append(current.joined(separator: " "))
      current = []
    }
    parts.append(current.joined(separator: " "))
    return parts
  }
}

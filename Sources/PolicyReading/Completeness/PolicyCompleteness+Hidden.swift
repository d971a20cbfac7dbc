import Markdown
import SourceText

extension PolicyCompleteness {
  /// Fences and comments that hide what decides, or that are open at the end of the document.
  func hiddenText() -> [ReadingProblem] {
    document.nodes.indices.flatMap { node -> [ReadingProblem] in
      switch document.nodes[node].kind {
      case .codeBlock: code(node)
      case .htmlBlock: html(node)
      case .htmlInline: inlineComment(node)
      default: []
      }
    }
  }

  private func code(_ node: Int) -> [ReadingProblem] {
    let place = document.place(of: node)
    var problems: [ReadingProblem] = []
    if isOpenFence(place) {
      problems.append(
        unread(
          .freezes, "code that is not closed", place.text, at: firstLine(of: place),
          accepted: "close it with a line of the same signs, so that what follows is read"))
    }
    let isNamed: Bool
    if case .codeBlock(let info) = document.nodes[node].kind, info >= 0 {
      isNamed = !["", "text", "txt", "plain", "ascii", "markdown", "md"].contains(
        WordForm.fold(document.strings[Int(info)]))
    } else {
      isNamed = false
    }
    let text = document.literal(of: node)
    problems += hidden(
      text, "code", at: firstLine(of: place), trustsHeadings: !isNamed && node != template)
    return problems
  }

  /// The last line is no fence; and nothing follows.
  private func isOpenFence(_ place: Place) -> Bool {
    let file = document.file
    let start = file.bytes[place.range.indices].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
    guard let mark = start.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return false
    }
    let count = start.prefix { $0 == mark }.count
    guard count >= 3 else { return false }
    let bodyEnd = document.nodes.first?.range.map { Int($0.upper) } ?? file.bytes.count
    let after = file.bytes[min(Int(place.range.upper), bodyEnd)..<bodyEnd]
    guard after.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 || $0 == mark })
    else { return false }
    let first = file.line(at: Int(place.range.lower))
    let end = after.contains(mark) ? bodyEnd : Int(place.range.upper)
    var last = file.line(at: max(Int(place.range.lower), end - 1))
    while last > first, file.range(ofLine: last).isEmpty { last -= 1 }
    guard last > first else { return true }
    let closing = file.text(file.range(ofLine: last)).unicodeScalars
      .filter { !$0.properties.isWhitespace && $0 != ">" }
    return closing.count < count || !closing.allSatisfy { $0.value == UInt32(mark) }
  }

  private func html(_ node: Int) -> [ReadingProblem] {
    let place = document.place(of: node)
    let text = document.markup(of: node)
    let opening = text.drop(while: \.isWhitespace).lowercased()
    let ends = [
      ("<!--", ["-->"]), ("<script", ["</script>"]), ("<pre", ["</pre>"]),
      ("<style", ["</style>"]), ("<textarea", ["</textarea>"]), ("<![cdata[", ["]]>"]),
      ("<?", ["?>"]),
    ]
    let end = ends.first { opening.hasPrefix($0.0) }?.1
    if let end, !end.contains(where: opening.contains) {
      return [
        unread(
          .freezes, "a comment or element that is not closed", text, at: firstLine(of: place),
          accepted: "close it with \(end[0]), so that what follows is read")
      ] + hidden(text, "HTML", at: firstLine(of: place), trustsHeadings: true)
    }
    if opening.hasPrefix("<!--") { return comment(text, at: place) }
    let cells = Self.cells(ofHTML: text)
    if cells.count > 1, RowLikeness(cells).isFreeze {
      return [unread(.freezes, "HTML", cells.joined(separator: " | "), at: firstLine(of: place))]
    }
    return hidden(text, "HTML", at: firstLine(of: place), trustsHeadings: true)
  }

  /// The texts between tags that are not blank.
  static func cells(ofHTML text: String) -> [String] {
    var cells: [String] = [""]
    var isTag = false
    for character in text {
      switch character {
      case "<":
        isTag = true
        cells.append("")
      case ">" where isTag: isTag = false
      default: if !isTag { cells[cells.count - 1].append(character) }
      }
    }
    return cells.map { WordForm.trim($0) }.filter { !$0.isEmpty }
  }

  private func inlineComment(_ node: Int) -> [ReadingProblem] {
    let place = document.place(of: node)
    guard document.nodes[node].range == nil else {
      let text = document.markup(of: node)
      return text.hasPrefix("<!--") ? comment(text, at: place) : []
    }
    // Where it stands is not known: every comment of the text around it is looked at.
    return place.file.bytes[place.range.indices].withUnsafeBufferPointer { bytes in
      var comments: [String] = []
      var start = 0
      while let found = nextComment(in: bytes, from: start) {
        comments.append(String(decoding: bytes[found], as: UTF8.self))
        start = found.upperBound
      }
      return comments
    }.flatMap { comment($0, at: place) }
  }

  /// What is commented out within a line is meant to be; over several lines a comment may have been
  /// left open by accident.
  private func comment(_ text: String, at place: Place) -> [ReadingProblem] {
    guard WordForm.trim(text).contains(where: \.isNewline) else { return [] }
    return hidden(text, "a comment", at: firstLine(of: place), trustsHeadings: true)
  }

  /// Rows, headings and sentences in text that is not read.
  private func hidden(
    _ text: String, _ what: String, at place: Place, trustsHeadings: Bool
  ) -> [ReadingProblem] {
    var found: [ReadingProblem.Decides: String] = [:]
    for line in text.linesOfText {
      if line.utf8.contains(UInt8(ascii: "|")), let cells = RowLikeness.cells(of: line) {
        let likeness = RowLikeness(cells)
        let heads = cells.map { WordForm.fold(WordForm.partingBrackets($0).outside) }
        switch nearKind(ofHeads: heads, isWhole: true) {
        case .windows?: found[.windows] = found[.windows] ?? line
        case .freezes?: found[.freezes] = found[.freezes] ?? line
        case .types?: found[.authorisation] = found[.authorisation] ?? line
        default: break
        }
        if likeness.isFreeze { found[.freezes] = found[.freezes] ?? line }
        if likeness.isWindow { found[.windows] = found[.windows] ?? line }
      } else if line.hasPrefix("#") {
        let (number, title) = ClauseNumber.parting(String(line.drop { $0 == "#" }))
        guard number != nil || trustsHeadings else { continue }
        let topic = DecidingWords.topic(ofHeading: title)
        if topic.freezes { found[.freezes] = found[.freezes] ?? line }
        if topic.windows, !topic.isVague { found[.windows] = found[.windows] ?? line }
      } else if trustsHeadings {
        let sentence = DecidingSentence(line, without: known)
        if sentence.isFreeze { found[.freezes] = found[.freezes] ?? line }
      }
    }
    return [ReadingProblem.Decides.windows, .freezes, .authorisation].compactMap { decides in
      guard let line = found[decides] else { return nil }
      return unread(
        decides, "\(what) that hides a row, heading or sentence", line, at: place,
        accepted: "take it out of the fence or comment, or remove it; a fence or comment above may "
          + "lack its end")
    }
  }

  func firstLine(of place: Place) -> Place {
    let line = document.file.range(ofLine: document.file.line(at: Int(place.range.lower)))
    return Place(document.file, line)
  }
}

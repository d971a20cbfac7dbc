import Configuration
import Markdown
import SourceText

extension PolicyCompleteness {
  /// Signs that the end of the document is missing, where a table of windows or freezes is.
  func cutOff() -> [ReadingProblem] {
    let saysNoWindows = settings.answersWindows != nil
    let saysNoFreezes = settings.answersFreezes != nil
    if !has(.windows), !has(.freezes), !saysNoWindows, !saysNoFreezes {
      return [
        unread(
          .freezes, "a policy without windows and freezes", outline.clauses.first?.title ?? "",
          at: Place(startOf: document.file),
          accepted: "a table of windows and one of freezes; or `windows: none` and `freezes: none` "
            + "in changebook.yml")
      ]
    }
    guard let sign = signOfCut() else { return [] }
    var problems: [ReadingProblem] = []
    if !has(.freezes), !saysNoFreezes {
      problems.append(unread(.freezes, sign.what, sign.text, at: sign.place))
    }
    if !has(.windows), !saysNoWindows {
      problems.append(unread(.windows, sign.what, sign.text, at: sign.place))
    }
    return problems
  }

  private func signOfCut() -> (what: String, text: String, place: Place)? {
    let file = document.file
    if let last = file.bytes.last, last != 0x0A, last != 0x0D {
      let line = file.range(ofLine: file.lineStarts.count)
      return (
        "a last line without its end, as of a file that was cut off", file.text(line),
        Place(file, line)
      )
    }
    guard let index = outline.sections.indices.last else { return nil }
    let section = outline.sections[index]
    if section.content.isEmpty {
      return ("a last heading with nothing below it", section.heading.text, section.heading.place)
    }
    // 8.1 and no 8.2.
    if let number = outline.clauses[index].number, number.hasSuffix(".1") {
      return (
        "a last clause \(number) without a second, as of a file that was cut off",
        section.heading.text, section.heading.place
      )
    }
    return nil
  }
}

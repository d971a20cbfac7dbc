import Markdown
import PolicyReading
import SourceText

// A type and a level of risk in one value: `Normal, low risk`, `Normal (High)`, `Normal / Medium`.

extension Reconciliation {
  /// The name in front of a level of risk, behind a sign that elsewhere parts two choices.
  func chosenBesideLevel(in line: String, _ resolve: (String) -> String?) -> String? {
    for mark in ["; ", " / ", "/", " | "] {
      guard line.holds(mark), let end = line.firstRange(of: mark) else { continue }
      guard let name = resolve(String(line[..<end.lowerBound])) else { continue }
      let remark = String(line[end.upperBound...])
      return resolve(remark) == nil && level(in: remark) != nil ? name : nil
    }
    return nil
  }

  /// The levels of risk that values of the type name beside it, each at its place.
  func levelsBesideType() -> [Located<String>] {
    guard vocabulary.hasRisks else { return [] }
    let fields = body.fields.filter { $0.role == .type && $0.isFilled && !$0.isStruck }
      .map { ($0.text, $0.place) }
    let sections = body.sections.filter { $0.role == .type }.flatMap { section in
      section.content.filter { document.nodes[$0].kind == .paragraph }
        .map { (document.plainText(of: $0), document.place(of: $0)) }
    }
    return (fields + sections).compactMap { text, place in
      guard vocabulary.type(text) == nil else { return nil }
      for mark in [" (", " [", ": ", " - ", " – ", " — ", ", ", "; ", " / ", "/", " | "] {
        guard text.holds(mark), let end = text.firstRange(of: mark),
          vocabulary.type(String(text[..<end.lowerBound])) != nil
        else { continue }
        return level(in: String(text[end.upperBound...])).map { Located($0, place) }
      }
      return nil
    }
  }

  /// `low risk`, `risk: High`, `High`; nil for any other remark.
  private func level(in remark: String) -> String? {
    let words = WordForm.words(remark).filter { !["risk", "level", "rating"].contains($0) }
    return words.isEmpty ? nil : vocabulary.risk(words.joined(separator: " "))
  }
}

import FrontMatter
import Markdown
import PolicyReading
import SourceText

extension Reconciliation {
  /// The front matter's value of a key as a name of the policy.
  mutating func named(
    _ key: String, expected: String, _ resolve: (String) -> String?
  ) -> Located<String>? {
    guard let text = facts.text(key) else { return nil }
    if !text.value.holdsMark, let name = resolve(text.value) {
      return Located(name, text.place)
    }
    facts.report(
      .unreadableValue(key: key, text: text.value, expected: expected), at: text.place)
    return nil
  }

  /// The one ticked box of a section, or the name that the section holds instead of boxes.
  ///
  /// Boxes of which none is ticked are no problem where the front matter has the value.
  mutating func ticked(
    _ role: SectionRole, key: String, isStated: Bool, expected: String,
    _ resolve: (String) -> String?
  ) -> Located<String>? {
    // A second section of the name may be prose; where it makes a choice as well, it is the same one.
    var before = problems
    let known = problems.count
    var ofFirst: [ReadingProblem]?
    var chosen: Located<String>?
    for section in body.sections where section.role == role {
      problems = before
      let choice = choice(in: section, key: key, isStated: isStated, expected: expected, resolve)
      ofFirst = ofFirst ?? problems
      guard let choice else {
        // Several ticks are a choice too, though nobody knows which.
        if let last = problems.last, problems.count > before.count, last.kind.isOfSeveralTicks {
          before = problems
        }
        continue
      }
      if let chosen, chosen.value != choice.value {
        problems =
          before + [
            ReadingProblem(
              .disagreement(
                key: key, first: choice.value, second: chosen.value, other: chosen.place),
              at: choice.place)
          ]
        return chosen
      }
      chosen = chosen ?? choice
    }
    problems = chosen == nil && before.count == known ? ofFirst ?? before : before
    return chosen
  }

  /// The choice that one section makes; nil, and a problem, where it makes none.
  private mutating func choice(
    in section: RecordSection, key: String, isStated: Bool, expected: String,
    _ resolve: (String) -> String?
  ) -> Located<String>? {
    let boxes = readBoxes(section.content, in: document)
    let ticked = boxes.filter(\.isTicked)
    let place = section.heading.place
    if boxes.isEmpty {
      let text = document.plainText(ofNodes: section.content)
      // An issue form writes `_No response_` where nothing was chosen.
      guard !text.isEmpty, NonAnswer(text) == nil else {
        if !isStated { report(section, count: 0, at: place) }
        return nil
      }
      let lines = section.content.filter { document.nodes[$0].kind == .paragraph }
        .flatMap { document.plainText(of: $0).split(separator: "\n").map(String.init) }
      if let name = resolve(text) ?? chosen(in: lines, resolve) { return Located(name, place) }
      // In some policies `Category` is the type, and elsewhere what is changed.
      let isCategory =
        vocabulary.sections.fact(of: section.heading.text) == .category
        && vocabulary.category(text) != nil
      if isCategory { return nil }
      problems.append(
        ReadingProblem(.unreadableValue(key: key, text: text, expected: expected), at: place))
      return nil
    }
    guard ticked.count == 1 else {
      if ticked.count > 1 || !isStated {
        let last = document.label(of: ticked.last ?? boxes[0])
        report(section, count: ticked.count, at: last.place)
      }
      return nil
    }
    let label = document.label(of: ticked[0])
    let isDoubted = document.isStruck(ticked[0]) || label.value.utf8.contains(UInt8(ascii: "?"))
    if !isDoubted, let name = resolve(label.value) { return Located(name, label.place) }
    problems.append(
      ReadingProblem(
        .unreadableValue(key: key, text: label.value, expected: expected), at: label.place))
    return nil
  }

  /// The name that the first of some lines begins with, where a remark follows it: what was
  /// chosen from a list often stands as `Low (no outage)` or `Low - no outage`.
  func chosen(in lines: [String], _ resolve: (String) -> String?) -> String? {
    guard let line = lines.first else { return nil }
    // Of two names nobody knows which was meant.
    if lines.dropFirst().contains(where: { resolve($0) != nil }) { return nil }
    if let name = resolve(line) { return name }
    for mark in [" (", " [", ": ", " - ", " – ", " — ", ", ", ". "] {
      guard line.holds(mark), let end = line.firstRange(of: mark) else { continue }
      guard let name = resolve(String(line[..<end.lowerBound])) else { continue }
      let remark = WordForm.trim(String(line[end.upperBound...])) {
        ")].".unicodeScalars.contains($0)
      }
      return resolve(remark).map { $0 == name } ?? true ? name : nil
    }
    return chosenBesideLevel(in: line, resolve)
  }

  private mutating func report(_ section: RecordSection, count: Int, at place: Place) {
    problems.append(
      ReadingProblem(.boxesTicked(field: section.heading.text, count: count), at: place))
  }

  /// The value that both places agree on, or the only one. Where they disagree the front matter's
  /// is kept and the other one reported.
  mutating func agreed(
    _ key: String, _ stated: Located<String>?, _ written: Located<String>?,
    _ areEqual: (String, String) -> Bool
  ) -> Located<String>? {
    guard let stated else { return written }
    if let written, !areEqual(stated.value, written.value) {
      problems.append(
        ReadingProblem(
          .disagreement(
            key: key, first: stated.value, second: written.value, other: stated.place),
          at: written.place))
    }
    return stated
  }
}

extension String {
  /// A sign beside a name that takes it back, or chooses nothing: `~~Normal~~`, `normal?`, `[ ] Normal`.
  var holdsMark: Bool {
    unicodeScalars.contains { "?~☐☑☒✗✘✖✕❌⛔🚫[]".unicodeScalars.contains($0) }
  }
}

extension ReadingProblem.Kind {
  fileprivate var isOfSeveralTicks: Bool {
    if case .boxesTicked(_, let count) = self { count > 1 } else { false }
  }
}

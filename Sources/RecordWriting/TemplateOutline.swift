import PolicyReading
import SourceText

/// A record's template cut at its headings.
struct TemplateOutline {
  struct Section {
    /// 1 to 6; 0 for what stands above the first heading.
    let level: Int
    /// Without its marks.
    let heading: String
    /// Below the heading, up to the next one.
    let lines: [String]
  }

  let sections: [Section]

  init(_ text: String) {
    var sections: [Section] = []
    var level = 0
    var heading = ""
    var lines: [String] = []
    var fence: Character?
    func end() {
      guard level > 0 || lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
      sections.append(Section(level: level, heading: heading, lines: lines))
    }
    for line in text.split(whereSeparator: \.isNewline, keepingEmpty: true) {
      let content = WordForm.trim(String(line))
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        let mark = content.first
        fence = fence == nil ? mark : fence == mark ? nil : fence
      }
      let marks = content.prefix { $0 == "#" }.count
      guard fence == nil, (1...6).contains(marks), content.dropFirst(marks).first == " " else {
        lines.append(String(line))
        continue
      }
      end()
      level = marks
      heading = WordForm.trim(String(content.dropFirst(marks)))
      lines = []
    }
    end()
    self.sections = sections
  }

  /// The index of the heading of the whole: the first, where all others lie deeper; nil without one.
  var title: Int? {
    guard let first = sections.firstIndex(where: { $0.level > 0 }) else { return nil }
    let level = sections[first].level
    return sections[(first + 1)...].allSatisfy { $0.level > level } ? first : nil
  }
}

extension String {
  /// Its lines, also those that are empty; CRLF ends one line.
  fileprivate func split(
    whereSeparator isEnd: (Character) -> Bool, keepingEmpty: Bool
  ) -> [Substring] {
    split(omittingEmptySubsequences: !keepingEmpty, whereSeparator: isEnd)
  }
}

extension FieldKind {
  /// What a heading of a template stands for: one of the policy's own fields first.
  static func named(_ heading: String, by policy: Policy) -> FieldKind? {
    var names = [heading, WordForm.partingBrackets(heading).outside].map(WordForm.fold)
    names += names.map { name in
      name.split(separator: " ").drop { $0.allSatisfy(\.isNumber) }.joined(separator: " ")
    }
    for name in names where !name.isEmpty {
      if let own = policy.requiredFields.first(where: { field in
        [field.name, WordForm.partingBrackets(field.name).outside].map(WordForm.fold).contains(name)
      }) {
        return own.kind
      }
      let usual = FieldNames.all.first { field in
        (field.usual + field.others).contains { WordForm.fold($0) == name }
      }
      if let usual { return usual.kind }
    }
    return nil
  }
}

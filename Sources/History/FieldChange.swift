/// What a commit changed in one field of a record: what stands there no more, and what stands there
/// now.
package struct FieldChange: Sendable, Hashable {
  /// What a field is for, where somebody asks for all of a kind.
  package enum Part: Sendable, Hashable {
    /// What an approval is given for: plan, risk, type, systems.
    case approved
    case approval, time, outcome
    /// Sections that are not part of the plan.
    case text
    case other
  }

  /// As a record's page calls it.
  package let name: String
  package let part: Part
  /// The lines of a section, the items of a list, or one value.
  package let removed: [String]
  package let added: [String]
  /// It is a section, of which lines were changed.
  package let isSection: Bool

  /// In words: `Risk: Medium → High`, `Implementation Plan: 2 lines added, 1 line removed`.
  package var sentence: String {
    if isSection {
      let parts = [Self.lines(added.count, "added"), Self.lines(removed.count, "removed")]
      return "\(name): \(parts.compactMap(\.self).joined(separator: ", "))"
    }
    if removed.count == 1, added.count == 1 {
      return "\(name): \(Self.short(removed[0])) → \(Self.short(added[0]))"
    }
    let items =
      removed.map { "removed \(Self.short($0))" } + added.map { "added \(Self.short($0))" }
    return "\(name): \(items.joined(separator: "; "))"
  }

  private static func lines(_ count: Int, _ what: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? "line" : "lines") \(what)"
  }

  /// Long values are cut where they are told; data files have them whole.
  private static func short(_ text: String) -> String {
    text.unicodeScalars.count <= 160
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(159))) + "…"
  }
}

/// A field of one version of a record.
struct RecordField: Sendable {
  let name: String
  let part: FieldChange.Part
  let items: [String]
  var isSection = false
}

extension [RecordField] {
  /// What is other in a later version, in the order of its fields; what is gone comes last.
  func changes(to later: [RecordField]) -> [FieldChange] {
    var before: [String: RecordField] = [:]
    for field in self { before[field.name] = field.joined(to: before[field.name]) }
    var after: [String: RecordField] = [:]
    for field in later { after[field.name] = field.joined(to: after[field.name]) }
    var seen: Set<String> = []
    return (later + self).compactMap { field in
      guard seen.insert(field.name).inserted else { return nil }
      let old = before[field.name]?.items ?? []
      let new = after[field.name]?.items ?? []
      if old == new { return nil }
      let removed = old.without(new)
      let added = new.without(old)
      // The same lines in another order are another plan.
      let isReordered = removed.isEmpty && added.isEmpty
      if isReordered, !field.isSection { return nil }
      return FieldChange(
        name: field.name, part: field.part, removed: isReordered ? old : removed,
        added: isReordered ? new : added, isSection: field.isSection)
    }
  }
}

extension RecordField {
  /// Two sections of one name are one here.
  fileprivate func joined(to other: RecordField?) -> RecordField {
    guard let other else { return self }
    return RecordField(
      name: name, part: part, items: other.items + items, isSection: isSection)
  }
}

extension [String] {
  /// Without as many of each text as another list has.
  fileprivate func without(_ others: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for other in others { counts[other, default: 0] += 1 }
    return filter { text in
      guard let count = counts[text], count > 0 else { return true }
      counts[text] = count - 1
      return false
    }
  }
}

import Chronology
import FrontMatter
import Markdown
import PolicyReading
import SourceText

let freezeKeys = FreezeKeys.record.names

/// Reads a declared freeze. Days, and instants without a zone, are taken in the policy's.
///
/// - Parameter names: The policy's words for what may pass.
package func readFreeze(
  _ file: SourceFile, zone: Zone, systems directory: SystemDirectory = SystemDirectory(),
  names: FreezeAllowanceText.Names = FreezeAllowanceText.Names()
) -> DeclaredFreeze {
  let source = RecordSource(file, known: freezeKeys, forms: ["from": .instant, "to": .instant])
  var facts = RecordFacts(source.mapping, zone: zone)
  let name =
    facts.text("name") ?? source.document.title
    ?? Located(file.stem, Place(startOf: file))
  let from = facts.instantOrDay("from")
  let to = facts.instantOrDay("to", isEnd: true)
  let times = facts.times("when")
  facts.compareEnd(to?.value, with: [name, Located(file.stem, name.place)], in: zone)
  let systems = facts.systems("systems", directory)
  var isUnlisted = facts.reportGeneral(systems, directory)
  let dependents = facts.dependents()
  if dependents != false, !systems.areAll, !systems.isEmpty {
    // Without a list nobody knows what depends on a system.
    isUnlisted = isUnlisted || dependents == nil || !directory.knowsDependencies
    if dependents == true, !directory.knowsDependencies,
      let entry = facts.mapping.entry("dependents")
    {
      facts.report(
        .unreadableValue(
          key: "dependents", text: "true",
          expected: "a list in content/systems.md of what depends on what"), at: entry.value.place)
    }
  }
  let allowed = facts.written("allowed")
  if let allowed, FreezeAllowanceText.read(allowed.value, names) == nil {
    facts.report(
      .unreadableValue(
        key: "allowed", text: allowed.value, expected: FreezeAllowanceText.accepted),
      at: allowed.place)
  }
  var surroundings = RowSurroundings()
  surroundings.environments = facts.places("environments")
  surroundings.regions = facts.places("regions")
  let declared = facts.nested("declared", known: FreezeKeys.declared.names) { facts, _ in
    (by: facts.text("by"), at: facts.instant("at"))
  }
  if let end = to?.value, let by = declared?.by,
    LaterEnd(end: end, zone: zone).isSaid(in: by.value)
  {
    facts.report(
      .unreadableValue(key: "to", text: by.value, expected: "an end that no other key moves"),
      at: by.place)
  }
  let others = OtherSystems(
    systems: systems, directory: directory, reachesDependents: dependents == true)
  let labels = source.document.allLabels
  let beside = FreezeText(name: name, end: to?.value, others: others, zone: zone)
    .problems(of: source.document, labels: labels)
  let meaning = KeyMeaning(
    of: facts.mapping.unread, in: .freeze, systems: directory, zone: zone, others: others)
  let unread = meaning.doubts(from: from?.value, to: to?.value)
  let labelled = meaning.doubts(ofLabels: labels, from: from?.value, to: to?.value)
  return DeclaredFreeze(
    name: name, document: source.document, from: from, to: to, systems: systems.names,
    allowed: allowed, declaredBy: declared?.by, declaredAt: declared?.at,
    unread: facts.mapping.unread,
    problems: source.problems + facts.problems(replacedBy: unread) + labelled + beside,
    hasUnknownSystems: !systems.unknown.isEmpty || isUnlisted || !beside.isEmpty,
    reachesDependents: dependents ?? false, surroundings: surroundings, times: times)
}

extension RecordFacts {
  /// `Summit, 1-12 March` of a freeze that ends on 5 March: one of the two is wrong.
  fileprivate mutating func compareEnd(
    _ end: Instant?, with names: [Located<String>], in zone: Zone
  ) {
    guard let end else { return }
    for name in names {
      let isLater = WrittenDay.all(in: name.value).contains { day in
        if case .day(let day) = day { return end <= zone.start(of: day) }
        return day.isAfter(end)
      }
      guard isLater else { continue }
      report(
        .unreadableValue(
          key: "to", text: name.value,
          expected: "an end that is no earlier than the days of the name and of the file's name"),
        at: name.place)
      return
    }
  }

  /// Times that come again, in the words of the policy's freezes.
  fileprivate mutating func times(_ key: String) -> Located<RecurringTimes>? {
    guard let text = text(key) else { return nil }
    guard let times = FreezeDurationText.times(text.value) else {
      report(
        .unreadableValue(
          key: key, text: text.value, expected: FreezeDurationText.acceptedTimes), at: text.place)
      return nil
    }
    if let abbreviation = times.abbreviation { report(abbreviation, at: text.place) }
    return Located(times, text.place)
  }

  /// Where a freeze holds; everywhere for `all`, and where there is nothing that names a place.
  fileprivate mutating func places(_ key: String) -> [String] {
    let names = texts(key).map(\.value)
    return names.contains { ["all", "any"].contains(WordForm.fold($0)) } ? [] : names
  }

  /// Whether a freeze holds for what depends on its systems too; nil where something stands there and
  /// nobody knows what it says.
  fileprivate mutating func dependents() -> Bool? {
    guard let entry = mapping.entry("dependents") else { return false }
    if let truth = truth("dependents") { return truth.value }
    if mapping.node("dependents") == nil {
      report(
        .unreadableValue(key: "dependents", text: "", expected: "true or false"),
        at: entry.key.place)
    }
    return nil
  }
}

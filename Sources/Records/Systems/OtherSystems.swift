import PolicyReading
import SourceText

/// What stands beside the systems that a freeze holds for and may say that it holds for others too: a
/// sentence, a name that stands alone, a label, a key.
struct OtherSystems {
  let systems: NamedSystems
  let directory: SystemDirectory
  /// It is known to hold for whatever depends on them.
  let reachesDependents: Bool

  /// What holds for all can hold for no more.
  private var isLimited: Bool { !systems.areAll && !systems.isEmpty }

  /// The first that a sentence speaks of: one of the list beside a word for more, all of them, or those
  /// that depend on it.
  func said(in sentence: String) -> String? {
    guard isLimited else { return nil }
    let words = WordForm.words(sentence)
    if words.contains(where: Self.ofMore.contains), let other = mentioned(in: words) {
      return other
    }
    if Self.saysAll(words) { return NamedSystems.every }
    return !reachesDependents && Self.saysDependents(words) ? "what depends on them" : nil
  }

  /// The first of a text that is nothing but names, such as an item of a list or a cell.
  func named(alone text: String) -> String? {
    guard isLimited else { return nil }
    let named = directory.read(text)
    if named.areAll { return NamedSystems.every }
    guard !directory.isEmpty, named.unknown.isEmpty else { return nil }
    return named.names.map(\.value).first { !isOwn($0) }
  }

  /// The first behind a label such as `Systems` or `Applies to`.
  func labelled(_ label: String, _ text: String) -> String? {
    let words = WordForm.words(label)
    guard isLimited, words.count < 5, words.contains(where: Self.isScope),
      !words.contains(where: Self.excepting.contains)
    else { return nil }
    let named = directory.read(text)
    if named.areAll { return NamedSystems.every }
    // Without a list a text of several words may be anything.
    return named.names.map(\.value).first {
      !isOwn($0) && (!directory.isEmpty || !SystemName.isPhrase($0))
    }
  }

  /// A key that nobody reads: a remark as a sentence does, any other by the name alone.
  func areSaid(by key: UnreadKey, _ words: [String]) -> Bool {
    guard isLimited, !key.isDenied else { return false }
    if key.value.sentences.contains(where: { said(in: $0) != nil }) { return true }
    let isFlag = ["true", "yes"].contains(WordForm.fold(key.value))
    if isFlag, words.contains(where: Self.flags.contains) { return true }
    if isFlag, !reachesDependents,
      words.contains(where: { word in Self.ofDependents.contains(where: word.hasPrefix) })
    {
      return true
    }
    let isRemark = words.contains {
      TableSynonyms.isRemark($0) || Self.ofLabels.contains($0) || Self.excepting.contains($0)
    }
    return !isRemark && mentioned(in: WordForm.words(key.value)) != nil
  }

  private func mentioned(in words: [String]) -> String? {
    directory.mentions(in: words).map(\.system).first { !isOwn($0) }
      .map { directory.canonicalName(of: $0) ?? $0 }
  }

  private func isOwn(_ name: String) -> Bool {
    let folded = WordForm.fold(name)
    return systems.names.contains { WordForm.fold($0.value) == folded }
  }

  /// `All systems are frozen`, `no changes to any service`; not `all other systems`, and not what is said
  /// of all of them but the freeze.
  private static func saysAll(_ words: [String]) -> Bool {
    words.indices.contains { index in
      var end = index + 1
      if ["everything", "everywhere", "anywhere"].contains(words[index]) {
        if end < words.count, words[end] == "else", words.first != "and" { return false }
      } else {
        guard ["all", "any", "every", "each", "whole", "entire"].contains(words[index]) else {
          return false
        }
        while end < words.count, ["of", "the", "our"].contains(words[end]) { end += 1 }
        guard end < words.count, general.contains(words[end]) else { return false }
        end += 1
      }
      let before = words[..<index]
      if before.last == "not" { return false }
      return words.count < 4 || words[end...].prefix(3).contains(where: ofAll.contains)
        || before.suffix(3).contains(where: ofFreezes.contains)
    }
  }

  /// `And whatever depends on it`, `holds for dependents as well`.
  private static func saysDependents(_ words: [String]) -> Bool {
    words.contains { word in ofDependents.contains(where: word.hasPrefix) }
      && (["and", "plus", "with"].contains(words.first ?? "")
        || words.contains { ["whatever", "everything", "anything"].contains($0) }
        || words.contains(where: ofMoreButFreeze.contains))
  }

  private static func isScope(_ word: String) -> Bool {
    general.contains(word) || scopes.contains(word)
  }

  private static let general: Set<String> = [
    "system", "systems", "service", "services", "component", "components", "application",
    "applications", "production", "platform", "platforms",
  ]
  private static let scopes: Set<String> = ["scope", "covers", "applies", "includes", "frozen"]
  private static let excepting: Set<String> = [
    "not", "un", "unaffected", "except", "excluded", "excluding", "without", "exempt", "other",
    "others", "owner", "owners", "no",
  ]
  private static let ofMore: Set<String> = [
    "also", "too", "including", "includes", "both", "frozen", "freeze", "covers", "holds", "well",
    "applies", "plus", "included", "widened",
  ]
  private static let ofMoreButFreeze = ofMore.subtracting(["freeze"])
  /// Behind all of them: `are frozen`, `too`.
  private static let ofAll: Set<String> = [
    "frozen", "included", "also", "too", "closed", "affected", "blocked",
  ]
  /// Ahead of them: `the freeze covers`, `no changes to`, `freeze of`.
  private static let ofFreezes: Set<String> = [
    "covers", "applies", "holds", "includes", "including", "affects", "freeze", "widened",
    "extended", "no",
  ]
  private static let flags: Set<String> = [
    "global", "globally", "all", "everything", "everywhere", "wide",
  ]
  private static let ofDependents = ["depend", "transitiv", "recursiv", "cascad", "downstream"]
  private static let ofLabels: Set<String> = [
    "tags", "tag", "labels", "label", "flags", "flag", "title", "event",
  ]
}

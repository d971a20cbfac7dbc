import PolicyReading
import SourceText

/// What a text on the systems of a change says beyond those that are stated: the name of another one that
/// is known, or a word by which there may be more.
struct WidenedSystems {
  /// The names that are known, folded, each with the name of its system, folded.
  typealias Known = [String: String]

  private let known: Known
  private let stated: Set<String>

  init(stated: NamedSystems, known: Known) {
    self.known = known
    self.stated = Set(stated.names.map { WordForm.fold($0.value) })
  }

  private func system(named name: String) -> String? {
    known[name] ?? (stated.contains(name) ? name : nil)
  }

  /// The first part of a text that widens what is stated; nil where none does. What a clause denies
  /// (`not rpc-gateway`) widens nothing.
  func part(of text: String) -> String? {
    if NonAnswer(text) == .unfinished { return text }
    for clause in Self.clauses(of: text) {
      let words = WordForm.words(clause)
      if words.contains(where: Self.denying.contains) { continue }
      if let part = widening(words) ?? joined(words) { return part }
      if ["...", "…", "?"].contains(where: clause.holds) { return clause }
    }
    return nil
  }

  private func widening(_ words: [String]) -> String? {
    var index = 0
    while index < words.count {
      if let (name, count) = name(at: index, of: words) {
        if !stated.contains(name) { return name }
        index += count
        continue
      }
      if Self.wide.contains(words[index]) { return words[index] }
      if Self.quantities.contains(words[index]), !isOfParts(behind: index, of: words) {
        return words[index]
      }
      index += 1
    }
    return nil
  }

  /// `rpc-gateway and its database`: what is joined to a system that is stated, and is neither one nor a
  /// part of one. Behind `in` places are joined.
  private func joined(_ words: [String]) -> String? {
    guard let join = words.lastIndex(where: { ["and", "plus"].contains($0) }), join > 0,
      !words[..<join].contains(where: Self.prepositions.contains)
    else { return nil }
    let rest = words[(join + 1)...]
    let isKnown = rest.indices.contains { index in
      name(at: index, of: words) != nil || Self.parts.contains(words[index])
        || Self.parts.contains(String(words[index].dropLast()))
        || words[index].unicodeScalars.contains { $0.properties.numericType != nil }
        || Self.prepositions.contains(words[index])
    }
    let isOfStated = words[..<join].indices.contains { name(at: $0, of: words) != nil }
    return isKnown || !isOfStated || rest.isEmpty ? nil : rest.joined(separator: " ")
  }

  /// The longest known name that begins with a word.
  private func name(at index: Int, of words: [String]) -> (name: String, count: Int)? {
    for count in stride(from: min(4, words.count - index), to: 0, by: -1) {
      let part = words[index..<index + count].joined(separator: " ")
      if let name = system(named: part) { return (name, count) }
      // `the RPC gateways`
      if part.hasSuffix("s"), let name = system(named: String(part.dropLast())) {
        return (name, count)
      }
    }
    return nil
  }

  /// `all six nodes`, `every rpc-gateway pod`: parts of what is stated.
  private func isOfParts(behind index: Int, of words: [String]) -> Bool {
    var next = index + 1
    var isOfStated = false
    for _ in 0..<4 where next < words.count {
      if let (name, count) = name(at: next, of: words), stated.contains(name) {
        isOfStated = true
        next += count
        continue
      }
      if Self.parts.contains(words[next]) || Self.parts.contains(String(words[next].dropLast())) {
        return true
      }
      next += 1
    }
    return isOfStated && words[index] != "other" && words[index] != "others"
  }

  private static func clauses(of text: String) -> [String] {
    text.parts(atAnyOf: ",;\n()")
  }

  private static let denying: Set<String> = [
    "not", "no", "never", "without", "neither", "unaffected", "untouched", "none", "isnt", "arent",
  ]
  private static let prepositions: Set<String> = [
    "in", "at", "on", "of", "for", "from", "between", "to", "with", "by", "is", "are", "be", "will",
    "only", "which", "that", "restarts", "reloads",
  ]
  private static let wide: Set<String> = [
    "everything", "everywhere", "everyone", "etc", "al", "tbd", "tbc", "tba", "todo", "unknown",
    "unclear", "downstream", "upstream", "dependents", "dependants", "depends", "depend",
    "dependencies", "possibly", "potentially", "maybe", "perhaps", "probably", "production",
    "platform", "platforms", "infrastructure", "estate", "organisation", "organization", "behind",
    "beyond", "ticket", "wide", "except",
  ]
  private static let quantities: Set<String> = [
    "all", "every", "any", "each", "other", "others", "more", "further", "additional", "several",
    "various", "multiple", "many", "some", "most", "rest", "remaining", "whole", "entire",
  ]
  /// What a system has several of.
  private static let parts: Set<String> = [
    "node", "pod", "instance", "replica", "region", "server", "host", "shard", "machine",
    "container", "process", "worker", "user", "customer", "client", "request", "page", "tenant",
    "session", "zone", "validator", "relayer", "runner", "reader", "partner", "endpoint", "query",
    "report", "screen", "sidecar", "certificate", "setting", "job", "thread", "disk", "index",
    "table", "people", "wallet", "person",
  ]
}

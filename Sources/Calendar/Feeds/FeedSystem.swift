import PolicyReading
import Records
import SourceText

/// A system with a feed of its own: one that a change, a declared freeze or an incident names.
package struct FeedSystem: Sendable, Hashable {
  /// As it is written first.
  package let name: String
  /// `rpc-gateway`: the same for every way of writing the name.
  package let key: String

  /// By key. Names that are told apart by nothing but case and punctuation are one system.
  package static func list(of register: Register) -> [FeedSystem] {
    var names: [String: String] = [:]
    var spellings: Set<String> = []
    func note(_ systems: [Located<String>]) {
      for system in systems where spellings.insert(system.value).inserted {
        let key = key(of: system.value)
        if !key.isEmpty, key != "all", names[key] == nil { names[key] = system.value }
      }
    }
    for change in register.changes { note(change.systems) }
    for freeze in register.freezes { note(freeze.systems) }
    for incident in register.incidents { note(incident.systems) }
    return names.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { FeedSystem(name: $0.value, key: $0.key) }
  }

  static func key(of name: String) -> String {
    WordForm.words(name).joined(separator: "-")
  }
}

/// The keys of systems, made once for each way of writing a name: thousands of records name the same
/// few systems.
struct FeedSystemKeys {
  private var bySpelling: [String: String] = [:]

  mutating func key(of name: String) -> String {
    if let key = bySpelling[name] { return key }
    let key = FeedSystem.key(of: name)
    bySpelling[name] = key
    return key
  }
}

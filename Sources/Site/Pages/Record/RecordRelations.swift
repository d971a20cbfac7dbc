import Documents
import Records
import SourceText

/// What records say of each other, from the other side: a change that another one follows leads to it as
/// that one leads back.
struct RecordRelations: Sendable {
  struct Relation: Sendable, Hashable {
    /// How the other record stands to this one, such as `Followed by`.
    let words: String
    let id: String
  }

  /// By the id of the record that is spoken of.
  private var relations: [String: [Relation]] = [:]

  init(_ register: Register) {
    func add(_ words: String, _ id: String, to named: String) {
      let relation = Relation(words: words, id: id)
      guard named != id, relations[named]?.contains(relation) != true else { return }
      relations[named, default: []].append(relation)
    }
    for incident in register.incidents {
      for cause in incident.causedBy { add("Caused", incident.id, to: cause.value) }
    }
    for change in register.changes {
      if let first = change.follows { add("Followed by", change.id, to: first.value) }
      if let old = change.supersedes { add("Superseded by", change.id, to: old.value) }
      for cause in change.causedIncidents { add("Caused by", change.id, to: cause.value) }
      for fix in change.incidents { add("Fixed by", change.id, to: fix.value) }
      if let one = change.postMortem { add("Post-mortem of", change.id, to: one.value) }
    }
  }

  /// In the order of the register, incidents first.
  func to(_ id: String) -> [Relation] { relations[id] ?? [] }
}

extension Publication {
  /// Links to the records that a record names and to those that name it, each once.
  ///
  /// - Parameter stated: What the record itself says.
  func related(_ id: String, _ stated: [RecordRelations.Relation]) -> [any Block] {
    let links = stated + relations.value.to(id).filter { !stated.contains($0) }
    guard !links.isEmpty else { return [] }
    let items = links.map { link in
      ItemList.Item("\(link.words) \(named(link.id))", isParagraph: false)
    }
    return [Section("related", "Related", [ItemList(items)])]
  }
}

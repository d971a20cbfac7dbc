import Chronology
import Obligations
import PolicyReading
import Records
import SourceText

/// The systems that records name. Names that differ in case and punctuation alone are one system,
/// called as the first record writes it.
struct SystemIndex: Sendable {
  struct System: Sendable {
    let name: String
    let route: Route
    /// Indices of the register's changes; of two changes with one id the first alone.
    fileprivate(set) var changes: [Int] = []
    /// Indices of the register's incidents.
    fileprivate(set) var incidents: [Int] = []
    /// Indices of the register's declared freezes.
    fileprivate(set) var freezes: [Int] = []

    fileprivate init(name: String) {
      self.name = name
      route = .system(name)
    }
  }

  /// By name.
  let systems: [System]
  private let positions: [String: Int]
  /// Spares the folding of names that are linked on thousands of pages.
  private let bySpelling: [String: Int]

  init(_ register: Register) {
    var names = Names()
    var lastID: String?
    for (index, change) in register.changes.enumerated() where change.id != lastID {
      lastID = change.id
      for system in names.each(of: change.systems) { names.systems[system].changes.append(index) }
    }
    lastID = nil
    for (index, incident) in register.incidents.enumerated() where incident.id != lastID {
      lastID = incident.id
      for system in names.each(of: incident.systems) {
        names.systems[system].incidents.append(index)
      }
    }
    for (index, freeze) in register.freezes.enumerated() {
      for system in names.each(of: freeze.systems) { names.systems[system].freezes.append(index) }
    }
    let order = names.systems.indices.sorted { a, b in
      names.systems[a].name.utf8.lexicographicallyPrecedes(names.systems[b].name.utf8)
    }
    systems = order.map { names.systems[$0] }
    var rank = [Int](repeating: 0, count: order.count)
    for (position, index) in order.enumerated() { rank[index] = position }
    positions = names.byForm.mapValues { rank[$0] }
    bySpelling = names.bySpelling.mapValues { rank[$0] }
  }

  /// The system of a name however it is spelled; nil for one that no record names.
  func system(named name: String) -> System? {
    (bySpelling[name] ?? positions[Self.form(name)]).map { systems[$0] }
  }

  /// The page of that system.
  func route(ofSystem name: String) -> Route? {
    (bySpelling[name] ?? positions[Self.form(name)]).map { systems[$0].route }
  }

  static func form(_ name: String) -> String {
    let form = WordForm.fold(name)
    return form.isEmpty ? name : form
  }

  private struct Names {
    var systems: [System] = []
    var byForm: [String: Int] = [:]
    var bySpelling: [String: Int] = [:]

    /// The systems that a record names, each once.
    mutating func each(of names: [Located<String>]) -> [Int] {
      var found: [Int] = []
      for name in names where !name.value.isEmpty {
        let index = index(of: name.value)
        if !found.contains(index) { found.append(index) }
      }
      return found
    }

    private mutating func index(of name: String) -> Int {
      if let index = bySpelling[name] { return index }
      let form = SystemIndex.form(name)
      let index = byForm[form] ?? systems.count
      if index == systems.count {
        systems.append(System(name: name))
        byForm[form] = index
      }
      bySpelling[name] = index
      return index
    }
  }
}

extension SystemIndex.System {
  /// The last change that was made to it, and when it ended; a plan and what was refused are none.
  func lastChange(in publication: Publication) -> (at: Instant, change: Change)? {
    changes.lazy.map { publication.register.changes[$0] }.filter(\.hasHappened)
      .compactMap { change in change.ended.map { (at: $0.value, change: change) } }
      .filter { $0.at <= publication.asOf }.max { $0.at < $1.at }
  }
}

import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// The names of systems that freezes, incidents and changes use, held against each other and against
/// the list of systems.
struct SystemNames {
  private let register: Register

  init(_ register: Register) { self.register = register }

  var findings: [Finding] { register.systems.isEmpty ? namedNowhereElse : retired }

  /// Of a freeze or an incident whose system nothing else names.
  private var namedNowhereElse: [Finding] {
    if register.changes.isEmpty { return [] }
    let ofFreezes = register.freezes.map { (names: $0.systems, record: String?.none) }
    let ofIncidents = register.incidents.map { (names: $0.systems, record: Optional($0.id)) }
    // How many files name a system.
    var uses: [String: Int] = [:]
    for names in register.changes.map(\.systems) + (ofFreezes + ofIncidents).map(\.names) {
      for name in Set(names.map { WordForm.fold($0.value) }) { uses[name, default: 0] += 1 }
    }
    let known = register.namesOfSystems
    return (ofFreezes + ofIncidents).flatMap { names, record in
      names.filter { $0.value != NamedSystems.every && uses[WordForm.fold($0.value)] == 1 }.map {
        name in
        let meant = suggest(for: name.value, among: known)
        return UndefinedName.finding(
          "nothing else names the system \(quoted(name.value))",
          help: (meant.map { "did you mean `\($0)`? " } ?? "")
            + "A list in content/systems.md says which systems there are",
          at: name.place, record: record)
      }
    }
  }

  /// Of a change, freeze or incident of a system that was out of use by then.
  private var retired: [Finding] {
    guard register.systems.systems.contains(where: { $0.retirement != nil }) else { return [] }
    let zone = register.zone
    func notes(_ names: [Located<String>], at instant: Instant?, record: String?) -> [Finding] {
      names.compactMap { name in
        guard let retirement = register.systems.system(named: name.value)?.retirement else {
          return nil
        }
        if let day = retirement.day, let instant, instant < zone.start(of: day) { return nil }
        let since = retirement.day.map { " since \($0)" } ?? ""
        return UndefinedName.finding(
          "the system \(quoted(name.value)) is retired\(since)",
          help: "name the system that took its place, or mend the list of systems",
          at: name.place, severity: .note, record: record)
      }
    }
    return register.changes.flatMap {
      notes(
        $0.systems, at: ($0.started ?? $0.deployed ?? $0.requested)?.value, record: $0.id)
    } + register.freezes.flatMap { notes($0.systems, at: $0.from?.value, record: nil) }
      + register.incidents.flatMap { notes($0.systems, at: $0.started?.value, record: $0.id) }
  }
}

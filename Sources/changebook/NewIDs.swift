import ArgumentParser
import Configuration
import RecordWriting
import Records
import SourceText

/// Ids for new records, none of which is taken.
struct NewIDs {
  private let register: Register
  private let used: Set<String>

  init(_ register: Register, _ tree: SourceTree) {
    self.register = register
    used = Set(
      register.changes.map(\.id) + register.incidents.map(\.id)
        + tree.files.compactMap(\.idInName))
  }

  /// The one that was asked for, where it has the form of one and is free; else the next.
  func id(_ asked: String?, _ kind: RecordKind, year: Int) throws -> String {
    let form = RecordIDForm(register.settings.idPatterns)
    if let asked {
      guard form.isValid(asked) else {
        throw ValidationError("--id \(asked) is not \(form.expected)")
      }
      guard !used.contains(asked) else {
        throw ValidationError("--id \(asked) is another record's already")
      }
      return asked
    }
    let known = kind == .change ? register.changes.map(\.id) : register.incidents.map(\.id)
    guard
      let next = RecordNumbering.next(
        kind, after: known, used: used, year: year, patterns: register.settings.idPatterns)
    else {
      throw ValidationError("--id is needed: it does not follow from the others what is next")
    }
    return next
  }
}

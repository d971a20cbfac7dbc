import SourceText

/// Reads earlier texts of changes as a register's own were read: by its policies, lists and settings.
package struct RecordVersionReader: Sendable {
  private let reader: ChangeReader

  package init(_ register: Register) {
    reader = ChangeReader(
      register.policies, settings: register.settings, systems: register.systems,
      people: register.people,
      frozen: namesOfSystems(
        register.incidents.map(\.systems) + register.freezes.map(\.systems)))
  }

  package func read(_ bytes: [UInt8], path: String) -> Change {
    reader.read(SourceFile.reading(path: path, bytes: bytes).file)
  }
}

import Configuration
import PolicyReading
import Records
import SourceText

/// Which changes the settings let run beside others: those of a type or a category, unless their
/// own record says that they need downtime.
struct ConflictExemption: Sendable {
  /// Folded.
  private let names: Set<String>

  init(_ settings: Settings) {
    names = Set(settings.conflictExemptions.map { WordForm.fold($0.value) })
  }

  func holds(for change: Change) -> Bool {
    if names.isEmpty { return false }
    let isNamed =
      change.type.map { names.contains(WordForm.fold($0.value)) } ?? false
      || change.categories.contains { names.contains(WordForm.fold($0.value)) }
    return isNamed && change.requiresDowntime != true
  }
}

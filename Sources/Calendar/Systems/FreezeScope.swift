import PolicyReading
import Records
import SourceText

/// The systems that a freeze holds for.
struct FreezeScope: Sendable {
  /// As they are written, those that depend on them after them; empty where it holds for all, or
  /// where none is known.
  let names: [String]
  /// It holds for every system.
  let areAll: Bool
  /// It may hold for others: something stands in the place of a system that nobody knows.
  let hasUnknown: Bool
  /// A name that is nearly one of them may mean it, because no list says which there are.
  private let allowsSlips: Bool
  let forms: [SystemForm]
  private let folded: Set<String>

  static let all = FreezeScope([], hasUnknown: false, in: SystemDirectory())

  /// - Parameter written: none of them where it holds for all.
  init(
    _ written: [Located<String>], hasUnknown: Bool, reachesDependents: Bool = false,
    in directory: SystemDirectory
  ) {
    areAll =
      written.isEmpty
      ? !hasUnknown : written.contains { WordForm.fold($0.value) == Freeze.everySystem }
    var names = areAll ? [] : written.map(\.value)
    if reachesDependents { names += directory.dependents(on: names) }
    self.names = names
    self.hasUnknown = hasUnknown && !areAll
    allowsSlips = directory.isEmpty
    forms = names.map(SystemForm.init)
    folded = Set(forms.map(\.folded))
  }

  /// Whether it holds for one of a change's systems.
  func concerns(_ profile: ChangeProfile) -> Answer {
    if areAll { return .yes }
    guard let touched = profile.folded.systems else { return .unknown }
    if touched.contains(where: { $0.folded == Freeze.everySystem || folded.contains($0.folded) }) {
      return .yes
    }
    if hasUnknown || profile.hasUnknownSystems { return .unknown }
    let mayBeSlip = allowsSlips && touched.contains { name in forms.contains { $0.isNear(name) } }
    return mayBeSlip ? .unknown : .no
  }
}

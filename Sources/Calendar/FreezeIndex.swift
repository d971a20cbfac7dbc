import Chronology
import PolicyReading

/// Finds the freezes that touch a span and that may concern a change: there may be one for each of
/// a thousand incidents, and ten thousand changes to ask for.
struct FreezeIndex: Sendable {
  /// Indices of those that recur; a policy has a few.
  private let recurring: [Int]
  private let once: IntervalIndex
  /// Those that happen once and hold, or may hold, for all systems.
  private let onceForAny: IntervalIndex
  /// Those that happen once, by each of their systems.
  private let onceBySystem: [String: IntervalIndex]
  /// The systems of those that happen once, each once, in order.
  private let systems: [SystemForm]
  /// Of names that are asked for often, the systems that they may mean.
  private let nearby: [String: [String]]

  /// - Parameter names: names of systems that will be asked for.
  init(_ freezes: [Freeze], asking names: [String] = []) {
    var recurring: [Int] = []
    var once: [(interval: Interval, key: Int)] = []
    var forAny: [(interval: Interval, key: Int)] = []
    var bySystem: [String: [(interval: Interval, key: Int)]] = [:]
    var systems: [SystemForm] = []
    for (index, freeze) in freezes.enumerated() {
      guard case .once(let interval) = freeze.recurrence else {
        recurring.append(index)
        continue
      }
      once.append((interval, index))
      if freeze.scope.areAll || freeze.scope.hasUnknown {
        forAny.append((interval, index))
        continue
      }
      for form in freeze.scope.forms {
        if bySystem[form.folded] == nil { systems.append(form) }
        bySystem[form.folded, default: []].append((interval, index))
      }
    }
    self.recurring = recurring
    self.once = IntervalIndex(once)
    onceForAny = IntervalIndex(forAny)
    onceBySystem = bySystem.mapValues(IntervalIndex.init)
    self.systems = systems
    var nearby: [String: [String]] = [:]
    for name in names {
      let form = SystemForm(name)
      if nearby[form.folded] == nil { nearby[form.folded] = Self.near(form, among: systems) }
    }
    self.nearby = nearby
  }

  private static func near(_ name: SystemForm, among systems: [SystemForm]) -> [String] {
    systems.filter { $0.isNear(name) }.map(\.folded)
  }

  /// Indices of the freezes that may touch the span and concern a change, ascending. Of systems
  /// that are not known, or are all of them, every freeze may.
  func candidates(in span: Interval, for profile: ChangeProfile) -> [Int] {
    var found = recurring
    func take(_ index: Int) -> Bool {
      found.append(index)
      return true
    }
    if let systems = profile.folded.systems, !profile.hasUnknownSystems,
      !systems.contains(where: { $0.folded == Freeze.everySystem })
    {
      onceForAny.overlapping(span, take)
      for system in systems where !system.folded.isEmpty {
        onceBySystem[system.folded]?.overlapping(span, take)
        for name in nearby[system.folded] ?? Self.near(system, among: self.systems) {
          onceBySystem[name]?.overlapping(span, take)
        }
      }
      var once: [Int] = []
      for index in found.sorted() where index != once.last { once.append(index) }
      return once
    }
    once.overlapping(span, take)
    return found.sorted()
  }
}

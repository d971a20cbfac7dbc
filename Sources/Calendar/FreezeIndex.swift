import Chronology
import PolicyReading

/// Finds the freezes that touch a span and one of a change's systems: there may be one for each of
/// a thousand incidents, and ten thousand changes to ask for.
struct FreezeIndex: Sendable {
  /// Indices of those that recur; a policy has a few.
  private let recurring: [Int]
  private let once: IntervalIndex
  /// Those that happen once and hold for all systems.
  private let onceForAll: IntervalIndex
  /// Those that happen once, by each of their systems, folded.
  private let onceBySystem: [String: IntervalIndex]

  init(_ freezes: [Freeze]) {
    var recurring: [Int] = []
    var once: [(interval: Interval, key: Int)] = []
    var bySystem: [String: [(interval: Interval, key: Int)]] = [:]
    for (index, freeze) in freezes.enumerated() {
      guard case .once(let interval) = freeze.recurrence else {
        recurring.append(index)
        continue
      }
      once.append((interval, index))
      let systems = freeze.systems.isEmpty ? [""] : Set(freeze.systems.map(WordForm.fold))
      for system in systems { bySystem[system, default: []].append((interval, index)) }
    }
    self.recurring = recurring
    self.once = IntervalIndex(once)
    onceForAll = IntervalIndex(bySystem[""] ?? [])
    onceBySystem = bySystem.mapValues(IntervalIndex.init)
  }

  /// Indices of the freezes that may touch the span and concern a change, ascending. Of systems
  /// that are not known, or are all of them, every freeze may.
  func candidates(in span: Interval, for profile: ChangeProfile) -> [Int] {
    var found = recurring
    func take(_ index: Int) -> Bool {
      found.append(index)
      return true
    }
    if let systems = profile.folded.systems, !systems.contains("all") {
      onceForAll.overlapping(span, take)
      for system in systems where !system.isEmpty {
        onceBySystem[system]?.overlapping(span, take)
      }
      guard found.count > 1 else { return found }
      return Array(Set(found)).sorted()
    }
    once.overlapping(span, take)
    return found.sorted()
  }
}

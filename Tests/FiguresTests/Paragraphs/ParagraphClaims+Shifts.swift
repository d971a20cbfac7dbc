import Chronology
import Foundation
import Records

@testable import Figures

/// What moved, and what would have.
extension ParagraphClaims {
  func shifts(_ text: String) -> [String] {
    var faults: [String] = []
    let claims = text.matches(
      of:
        #/(?:: |; )([a-z ,]+), (better|worse|higher|lower) \((.+?) (?:in|from) ([A-Z]\w+ \d{4})(?: to ([A-Z]\w+ \d{4}))?, against (.+?) in the (\w+) months before\)/#
    )
    for match in claims {
      let last = Self.index(of: years.label)
      let first = (0...last).last { SampleSeries.month($0).title == match.4 } ?? -1
      let end = match.5.map(String.init) ?? String(match.4)
      if SampleSeries.month(last).title != end { faults.append("it ends in \(end)") }
      let before = max(0, first - 12)..<max(0, first)
      if Self.number(String(match.7)) != before.count {
        faults.append("\(before.count) months are before")
      }
      let (now, then) = (
        Self.labels(first...last), Self.labels(before.lowerBound..<before.upperBound)
      )
      let title = String(match.1)
      for (said, months) in [(String(match.3), now), (String(match.6), then)] {
        if let words = words(of: title, in: months) {
          if said != words { faults.append("\(title) is \(words)") }
        } else {
          faults.append("nobody knows \(title)")
        }
      }
      if let a = oracle.rate(title, in: now), let b = oracle.rate(title, in: then) {
        let isUp = a.k * b.n > b.k * a.n
        let chance = PlainTails.fisher(a.k, of: a.n, against: b.k, of: b.n, up: isUp)
        if chance >= 0.0013 { faults.append("\(title) did not move: \(chance)") }
        let isGoodUp = title.hasPrefix("change success rate")
        let tone =
          title == "changes without manual approval"
          ? isUp ? "higher" : "lower" : isUp == isGoodUp ? "better" : "worse"
        if match.2 != tone { faults.append("\(title) is \(tone)") }
      }
    }
    let moved = text.firstMatch(of: #/; (\w+) moved beyond normal variation/#).map {
      Self.number(String($0.1))
    }
    if (moved ?? 0) != claims.count { faults.append("\(claims.count) are named") }
    if moved == nil, !text.contains("none moved beyond normal month-to-month variation") {
      faults.append("neither moved nor not")
    }
    return faults + unnamed(claims.map { String($0.1) })
  }

  /// What a paragraph calls the number of a figure in some months.
  func words(of title: String, in months: Set<String>) -> String? {
    if let rate = oracle.rate(title, in: months) { return "\(rate.k) of \(rate.n)" }
    if let times = oracle.times(title, in: months), !times.isEmpty {
      let mean = times.reduce(0) { $0 + log(Double($1) + 60) } / Double(times.count)
      return "\(Self.duration(Int(exp(mean) - 60))) as the geometric mean of \(times.count)"
    }
    guard title == "deployment frequency" else { return nil }
    let days = (0..<SimulatedYears.months).map { SampleSeries.month($0) }
      .filter { months.contains($0.label) }
      .reduce(0) { $0 + Int(($1.interval.end - $1.interval.start) / 86_400) }
    let count = oracle.deployments(in: months)
    let pace = (Double(count) * 70 / Double(max(1, days))).rounded() / 10
    return "\(count) (\(pace == pace.rounded() ? "\(Int(pace))" : "\(pace)") a week)"
  }

  /// A rate that moved and is not named; where its months are large their own movement may excuse it.
  func unnamed(_ named: [String]) -> [String] {
    let last = Self.index(of: years.label)
    return RecordsOracle.rates.filter { !named.contains($0) }.flatMap { title in
      [1, 3, 6].compactMap { span -> String? in
        let first = last - span + 1
        let before = max(0, first - 12)..<first
        guard let a = oracle.rate(title, in: Self.labels(first...last)),
          let b = oracle.rate(title, in: Self.labels(before.lowerBound..<before.upperBound)),
          a.n > 0, b.n > 0,
          oracle.rate(title, in: month)?.n ?? 0 > 0
        else { return nil }
        let each = Double(b.n) / Double(before.count)
        let share = Double(b.k) / Double(b.n)
        if each * share > 5 && each * (1 - share) > 5 { return nil }
        let isUp = a.k * b.n > b.k * a.n
        let chance = PlainTails.fisher(a.k, of: a.n, against: b.k, of: b.n, up: isUp)
        return chance < 0.0013 * 0.999 ? "\(title) moved: \(chance)" : nil
      }
    }
  }

  func reach(_ text: String) -> [String] {
    guard
      let match = text.firstMatch(
        of:
          #/^With (\d+) changes? in the month, the ([a-z ,]+) would (not )?have stood out on its own (?:even )?at (\d+) of (\d+)( or worse)?/#
      ),
      let n = Int(match.1), let worst = Int(match.4)
    else { return ["it is not understood"] }
    let title = String(match.2)
    let last = Self.index(of: years.label)
    let before = Self.labels(max(0, last - 12)..<last)
    guard let now = oracle.rate(title, in: month), let then = oracle.rate(title, in: before) else {
      return ["nobody knows \(title)"]
    }
    let isFloor = title.hasPrefix("change success rate")
    func standsOut(_ k: Int) -> Bool {
      guard (0...n).contains(k) else { return false }
      return PlainTails.fisher(k, of: n, against: then.k, of: then.n, up: !isFloor) < 0.0013
    }
    var faults: [String] = []
    if n != now.n || Int(match.5) != n { faults.append("there are \(now.n)") }
    let isExtreme = worst == (isFloor ? 0 : n)
    if standsOut(worst) != (match.3 == nil) { faults.append("\(worst) stands out or not") }
    if match.3 != nil, !isExtreme { faults.append("\(worst) is not the worst") }
    if match.3 == nil, standsOut(worst + (isFloor ? 1 : -1)) {
      faults.append("a milder one stands out")
    }
    if match.3 == nil, (match.6 == nil) != isExtreme { faults.append("or worse") }
    return faults
  }
}

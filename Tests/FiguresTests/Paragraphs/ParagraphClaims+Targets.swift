import Chronology
import Foundation
import Records

@testable import Figures

/// Targets, what was missed and how sure that is.
extension ParagraphClaims {
  struct Judged {
    let title: String
    /// Nil without data.
    let isMet: Bool?
    /// Nil without data, and of a time.
    let evidence: String?
  }

  var targets: [Judged] {
    let rates = [("change success rate", 0.95, true), ("emergency change rate", 0.05, false)]
    let last = [("rollback rate", 0.02, false)]
    let mean = oracle.times("mean time to deploy", in: month) ?? []
    let time = Judged(
      title: "mean time to deploy",
      isMet: mean.isEmpty ? nil : mean.reduce(0, +) < 7200 * mean.count, evidence: nil)
    return rates.map(judge) + [time] + last.map(judge)
  }

  func judge(_ target: (title: String, bound: Double, isFloor: Bool)) -> Judged {
    guard let rate = oracle.rate(target.title, in: month), rate.n > 0 else {
      return Judged(title: target.title, isMet: nil, evidence: nil)
    }
    func isMet(_ k: Int, _ n: Int) -> Bool {
      // In hundredths, so that nothing is rounded.
      let hundredths = Int((target.bound * 100).rounded())
      return target.isFloor ? k * 100 > hundredths * n : k * 100 < hundredths * n
    }
    let met = isMet(rate.k, rate.n)
    func isClear(_ k: Int, _ n: Int) -> Bool {
      isMet(k, n) == met
        && PlainTails.midP(k, of: n, chance: target.bound, up: met == target.isFloor)
          < 0.025 * (1 - 1e-9)
    }
    let all = rate.n + rate.unknown
    let evidence =
      !isClear(rate.k, rate.n)
      ? "few" : isClear(rate.low, all) && isClear(rate.high, all) ? "clear" : "unknown"
    return Judged(title: target.title, isMet: met, evidence: evidence)
  }

  func targetCounts(_ text: String) -> [String] {
    let met = targets.count { $0.isMet == true }
    let missed = targets.count { $0.isMet == false }
    let without = 4 - met - missed
    func said(_ verb: String) -> Int {
      let pattern =
        "(\\w+)(?: of the policy's four targets| four targets of the policy)? "
        + "(?:was|were|has|have) \(verb)"
      guard let regex = try? Regex(pattern), let match = text.firstMatch(of: regex) else {
        return 0
      }
      return Self.number(String(match[1].substring ?? ""))
    }
    var faults: [String] = []
    for (verb, count) in [("met", met), ("missed", missed), ("no data", without)]
    where said(verb) != count {
      faults.append("\(said(verb)) \(verb) where \(count) are")
    }
    let name = SampleSeries.month(Self.index(of: years.label)).title
    if !text.contains(name) { faults.append("it is about \(name)") }
    if isRunning != text.hasPrefix("So far") { faults.append("so far or not") }
    return faults
  }

  func missed(_ text: String) -> [String] {
    var faults: [String] = []
    var named: [String] = []
    for match in text.matches(
      of:
        #/(?:^Missed: |, | and )([a-z ]+?) \(([<>\d.]+%), (\d+) of (\d+)(?:; ([a-z0-9, ]+))?; target [<>\d%]+\)/#
    ) {
      let title = String(match.1)
      named.append(title)
      guard let rate = oracle.rate(title, in: month) else {
        faults.append("nobody knows \(title)")
        continue
      }
      if "\(match.3) of \(match.4)" != "\(rate.k) of \(rate.n)" {
        faults.append("\(title) is \(rate.k) of \(rate.n)")
      }
      if rate.n > 0, match.2 != Self.percent(rate.k, rate.n) {
        faults.append("\(title) is \(Self.percent(rate.k, rate.n))")
      }
      guard title == "change success rate" else { continue }
      let parts = Self.counts(String(match.5 ?? ""))
      let outcomes = unsuccessful
      if parts != outcomes { faults.append("missed were \(outcomes)") }
      if parts.values.reduce(0, +) != rate.n - rate.k { faults.append("the parts do not add up") }
    }
    if let match = text.firstMatch(
      of: #/mean time to deploy \((.+?), mean of (\d+) changes?; target <2 hours \(normal\)\)/#)
    {
      named.append("mean time to deploy")
      let times = oracle.times("mean time to deploy", in: month) ?? []
      let mean = times.isEmpty ? 0 : times.reduce(0, +) / times.count
      if match.2 != "\(times.count)" { faults.append("the mean is of \(times.count)") }
      if match.1 != Self.duration(mean) { faults.append("the mean is \(Self.duration(mean))") }
    }
    let wanted = targets.filter { $0.isMet == false }.map(\.title)
    if named.sorted() != wanted.sorted() { faults.append("missed are \(wanted)") }
    return faults
  }

  func evidence(_ text: String) -> [String] {
    let rates = targets.filter { $0.evidence != nil }
    let clauses: [(String, Regex<(Substring, Substring)>)] = [
      ("clear", #/is clear for ([^;]+?)(?:;|$)/#),
      ("few", #/is inconclusive for ([^;:]+?): there are too few changes/#),
      ("unknown", #/is inconclusive for ([^;:]+?) while outcomes are unknown/#),
    ]
    return clauses.compactMap { evidence, clause in
      let wanted = rates.filter { $0.evidence == evidence }.map(\.title).sorted()
      let said = text.firstMatch(of: clause).map { String($0.1) }
      let named =
        said == nil
        ? []
        : said == "all three rates" || said == "both rates"
          ? rates.map(\.title).sorted()
          : rates.map(\.title).filter { said?.contains("the " + $0) ?? false }.sorted()
      return named == wanted ? nil : "\(evidence) are \(wanted)"
    }
  }
}

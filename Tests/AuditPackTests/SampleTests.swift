import AuditPack
import TestSupport
import Testing

/// Which changes an auditor looks at.
@Suite struct SampleTests {
  private func candidates(_ random: inout SplitMix) -> [AuditSample.Candidate] {
    (0..<random.below(80)).map { index in
      AuditSample.Candidate(
        id: "CHG-2026-\(1000 + index)", stratum: "type \(random.below(3)), risk \(random.below(3))",
        isEmergency: random.below(10) == 0)
    }
  }

  /// Worked out with another program: `hmac.new(b"2026-Q1", id, sha256)` of Python.
  @Test func ranksAreThoseOfAnybodyElse() {
    let sample = AuditSample(
      of: ["CHG-2026-0001", "CHG-2026-0002", "CHG-2026-0003"].map {
        AuditSample.Candidate(id: $0, stratum: "one", isEmergency: false)
      }, count: 3, seed: "2026-Q1")
    #expect(
      sample.drawn.map { "\($0.id) \($0.rank.prefix(16))" } == [
        "CHG-2026-0002 3541b6c1a7b55232", "CHG-2026-0003 81fb4cf9a6cfc41c",
        "CHG-2026-0001 de554a37b4d0ff18",
      ])
  }

  /// A larger sample begins with the smaller one; emergencies are always in; each type and risk is, as far
  /// as the number goes.
  @Test(arguments: 0..<40)
  func aLargerSampleHoldsTheSmaller(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let all = candidates(&random)
    let strata = Set(all.map(\.stratum)).count
    let small = 1 + random.below(20)
    let large = small + random.below(20)
    func drawn(_ count: Int, _ seed: String = "s") -> [AuditSample.Drawn] {
      AuditSample(of: all, count: count, seed: seed).drawn
    }
    func ranked(_ count: Int) -> [String] {
      drawn(count).filter { $0.why != .emergency }.map(\.id)
    }
    #expect(Array(ranked(large).prefix(min(small, all.count))) == ranked(small))
    let ids = Set(drawn(small).map(\.id))
    #expect(all.allSatisfy { !$0.isEmergency || ids.contains($0.id) })
    #expect(ids.count == drawn(small).count)
    #expect(Set(drawn(max(small, strata)).map(\.stratum)).count == strata)
    #expect(drawn(small).map(\.id) == drawn(small).map(\.id))
    let shuffled = AuditSample(of: all.reversed(), count: small, seed: "s").drawn.map(\.id)
    #expect(shuffled == drawn(small).map(\.id))
    if all.count > 30 {
      #expect(ranked(10) != drawn(10, "t").filter { $0.why != .emergency }.map(\.id))
    }
  }
}

import Findings
import Rules
import SourceText
import TestSupport
import Testing

/// References to requirements of standards.
@Suite struct ControlReferenceTests {
  /// CB708
  @Test(
    arguments: [
      ("SOC 2 CC8.1", nil), ("SOC 2 CC8.2", "CC8.1"), ("SOC2 CC10.1", "CC9.2"),
      ("ISO 27001 A.12.1.2", "A.8.32"), ("ISO/IEC 27001:2013 A.12.1.2", nil),
      ("ISO 27001:2022 A.8.32", nil), ("ISO 27001 8.32", nil), ("ISO 27001 A.8.35", "A.8.34"),
      ("ISO 27001 A.6.1.2", "A.5.3"), ("ISO 27001 A.9.2.1", "2013"), ("NIST 800-53 CM-3", nil),
      ("NIST 800-53 CM-15", "CM-14"), ("PCI DSS 4 6.5.1", nil), ("NIS2 6.4", nil), ("DORA 17", nil),
      ("ISO 27001 9.2", nil), ("ISO 27001 10.2", nil), ("ISO 27001 8.99", "A.8.34"),
      ("DORA Art. 9(4)(e)", nil), ("DORA RTS 2024/1774 art. 17", nil), ("PCI DSS 4.0 6.5.1", nil),
      ("PCI DSS v4.0.1 6.5.9", nil), ("SOC 2 CC8.1 / ISO 27001 A.12.1.2", "A.8.32"),
      ("SOC 2 CC8.2, NIST 800-53 CM-3", "CC8.1"), ("Our own rule 8.99", nil), ("SOX 404", nil),
      ("", nil),
    ])
  func aNumberThatIsNotThereIsNamed(standard: String, expected: String?) throws {
    let policy = SourceFile(
      path: FullPolicy.path,
      text: FullPolicy.text(
        replacingTableWith: """
          | Standard | Requirement | Implementation |
          |----------|-------------|----------------|
          | \(standard) | Change management | This policy |
          """))
    let found = try findings(of: [policy]).filter { $0.code.number == 708 }
    #expect(found.count == (expected == nil ? 0 : 1), "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.severity == .note })
    if let expected { #expect(found.first?.message.contains(expected) == true) }
  }

  /// Within a part every number up to its last is there, and none behind it, however it is written.
  @Test(arguments: 0..<40)
  func randomNumbers(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let parts = [
      ("SOC 2", "CC6.", 8), ("soc2:", "cc7.", 5), ("ISO 27001:2022", "A.5.", 37),
      ("ISO/IEC 27001", "a.8.", 34), ("NIST SP 800-53 r5", "CM-", 14),
    ]
    let (name, prefix, last) = parts[random.below(parts.count)]
    let number = 1 + random.below(60)
    let text = [
      "\(name) \(prefix)\(number)", "\(name), (\(prefix)\(number))", "\(prefix)\(number) [\(name)]",
    ][
      random.below(3)]
    let references = StandardReference.all(in: text)
    #expect(references.count == 1, "\(text)")
    #expect(references.allSatisfy { ($0.state == .current) == (number <= last) }, "\(text)")
  }

  /// Of several standards in a row each has what stands behind its name.
  @Test(arguments: 0..<60)
  func severalStandardsInARow(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let each = [
      "SOC 2 CC8.\(1 + random.below(3))", "ISO 27001 A.8.\(1 + random.below(50))",
      "NIST 800-53 CM-\(1 + random.below(20))", "PCI DSS 4.0 6.5.\(1 + random.below(9))",
      "NIS2 6.\(1 + random.below(20))",
    ]
    var left = each
    let chosen = (0..<(2 + random.below(3))).map { _ in left.remove(at: random.below(left.count)) }
    let sign = [", ", " / ", "; ", " and "][random.below(4)]
    let together = StandardReference.all(in: chosen.joined(separator: sign))
    #expect(together == chosen.flatMap(StandardReference.all(in:)), "\(chosen)")
    #expect(together.count == chosen.count)
  }

  @Test func everyEntryOfTheCrosswalkIsCurrent() {
    for entry in Crosswalk.entries {
      let references = StandardReference.all(in: "\(entry.standard.title) \(entry.number)")
      #expect(
        references.contains { $0.number == entry.number && $0.state == .current }, "\(entry.number)"
      )
      #expect(references.contains { $0.title == entry.title }, "\(entry.number)")
    }
  }
}

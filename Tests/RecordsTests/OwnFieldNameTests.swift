import Configuration
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

/// What the policy calls a field counts in records, and so does every synonym that is known.
@Suite struct OwnFieldNameTests {
  private func change(_ heading: String, policyAsksFor field: String) throws -> Change {
    let policy = readPolicy(
      SourceFile(
        path: "content/policy/p.md",
        text: "| Type | Approval | Lead Time |\n|---|---|---|\n| Normal | CAB | Immediate |\n\n"
          + "| Field | Required For |\n|---|---|\n| \(field) | All |\n"),
      settings: Settings())
    let book = try #require(PolicyBook([policy]))
    return readChange(
      SourceFile(
        path: "content/changes/CHG-1.md", text: "# A\n\n\(heading)\n\nEnough is said here.\n"),
      policies: book, settings: Settings())
  }

  @Test(arguments: [
    "Rollback Procedure", "Test Plan", "Reason for Change", "Affected Systems", "Plan", "Why",
    "Details", "Timing", "Data Protection", "Back-out Plan", "Sign-off", "Rollback Plan (if any)",
  ])
  func aFieldCountsByItsName(_ field: String) throws {
    for heading in ["## \(field)", "#### 3. \(field)", "### **\(field)**:"] {
      let change = try change(heading, policyAsksFor: field)
      #expect(
        change.sections.contains {
          ($0.role != nil || $0.isNamed(field)) && $0.state == .filled
        }, "\(heading)")
    }
  }

  @Test func synonymsAreOneListForBoth() throws {
    for field in FieldNames.all {
      guard let role = field.kind.role, role != .title, role != .type, role != .riskLevel else {
        continue
      }
      for asked in field.usual + field.others {
        #expect(FieldKind(named: asked) == field.kind)
        for written in field.usual + field.others {
          let change = try change("## \(written)", policyAsksFor: asked)
          #expect(change.sections.map(\.role) == [role], "\(written) for \(asked)")
        }
      }
    }
  }

  @Test func aPartOfASectionStaysAPart() throws {
    let text = "# A\n\n### Implementation Plan\n\n#### Overview\n\nOne.\n\n#### Plan\n\nTwo.\n"
    let change = try readSampleChange(text)
    #expect(change.sections.map(\.role) == [.implementationPlan])
    #expect(change.isFilledPlan)
  }

  @Test func aPlanOfTestsIsNoEvidence() throws {
    #expect(try readSampleChange("# A\n\n### Test Plan\n\nWe will.\n").sections[0].role == nil)
  }
}

extension Change {
  fileprivate var isFilledPlan: Bool {
    sections.contains { $0.role == .implementationPlan && $0.state == .filled }
  }
}

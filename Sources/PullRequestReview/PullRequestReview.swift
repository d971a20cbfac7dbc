import Calendar
import Chronology
import DeploymentGate
import Findings
import History
import PolicyReading
import Records
import Rules
import SourceText

// What a pull request does to the records:
//  1. the site is judged as it was at the commit where the request began, and as it is, both at one instant;
//  2. records are those whose files were touched; each is told with what is missing and when it may run;
//  3. findings are compared over the whole site, since an edit of one record may concern another;
//  4. of policies that were touched, what is understood of them is compared, and not their texts.

/// What a branch changes in a site, for those who have to approve it.
package struct PullRequestReview: Sendable {
  /// As it was asked for, and the commit that was compared with, by all its digits.
  package let revision: String
  package let base: String
  package let asOf: Instant
  package let zone: Zone
  /// In the order of their files' paths.
  package let records: [ReviewedRecord]
  /// What else was touched, by path.
  package let others: [String]
  package let findings: FindingDifference
  /// Every finding of now that no waiver covers, for a count.
  package let open: Int
  /// Of each policy that is understood otherwise than before, by path.
  package let policies: [ReviewedPolicy]

  /// - Parameter before: The site at the commit of the comparison; nil where it could not be read there.
  package init(
    _ comparison: RevisionComparison, from before: JudgedTree?, to after: JudgedTree, asOf: Instant
  ) {
    revision = comparison.revision
    base = comparison.base
    self.asOf = asOf
    let register = after.register
    zone = register.zone
    let gate = RegisterGate(register)
    let assembly = ReviewedRecords(
      comparison, from: before?.register, to: register, gate: gate, asOf: asOf)
    records = assembly.records
    let policyPaths = Set(
      (register.policies.policies + (before?.register.policies.policies ?? [])).map(\.file.path))
    let told = Set(records.flatMap { [$0.path, $0.formerPath].compactMap(\.self) })
      .union(policyPaths)
    others = comparison.touchedOfSite.map(\.path).filter { !told.contains($0) }
    findings = FindingDifference(
      from: before?.judgement.shown ?? [], to: after.judgement.shown)
    open = after.judgement.shown.count { $0.waiver == nil }
    policies = ReviewedPolicy.all(
      comparison, from: before?.register.policies, to: register.policies)
  }
}

/// A policy's document, and what is understood of it otherwise than before.
package struct ReviewedPolicy: Sendable {
  package let path: String
  package let difference: PolicyDifference

  static func all(
    _ comparison: RevisionComparison, from before: PolicyBook?, to after: PolicyBook
  ) -> [ReviewedPolicy] {
    let old = before?.policies ?? []
    let new = after.policies
    let paths = (old + new).map(\.file.path).uniqued.sorted { $0.precedesInBytes($1) }
    return paths.compactMap { path in
      let earlier = old.first { $0.file.path == path }.map(UnderstoodPolicy.init)
      let later = new.first { $0.file.path == path }.map(UnderstoodPolicy.init)
      let difference = PolicyDifference(from: earlier, to: later)
      // One that was touched and means the same is told too.
      guard !difference.parts.isEmpty || comparison.isTouched(path) else { return nil }
      return ReviewedPolicy(path: path, difference: difference)
    }
  }
}

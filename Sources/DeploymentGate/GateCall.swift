import Calendar
import Chronology
import Configuration
import Findings
import PolicyReading
import Records
import Rules
import SourceText

// One call of the gate:
//  1. changebook.yml, policies, freezes and incidents are read, and the record that is named;
//  2. whatever cannot be read is an obstacle;
//  3. names are looked up in the policy, or the record says what the change is;
//  4. the question is answered, and what was read is kept as evidence.

/// What the gate is asked of a site's folder.
package struct GateCall: Sendable {
  package let root: String
  /// What is taken for now.
  package let asOf: Instant
  package let start: Instant
  /// How long the work lasts; nil where it was not said.
  package let seconds: Int64?
  /// The record; nil to go by `subject`.
  package let record: GateRecordName?
  package let subject: GateSubject
  package let jobs: Jobs
  /// The version of the program, and the revision of the content; nil where it is not known.
  package let program: String
  package let revision: String?

  package init(
    root: String, asOf: Instant, start: Instant, seconds: Int64?, record: GateRecordName? = nil,
    subject: GateSubject = GateSubject(), jobs: Jobs, program: String, revision: String?
  ) {
    self.root = root
    self.asOf = asOf
    self.start = start
    self.seconds = seconds
    self.record = record
    self.subject = subject
    self.jobs = jobs
    self.program = program
    self.revision = revision
  }

  /// Whatever goes wrong on the way is an answer too: that there is none.
  package func answer() -> GateAnswer {
    var content: GateContent?
    do {
      let read = try GateContent(root: root, record: record, jobs: jobs)
      content = read
      let (question, gate) = try question(of: read)
      return GateAnswer(
        report: question.answer(), evidence: evidence(read, gate.register.policies.policies),
        by: gate)
    } catch let error as GateRefusal {
      return refused(error.causes, content)
    } catch {
      return refused([GateCause(.unreadable, "\(error)", at: nil)], content)
    }
  }

  private func refused(_ causes: [GateCause], _ content: GateContent?) -> GateAnswer {
    let named = record.map { GateSubject(change: $0.text) } ?? subject
    return GateAnswer(
      report: .unknown(named, over: interval(), because: causes, zone: .utc),
      evidence: evidence(content, []))
  }

  private func evidence(_ content: GateContent?, _ policies: [Policy]) -> GateEvidence {
    GateEvidence(
      program: program, asOf: asOf, revision: revision, record: content?.record?.path,
      policies: policies, files: content?.files ?? [])
  }

  private func interval(planned: Int64? = nil) -> Interval {
    Interval(start: start, end: start + (seconds ?? planned ?? 0))
  }

  private func question(of content: GateContent) throws -> (GateQuestion, RegisterGate) {
    let register: Register
    do throws(UnreadablePolicy) {
      register = try readRegister(
        content.tree, settings: content.settings, jobs: jobs, asked: start,
        policies: content.policies)
    } catch {
      throw GateRefusal(
        GateObstacles.causes(
          of: error, problems: content.settings.problems + content.tree.problems))
    }
    let gate = RegisterGate(register)
    guard let file = content.record else {
      let (subject, unknown) = subject.named(
        by: gate.book.inForce(at: start).policy, in: register)
      return (gate.question(subject, over: interval(), unknown: unknown), gate)
    }
    guard let change = register.changes.first(where: { $0.file === file }) else {
      throw GateRefusal(
        [GateCause(.unreadable, "\(file.path) is no change record", at: Place(startOf: file))])
    }
    let planned = interval(planned: change.scheduled?.value.seconds)
    let unreadable = content.problemsOfRecord.filter(\.kind.leavesDoubt).map(GateObstacles.cause)
    let question = gate.question(
      change, named: record?.id, over: planned, asOf: asOf, unreadable: unreadable)
    return (question, gate)
  }
}

/// Why no question can be put.
struct GateRefusal: Error {
  let causes: [GateCause]

  init(_ causes: [GateCause]) { self.causes = causes }
}

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
//  4. the question is answered.

/// What the gate is asked on the command line.
struct GateCall {
  let settings: SiteSettings
  let start: Instant
  /// Nil where it was not given.
  let seconds: Int64?
  /// An id or a path; nil to go by `subject`.
  let change: String?
  let subject: GateSubject

  /// What the calendar rests on.
  private static let folders = [
    "content/policy", "content/freezes", "content/incidents", "content/systems", "content/people",
  ]
  private static let lists = ["content/systems.md", "content/people.md"]

  /// Whatever goes wrong on the way is an answer too: that there is none.
  func answer() -> GateReport {
    do {
      return try read().answer()
    } catch let error as Refusal {
      return .unknown(error.subject, over: asked(), because: error.causes, zone: .utc)
    } catch {
      let cause = GateCause(.unreadable, "\(error)", at: nil)
      return .unknown(named, over: asked(), because: [cause], zone: .utc)
    }
  }

  /// Why no question can be put.
  private struct Refusal: Error {
    let subject: GateSubject
    let causes: [GateCause]
  }

  private var named: GateSubject {
    change.map { GateSubject(change: $0) } ?? subject
  }

  private func asked(planned: Int64? = nil) -> Interval {
    Interval(start: start, end: start + (seconds ?? planned ?? 0))
  }

  private func read() throws -> GateQuestion {
    let reading = try readSourceFile(root: settings.root, path: "changebook.yml")
    var configuration = reading.file.map(readSettings) ?? Settings()
    configuration.problems += reading.problems
    let tree = try readSourceTree(
      root: settings.root, folders: Self.folders, jobs: settings.jobs)
    let record = try change.map { try GateRecord.find($0, root: settings.root) }
    if case .refused(let causes)? = record { throw Refusal(subject: named, causes: causes) }
    let lists = try Self.lists.map { try readSourceFile(root: settings.root, path: $0) }
    let files = tree.files + lists.compactMap(\.file) + [record?.file].compactMap { $0 }
    let register: Register
    do throws(UnreadablePolicy) {
      register = try readRegister(
        SourceTree(files: files, problems: tree.problems + lists.flatMap(\.problems)),
        settings: configuration,
        jobs: settings.jobs)
    } catch {
      throw Refusal(
        subject: named,
        causes: causes(of: error, problems: configuration.problems + tree.problems))
    }
    let obstacles = gateObstacles(register).map(cause) + termCauses(register)
    let termCategories = configuration.terms.flatMap(\.categories)
    guard let file = record?.file else {
      let book = CalendarBook(register)
      let (subject, unknown) = subject.named(by: book.inForce(at: start).policy, in: register)
      return GateQuestion(
        subject, over: asked(), by: book, termCategories: termCategories,
        obstacles: obstacles + unknown)
    }
    guard let change = register.changes.first(where: { $0.file === file }) else {
      throw Refusal(subject: named, causes: [])
    }
    return GateQuestion(
      GateSubject(change), over: asked(planned: change.scheduled?.value.seconds),
      by: CalendarBook(register).judging(change, in: register), termCategories: termCategories,
      record: GateRecord.causes(of: change, startingAt: start, in: register),
      obstacles: obstacles + GateRecord.obstacles(of: change, named: record?.id, in: register))
  }

  // MARK: Obstacles

  private func cause(_ problem: ReadingProblem) -> GateCause {
    let words = findings(for: [problem]).first?.message
    return GateCause(.unreadable, words ?? "something here cannot be read", at: problem.place)
  }

  private func causes(of reason: UnreadablePolicy, problems: [ReadingProblem]) -> [GateCause] {
    var problems = problems
    let sentence: String
    switch reason {
    case .absent: sentence = "content/policy holds no change policy that can be read"
    case .notFound(let path):
      sentence = "changebook.yml names the policy \(path), which is not there or cannot be read"
    case .unreadable(let ofPolicy):
      sentence = "the policy cannot be read"
      problems += ofPolicy
    }
    return [GateCause(.unreadable, sentence, at: nil)] + problems.map(cause)
  }

  /// Readings of terms that name what no version of the policy has: such a term means less than
  /// was meant.
  private func termCauses(_ register: Register) -> [GateCause] {
    let policies = register.policies.policies
    let known = Set(
      policies.flatMap { policy in
        policy.types.map(\.name) + policy.risks.map(\.name)
      }.map(WordForm.fold))
    return register.settings.terms.flatMap { term in
      (term.types + term.risks).filter { !known.contains(WordForm.fold($0)) }.map { name in
        GateCause(
          .unreadable, name: name,
          "`\(term.term)` is read as `\(name)`, which is no type or risk level of the policy",
          at: term.place)
      }
    }
  }
}

import Findings
import Markdown
import PolicyReading
import Records
import SourceText

/// A change together with all that its page says of it.
struct RecordView {
  let publication: Publication
  let change: Change
  let route: Route
  /// The policy that judges it.
  let policy: Policy
  let type: ChangeType?
  let stage: WorkflowStage
  let findings: ConcernedFindings

  init(_ change: Change, in publication: Publication) {
    self.publication = publication
    self.change = change
    route = .change(change.id)
    policy = publication.register.policy(for: change)
    type = publication.register.type(of: change)
    stage = publication.stage(of: change)
    findings = ConcernedFindings(publication.findings.of(path: change.file.path), of: change)
  }

  var title: String { change.title?.value ?? "Untitled change" }
}

/// The findings of a record by the block of its page that they stand in.
struct ConcernedFindings {
  private(set) var times: [Finding] = []
  private(set) var approvals: [Finding] = []
  private(set) var evidence: [Finding] = []
  /// By index of the record's section.
  private(set) var sections: [Int: [Finding]] = [:]
  /// What concerns the record as a whole, or a part that has no block.
  private(set) var whole: [Finding] = []

  init(_ findings: ArraySlice<Finding>, of change: Change) {
    for finding in findings {
      switch finding.topic {
      case .authorisation, .waivers: approvals.append(finding)
      case .timing: times.append(finding)
      // A post-mortem is no test.
      case .evidence where finding.fact != .postMortemOverdue: evidence.append(finding)
      default:
        if let index = Self.section(holding: finding, of: change) {
          sections[index, default: []].append(finding)
        } else {
          whole.append(finding)
        }
      }
    }
  }

  /// The id of the first block that shows some below the top of the page; nil where they stand there,
  /// or among the sections alone.
  var firstBlock: String? {
    guard whole.isEmpty else { return nil }
    return [("times", times), ("approvals", approvals), ("evidence", evidence)]
      .first { !$0.1.isEmpty }?.0
  }

  /// The index of the section in which a finding lies and which is shown with its own heading.
  private static func section(holding finding: Finding, of change: Change) -> Int? {
    let place = finding.place.range
    guard finding.place.file === change.file else { return nil }
    let index = change.sections.lastIndex { $0.heading.place.range.lower <= place.lower }
    guard let index, RecordView.isShownAsSection(change.sections[index].role) else { return nil }
    return index
  }
}

import Chronology
import Documents
import PolicyReading
import Records
import SourceText

extension RecordView {
  /// The stages of the change's type in order, up to the end it took.
  var steps: [WorkflowStep] {
    var steps = type?.isGoverned == true ? governedSteps : ordinarySteps
    let current = steps.firstIndex { $0.stage == stage }
    for index in steps.indices {
      if let current, index == current {
        steps[index].state = stage == .closed ? .done : .now
      } else if let current, index > current {
        steps[index].state = .toCome
      } else {
        steps[index].state =
          steps[index].at == nil && steps[index].detail == nil ? .untraced : .done
      }
    }
    if current == nil { endEarly(&steps) }
    return steps
  }

  private var ordinarySteps: [WorkflowStep] {
    var steps = [step(.requested, change.requested?.value, change.requester?.value)]
    if type?.needsApproval != false {
      let reviews = change.approvals.filter { !$0.role.value.decides }
      let boards = change.approvals.filter(\.role.value.decides)
      steps.append(step(.reviewed, latest(reviews), people(reviews)))
      steps.append(step(.approved, latest(boards), people(boards)))
    }
    if type?.isEmergency != true || change.scheduled != nil {
      steps.append(step(.scheduled, change.scheduled?.value.start, nil))
    }
    return steps + [
      step(.inProgress, change.started?.value, change.implementer?.value),
      step(.verifying, change.deployed?.value, nil),
      step(.closed, change.closed?.value, nil),
    ]
  }

  private var governedSteps: [WorkflowStep] {
    let runtime = change.runtime
    var tally: String?
    if let aye = runtime?.voting?.aye?.value, let nay = runtime?.voting?.nay?.value {
      tally = "\(aye) for, \(nay) against"
    }
    return [
      step(.development, change.requested?.value, change.requester?.value),
      step(.proposal, nil, runtime?.proposal?.value),
      step(.voting, runtime?.voting?.from?.value, tally),
      step(
        .enactment, runtime?.enacted?.value, runtime?.enactedAtBlock.map { "block \($0.value)" }),
      step(.migration, change.started?.value, change.implementer?.value),
      step(.verification, change.deployed?.value, nil),
      step(.closed, change.closed?.value, nil),
    ]
  }

  /// Leaves out what never happened and closes with the end that the change took.
  private func endEarly(_ steps: inout [WorkflowStep]) {
    let end = stage == .rolledBack ? change.rollback?.at?.value : change.closed?.value
    let trigger = stage == .rolledBack ? change.rollback?.trigger?.value : nil
    let closed = steps.last { $0.stage == .closed && $0.at != nil }
    steps.removeAll { $0.state == .untraced || $0.stage == .closed }
    steps.append(WorkflowStep(stage: stage, state: .off, at: end, detail: trigger))
    if stage == .rolledBack, let closed { steps.append(closed) }
  }

  private func step(_ stage: WorkflowStage, _ at: Instant?, _ detail: String?) -> WorkflowStep {
    WorkflowStep(stage: stage, state: .toCome, at: at, detail: detail)
  }

  private func latest(_ approvals: [Approval]) -> Instant? {
    approvals.compactMap { $0.at?.value }.max()
  }

  private func people(_ approvals: [Approval]) -> String? {
    let names = approvals.compactMap { $0.by?.value }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  var way: Steps {
    Steps(
      "Way through the workflow",
      steps.map { Step($0.stage.rawValue, $0.state, at: $0.at, detail: $0.detail) })
  }
}

/// One stage of the way that a change takes.
struct WorkflowStep {
  let stage: WorkflowStage
  var state: Step.State
  let at: Instant?
  /// Who did it, or what is known of it beside its instant.
  let detail: String?
}

import Figures
import Records
import SourceText

/// A change that a report names, with what its record says of the cause.
package struct ExceptionalChange: Sendable {
  package let exception: ReportException
  package let change: Change?
  /// Why it was rolled back.
  package let trigger: String?
  /// A link or an id.
  package let postMortem: String?
  /// The policy asks for a post-mortem and there is none.
  package let owesPostMortem: Bool
  /// The incidents that it caused, and those that it fixes: ids.
  package let caused: [String]
  package let fixes: [String]
  /// Changes that follow it up: ids.
  package let followUps: [String]

  /// It failed, by the change failure rate; otherwise it is an emergency, or had issues, and did not.
  package var isFailure: Bool {
    exception.kinds.contains { $0 != .emergency && $0 != .withIssues }
  }
}

extension ReportIndex {
  func exceptional(_ exception: ReportException) -> ExceptionalChange {
    let change = register.change(exception.id)
    return ExceptionalChange(
      exception: exception, change: change, trigger: change?.rollback?.trigger?.value,
      postMortem: change?.postMortem?.value,
      owesPostMortem: owingPostMortem.contains(exception.id), caused: caused[exception.id] ?? [],
      fixes: change?.incidents.map(\.value) ?? [], followUps: followUps[exception.id] ?? [])
  }
}

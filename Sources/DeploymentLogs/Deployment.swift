import Chronology
import SourceText

/// A deployment as a system that makes them has it in its log.
package struct Deployment: Sendable {
  /// What people call it: `givenID`, else its place.
  package let id: String
  /// What the system calls it; nil where it does not.
  package let givenID: String?
  /// Within what that is one of its kind, besides the system and the environment; nil where the log does not
  /// say.
  package let origin: String?
  package let environment: String?
  /// A commit.
  package let revision: String?
  /// A name with its version or digest.
  package let artifact: String?
  package let system: String?
  /// The id of the change that it says it was for.
  package let record: String?
  package let started: Instant?
  package let finished: Instant?
  package let status: DeploymentStatus
  package let by: String?
  /// The log says that it went back to what was there before.
  package let isRollback: Bool
  package let place: Place

  /// When it was: its end, else its start. A log has one of them of every deployment.
  package let at: Instant

  /// When it began, as far as is known.
  package var beginning: Instant { started ?? at }
}

/// How a deployment went.
package enum DeploymentStatus: String, Sendable, Hashable, CaseIterable {
  case succeeded, failed
  /// Not over, or not begun.
  case running
  /// Called off before anything was done.
  case cancelled
  /// The log does not say.
  case unknown

  /// It changed something, or may have.
  package var hasHappened: Bool {
    switch self {
    case .succeeded, .failed, .unknown: true
    case .running, .cancelled: false
    }
  }

  /// By the words of the systems whose logs are read; nil for another word.
  init?(writtenAs text: String) {
    let key = text.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    guard let status = Self.words[key] else { return nil }
    self = status
  }

  private static let words: [String: DeploymentStatus] = [
    "success": .succeeded, "succeeded": .succeeded, "successful": .succeeded, "ok": .succeeded,
    "passed": .succeeded, "active": .succeeded, "inactive": .succeeded, "deployed": .succeeded,
    "done": .succeeded, "complete": .succeeded, "completed": .succeeded, "superseded": .succeeded,
    "failure": .failed, "failed": .failed, "error": .failed, "errored": .failed,
    "degraded": .failed,
    "queued": .running, "pending": .running, "waiting": .running, "created": .running,
    "running": .running, "inprogress": .running, "started": .running, "blocked": .running,
    "progressing": .running,
    "cancelled": .cancelled, "canceled": .cancelled, "skipped": .cancelled,
    "rejected": .cancelled, "aborted": .cancelled,
    "unknown": .unknown,
  ]
}

extension Place {
  /// `2026.jsonl:12`, below the folder of logs: the file and the line, and the column where other
  /// entries may begin in that line.
  var nameInLog: String {
    let path =
      file.isDeploymentLog ? String(file.path.dropFirst(DeploymentLog.folder.count)) : file.path
    let start = self.start
    return "\(path):\(start.line)" + (start.column > 1 ? ":\(start.column)" : "")
  }
}

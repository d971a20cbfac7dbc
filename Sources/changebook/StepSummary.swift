import Findings
import Foundation

/// What GitHub shows beside a step of a workflow: a file to whose end steps add Markdown.
///
/// It is something extra: whatever goes wrong with it is said, and changes nothing else.
struct StepSummary: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// GitHub shows nothing of a step whose summary has more bytes.
  private static let limit = 1 << 20

  /// Adds the findings, as many as have room.
  func add(_ findings: [Finding], site: RepositoryFolder, console: Console) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else {
      console.say("changebook: no step summary: cannot open \(path): \(Self.reason(errno))")
      return
    }
    defer { close(descriptor) }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    let summary = renderStepSummary(findings, site: site, limit: Self.limit - size)
    do {
      try Console.write(summary, to: descriptor)
    } catch {
      console.say("changebook: no step summary: \(error)")
    }
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}

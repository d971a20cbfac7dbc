import Calendar
import Chronology
import Foundation
import SourceText

extension GateReceipt {
  /// Asks the same question again and gives the same answer, or none with the reasons why it is not
  /// the same.
  ///
  /// What an answer rests on is compared first: where a file differs from the one that was read, is
  /// gone or has come, nothing is said of the old answer but that. Another version of the program may
  /// verify it as long as its answer is the same.
  package func verify(
    root: String, jobs: Jobs, program: String, revision: String?
  ) -> GateAnswer {
    let call = GateCall(
      root: root, asOf: asOf, start: start, seconds: seconds, record: record, subject: subject,
      jobs: jobs, program: program, revision: revision)
    let answer = call.answer()
    var causes = differences(to: answer.evidence.files)
    if causes.isEmpty, answer.report.state.rawValue != state {
      causes = [
        GateCause(
          .changed,
          "the receipt says \(state) and the same files say \(answer.report.state.rawValue): it was "
            + "written by version \(self.program), this is \(program)", at: nil)
      ]
    }
    if causes.isEmpty { causes = contradictions(to: answer) }
    if causes.isEmpty { return answer }
    if let then = self.revision, causes.contains(where: { $0.name != nil }) {
      causes.append(
        GateCause(
          .changed, "the receipt is of revision \(then): check that out to verify it", at: nil))
    }
    let report = GateReport.unknown(
      answer.report.subject, over: answer.report.interval, because: causes,
      zone: answer.report.zone)
    return GateAnswer(report: report, evidence: answer.evidence)
  }

  /// What the receipt says otherwise than the same files do: somebody has changed it since. Another
  /// version of the program may word its reasons in another way.
  private func contradictions(to answer: GateAnswer) -> [GateCause] {
    func members(_ bytes: [UInt8]) -> [String: NSObject] {
      let document = try? JSONSerialization.jsonObject(with: Data(bytes))
      return document as? [String: NSObject] ?? [:]
    }
    var free: Set = ["program", "revision", "schema"]
    if program != answer.evidence.program { free.insert("because") }
    let (then, now) = (members(bytes), members(renderGateJSON(answer)))
    return now.keys.sorted().filter { !free.contains($0) && then[$0] != now[$0] }.map {
      GateCause(.changed, "the receipt's `\($0)` is not what the same files say", at: nil)
    }
  }

  /// One cause for each file that is not as it was.
  private func differences(to now: [GateEvidence.Digest]) -> [GateCause] {
    let before = Dictionary(files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { a, _ in a })
    let after = Dictionary(now.map { ($0.path, $0.sha256) }, uniquingKeysWith: { a, _ in a })
    var causes = files.compactMap { file -> GateCause? in
      guard let found = after[file.path] else {
        return changed(file.path, "\(file.path) was read then and is not there now")
      }
      return found == file.sha256
        ? nil : changed(file.path, "\(file.path) is not the file that was read then")
    }
    causes += now.filter { before[$0.path] == nil }.map {
      changed($0.path, "\($0.path) was not there then")
    }
    return causes
  }

  private func changed(_ path: String, _ text: String) -> GateCause {
    GateCause(.changed, name: path, text, at: nil)
  }
}

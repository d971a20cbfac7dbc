import Calendar
import Chronology
import Findings
import Foundation
import Records
import Rules
import SourceText

/// The record that the gate is asked about.
enum GateRecord {
  case found(SourceFile, id: String)
  case refused([GateCause])

  var file: SourceFile? { if case .found(let file, _) = self { file } else { nil } }
  var id: String? { if case .found(_, let id) = self { id } else { nil } }

  /// The record of an id, which is the name of its file, or of a path from the current folder or
  /// from the root. Of all the other records no more than the names are looked at.
  static func find(_ name: String, root: String) throws -> GateRecord {
    let isPath = name.contains("/") || name.hasSuffix(".md")
    let id: String
    var path: String?
    if isPath {
      guard let below = try self.path(of: name, root: root) else {
        return refused("\(name) is no record below \(folder)")
      }
      path = below
      id = String((below.split(separator: "/").last ?? "").dropLast(3))
    } else {
      id = name.uppercased()
      guard RecordID.isValid(id) else {
        return refused("`\(name)` is neither an id such as CHG-2026-0042 nor a path")
      }
    }
    let paths = try findFiles(named: "\(id).md", below: folder, root: root)
    guard paths.count <= 1 else {
      return refused("\(paths.count) files are named \(id).md: \(paths.joined(separator: ", "))")
    }
    guard let path = path ?? paths.first else {
      return refused(
        "no file below \(folder) is named \(id).md; where it has another name, give its path")
    }
    let reading = try readSourceFile(root: root, path: path)
    guard let file = reading.file else {
      let words = findings(for: reading.problems).map {
        GateCause(.unreadable, $0.message, at: $0.place)
      }
      return .refused(
        words.isEmpty ? [GateCause(.unreadable, "\(path): no such file", at: nil)] : words)
    }
    return .found(file, id: id)
  }

  private static let folder = "content/changes"

  private static func refused(_ text: String) -> GateRecord {
    .refused([GateCause(.unreadable, text, at: nil)])
  }

  /// Below the root; nil for what is no Markdown file below the folder of changes.
  private static func path(of name: String, root: String) throws -> String? {
    let selection = try PathSelection([name], root: root)
    guard let path = selection.paths.first, path.hasPrefix("\(folder)/"), path.hasSuffix(".md")
    else { return nil }
    return path
  }

  /// What of the record cannot be read, and so leaves no answer.
  static func obstacles(
    of change: Change, named id: String?, in register: Register
  ) -> [GateCause] {
    let found = findings(for: change.problems).filter { $0.severity == .error }
    var causes = found.map { GateCause(.unreadable, $0.message, at: $0.place) }
    if causes.isEmpty, unreadableChanges(register).contains(change.id) {
      causes.append(
        GateCause(.unreadable, "\(change.id) cannot be read in full", at: change.idPlace))
    }
    if let id, change.file.stem == id, RecordID.isValid(id), change.id != id {
      causes.append(
        GateCause(
          .unreadable, "the file is named \(id).md, and the record's id is \(change.id)",
          at: change.idPlace))
    }
    if change.type == nil {
      causes.append(
        GateCause(
          .missing, name: "type", "the record does not say its type, so not who approves it",
          at: change.idPlace))
    }
    return causes
  }

  /// What the record says against beginning at an instant: that it is over, or approvals that the
  /// policy asks for.
  static func causes(
    of change: Change, startingAt instant: Instant, in register: Register
  ) -> [GateCause] {
    if let outcome = change.outcome {
      return [
        GateCause(
          .ended, name: outcome.value.rawValue,
          "the record has an outcome: \(outcome.value.rawValue)",
          at: outcome.place)
      ]
    }
    if let closed = change.closed {
      return [
        GateCause(
          .ended, name: "closed", "the record is closed: \(closed.value.rfc3339)", at: closed.place)
      ]
    }
    return authorisationFindings(of: change, startingAt: instant, in: register).map { finding in
      let waiver = finding.waiver.map { "; waived by \($0.by) at \($0.at) because \($0.reason)" }
      return GateCause(
        finding.waiver == nil ? .approval : .waived, name: finding.code.description,
        finding.message + (waiver ?? ""), at: finding.place, policy: finding.policy)
    }
  }
}

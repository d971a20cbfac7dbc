import Findings
import Markdown
import PolicyReading
import Records
import SourceText

/// CB801: a link or a reference that leads nowhere.
package enum DeadReference: ReadingRule, RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 801, title: "a link, anchor or record reference leads nowhere", severity: .warning,
    explanation: """
      Pages link to pages, and records to records: a change to the incident it fixes, a follow-up to
      what it follows. Where the other end does not exist the page is still published, and the
      reader who clicks is lost. Links other than http, https, mailto, relative ones and anchors
      are not published at all, because a record comes from many hands.

      An image beside a page is copied to the site. It must be in the content folder, be a PNG, JPEG,
      GIF, WebP or plain SVG file, and have at most 4 MB; otherwise its words stand in its place.

      `follows:` and `supersedes:` name other changes, `incident:` and `caused_incidents:` incidents, and
      an incident's `caused_by:` changes.
      """,
    wrong: """
      ---
      follows: CHG-2026-9999
      ---
      """,
    right: """
      ---
      systems: [rpc-gateway]
      ---
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    switch problem.kind {
    case .deadLink(let destination, let suggestion):
      finding(
        "the link \(quoted(destination)) leads nowhere",
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? "link to a file of the content folder, or to a full address", at: problem.place)
    case .unsafeLink(let destination):
      finding(
        "the link \(quoted(destination)) is not published",
        help: "use http, https, mailto, a relative path or an anchor", at: problem.place)
    case .pictureNotShown(let destination, let fault):
      finding(
        "the image \(quoted(destination)) is not shown: \(words(of: fault))",
        help: help(for: fault),
        at: problem.place)
    default: nil
    }
  }

  private static func words(of fault: PictureFault) -> String {
    switch fault {
    case .absent: "there is no such file"
    case .outside: "it is not in the content folder"
    case .tooLarge(let size): "it has \(size) bytes"
    case .noPicture: "the file is not an image"
    case .active(let what): "the drawing holds \(what), which could run on its own"
    case .refused(let what): what
    }
  }

  private static func help(for fault: PictureFault) -> String {
    switch fault {
    case .absent, .outside:
      "put the image beside the page, and check the spelling and case of its name"
    case .tooLarge: "use an image of at most \(PictureIndex.largest >> 20) MB"
    case .noPicture: "use a PNG, JPEG, GIF, WebP or SVG file"
    case .active: "export it as a plain SVG without scripts, links and text in HTML, or as PNG"
    case .refused: "use a regular file that can be read"
    }
  }

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    var findings = linkFindings(register)
    for change in register.changes {
      for reference in [change.follows, change.supersedes] {
        if let reference { expectChange(reference, of: change.id, in: register, &findings) }
      }
      for reference in change.incidents {
        expectIncident(reference, of: change.id, in: register, &findings)
      }
      for reference in change.causedIncidents {
        expectIncident(reference, of: change.id, in: register, &findings)
      }
    }
    for incident in register.incidents {
      for reference in incident.causedBy {
        expectChange(reference, of: incident.id, in: register, &findings)
      }
    }
    return findings
  }

  /// The links in the texts of all documents.
  private static func linkFindings(_ register: Register) -> [Finding] {
    let content = ContentIndex(register)
    func findings(in document: MarkdownDocument, record: String? = nil) -> [Finding] {
      content.problems(of: document).compactMap { problem in
        var found = finding(for: problem)
        found?.record = record
        return found
      }
    }
    return register.changes.flatMap { findings(in: $0.document, record: $0.id) }
      + register.incidents.flatMap { findings(in: $0.document, record: $0.id) }
      + register.freezes.flatMap { findings(in: $0.document) }
      + register.pages.flatMap { findings(in: $0.document) }
      + register.policies.policies.flatMap { findings(in: $0.document) }
  }

  private static func expectChange(
    _ reference: Located<String>, of record: String, in register: Register,
    _ findings: inout [Finding]
  ) {
    if reference.value == record {
      findings.append(
        finding(
          "\(record) names itself", help: "give the id of the other change", at: reference.place,
          record: record))
      return
    }
    guard !register.hasChange(reference.value) else { return }
    findings.append(
      finding(
        register.hasIncident(reference.value)
          ? "\(reference.value) is an incident, a change is asked for"
          : "there is no change \(quoted(reference.value))",
        help: "give the id of a record under content/changes", at: reference.place,
        record: record))
  }

  private static func expectIncident(
    _ reference: Located<String>, of record: String, in register: Register,
    _ findings: inout [Finding]
  ) {
    guard !register.hasIncident(reference.value) else { return }
    findings.append(
      finding(
        register.hasChange(reference.value)
          ? "\(reference.value) is a change, an incident is asked for"
          : "there is no incident \(quoted(reference.value))",
        help: "give the id of a record under content/incidents", at: reference.place,
        record: record))
  }
}

extension Register {
  fileprivate func hasChange(_ id: String) -> Bool { change(id) != nil }
  fileprivate func hasIncident(_ id: String) -> Bool { incident(id) != nil }
}

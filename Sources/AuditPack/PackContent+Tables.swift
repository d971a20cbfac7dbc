import Chronology
import Deployments
import Documents
import Findings
import History
import Interchange
import Markdown
import Obligations
import PolicyReading
import Records
import Reports
import Rules
import SourceText

extension PackContent {
  var approvals: [UInt8] {
    let rows = population.flatMap { change in
      let proofs = ApprovalProof.all(of: change, in: input.history, input.register.people)
      return change.approvals.enumerated().map { index, approval in
        ApprovalRow(
          change: change.id, approval: approval,
          proof: proofs.indices.contains(index) ? proofs[index] : nil,
          people: input.register.people)
      }
    }
    return renderCSV(rows, ApprovalRow.fields)
  }

  /// Every waiver of the population, whatever it covers.
  var waivers: [UInt8] {
    let waived = Dictionary(
      grouping: input.findings.filter { $0.waiver != nil && $0.record != nil },
      by: { $0.record ?? "" })
    let rows = population.flatMap { change in
      change.waivers.map { waiver in
        let standing = waiver.standing(of: change, asOf: input.asOf)
        let accepted = standing.accepted
        let covered = (waived[change.id] ?? []).count {
          $0.code == accepted?.code && $0.waiver == accepted?.waiver
        }
        return WaiverRow(
          change: change.id, waiver: waiver, state: standing.state, covered: covered)
      }
    }
    return renderCSV(rows, WaiverRow.fields)
  }

  var sample: [UInt8] { renderCSV(papers, Workpaper.fields) }

  /// What a person opens first.
  ///
  /// - Parameter files: What else the pack holds.
  func overview(of files: [PackFile]) -> [UInt8] {
    func link(_ path: String) -> RichText {
      "\(path, to: .page(path: path, query: nil, fragment: nil))"
    }
    func held(_ names: [String]) -> RichText {
      let paths = files.map(\.path) + [Manifest.path, Manifest.sums]
      return names.compactMap { name -> RichText? in
        if name.hasSuffix("/") {
          return paths.contains { $0.hasPrefix(name) } ? "\(Inline.code(name))" : nil
        }
        return paths.contains(name) ? link(name) : nil
      }.joined(by: ", ")
    }
    let breaches = findings.ofPeriod.filter { $0.nature == .breach }
    let waived = breaches.count { $0.waiver != nil }
    let undated = findings.all.count { $0.nature == .breach } - breaches.count
    let title = "Changes of \(input.period.label)"
    var writer = MailWriter(zone: input.register.zone) {
      if case .page(let path, _, _) = $0 { path } else { nil }
    }
    writer.document(title: title, language: "en", style: packStyle) { writer in
      writer.paragraph("Evidence for an audit", class: "soft")
      writer.title(title)
      writer.write([
        Facts([
          Fact("As of", "\(Inline.instant(input.asOf))"),
          Fact("Period", "\(Inline.interval(input.period.interval))\(isOver ? "" : ", not over")"),
          Fact(
            "Revision",
            input.revision.map { "\(Inline.code($0))\(input.isChangedSince.wordsOfRevision)" }
              ?? "not known"),
          Fact(
            "Git's history",
            RichText(
              sentence: (input.history.gap ?? "it was read, and rules go by it")
                + "; names and times are as the committing computers gave them, which git does not check"
            )),
          Fact("Population", "\(population.count) of \(records) records"),
          Fact("Of other periods", "\(elsewhere), and \(ahead) of which every instant is ahead"),
          Fact(
            "Not readable",
            "\(population.count { unread.contains($0.id) }), and \(unplaced.count) of which nobody knows the time"
          ),
          Fact("Errors", "\(findings.all.count { $0.nature == .unreadable })"),
          Fact("Breaches", "\(breaches.count - waived) open, \(waived) accepted by a waiver"),
          Fact("Breaches that belong to no period", "\(undated)"),
          Fact(
            "Deployments with an approved record",
            reconciliation.map { RichText("\($0.recorded) of \($0.counted.count)") }
              ?? "there is no log of deployments"),
          Fact("All of it accounted for", RichText(reconciliation?.words ?? "")),
          Fact(
            "Answers of the gate",
            "\(input.receipts.count)\(input.receiptsLeftOut.isEmpty ? "" : ", and left out: \(input.receiptsLeftOut.joined(separator: "; "))")"
          ),
          Fact("Sample", "\(papers.count), seed \(Inline.code(input.seed))"),
        ])
      ])
      writer.heading("Files")
      writer.write([
        Table(
          "Files", ["File", "What it holds"],
          Self.contents.map { [held($0.names), RichText($0.words)] }.filter { !$0[0].isEmpty })
      ])
      writer.heading("Records that are in no number")
      writer.write([
        Table(
          "Records that are in no number", ["Record", "File", "Why", "Time"],
          unreadRecords.map { one in
            [
              RichText(one.id), "\(Inline.path(one.file))", RichText(sentence: one.reason),
              one.isPlaced ? "of the period" : "not known",
            ]
          }
        ).or("There is none.")
      ])
      writer.heading("Workpapers")
      writer.write([
        Table(
          "Workpapers", ["Change", "Drawn by", "Type and risk", "Not met", "Not known"],
          papers.map { paper in
            let path = "workpapers/\(paper.fileName)"
            let open = paper.attributes.filter(\.isUnknown).map(\.letter)
            let missed = paper.attributes.filter { $0.verdict == .missed }.map(\.letter)
            return [
              "\(paper.change.id, to: .page(path: path, query: nil, fragment: nil))",
              RichText(paper.why.rawValue), RichText(paper.stratum),
              RichText(missed.isEmpty ? "–" : missed.joined(separator: ", ")),
              RichText(open.isEmpty ? "–" : open.joined(separator: ", ")),
            ]
          }
        ).or("No change was drawn.")
      ])
    }
    return writer.finish().bytes
  }

  /// Every record that there is, with those that are not opened.
  var records: Int { input.register.changes.count + input.register.unopened.count }

  private var isOver: Bool { input.period.interval.end <= input.asOf }

  private static let contents: [(names: [String], words: String)] = [
    (
      ["how-it-was-made.json"],
      "Query, instant, revision, numbers of rows, how the sample was drawn"
    ),
    (["population.csv", "population.jsonl"], "Every change of the period"),
    (["audit-log.csv"], "What, who, when, why, and who approved"),
    (["duties.csv"], "Requester, implementer, approvers, committers and overlaps"),
    (["reconciliation.json"], "Deployments held against the records"),
    (["findings.csv", "findings.jsonl"], "Everything that was found, waived findings too"),
    (["unread.csv"], "Records that cannot be read, and files that are not opened"),
    (["approvals.csv", "waivers.csv"], "Each approval and each waiver, refused ones too"),
    (["windows.csv", "freezes.csv"], "What was in force"),
    (["figures.csv", "figures.json", "derivations/"], "The figures, and how each comes about"),
    (["sample.csv", "workpapers.xlsx", "workpapers/"], "The changes drawn, tested one by one"),
    (["oscal-assessment-results.json"], "The same for NIST 800-53 as OSCAL"),
    (["receipts/"], "Answers of the gate that were kept"),
    ([Manifest.path, Manifest.sums], "Every file with its hash: sha256sum -c SHA256SUMS"),
  ]
}

extension DeploymentReconciliation {
  fileprivate var words: String {
    switch isComplete {
    case true?: "yes"
    case false?: "no"
    case nil: "it cannot be told: \(doubts.joined(separator: "; "))"
    }
  }
}

extension Bool? {
  /// Behind a revision: whether what was read is what it holds.
  fileprivate var wordsOfRevision: String {
    switch self {
    case true?: " with uncommitted changes"
    case false?: ""
    case nil: "; whether there are uncommitted changes is not known"
    }
  }
}

/// An approval of a change, and whether git shows that the approver wrote it.
private struct ApprovalRow: Sendable {
  let change: String
  let approval: Approval
  let proof: ApprovalProof?
  let people: PeopleDirectory

  private func title(_ person: CommitPerson?) -> String? {
    person.map { people.title(email: $0.email) ?? $0.title }
  }

  static let fields = DataFields<ApprovalRow> {
    DataField("id", .text) { $0.change }
    DataField("role", .text) { $0.approval.role.value.title }
    DataField("by", .optionalText) { $0.approval.by?.value }
    DataField("at", .optional(.instant)) { $0.approval.at?.value }
    DataField("verbal", .boolean) { $0.approval.isVerbal }
    DataField("documented", .optional(.instant)) { $0.approval.documented?.value }
    DataField("file", .text) { $0.approval.place.file.path }
    DataField("line", .integer) { $0.approval.place.start.line }
    DataField("commit", .optionalText) { $0.proof?.edit?.commit?.id }
    DataField("written_by_approver", .text) { row in
      switch row.proof?.finding {
      case .own?: "yes"
      case .other?: "no"
      default: "not known"
      }
    }
    DataField("author", .optionalText) { $0.title($0.proof?.edit?.commit?.author) }
    DataField("committer", .optionalText) { $0.title($0.proof?.edit?.commit?.committer) }
  }
}

private struct WaiverRow: Sendable {
  let change: String
  let waiver: Waiver
  /// `accepted`, `expired`, or why it was refused.
  let state: String
  /// How many findings it covers.
  let covered: Int

  static let fields = DataFields<WaiverRow> {
    DataField("id", .text) { $0.change }
    DataField("rule", .optionalText) { $0.waiver.rule?.value }
    DataField("reason", .optionalText) { $0.waiver.reason?.value }
    DataField("by", .optionalText) { $0.waiver.by?.value }
    DataField("at", .optional(.instant)) { $0.waiver.at?.value }
    DataField("expires", .optional(.instant)) { $0.waiver.expires?.value }
    DataField("state", .text) { $0.state }
    DataField("covers", .integer) { $0.covered }
    DataField("file", .text) { $0.waiver.place.file.path }
    DataField("line", .integer) { $0.waiver.place.start.line }
  }
}

extension Workpaper {
  /// A line of the sample; its attributes go by their letters.
  fileprivate static let fields = DataFields<Workpaper>(
    [
      DataField("id", .text) { $0.change.id },
      DataField("stratum", .text) { $0.stratum },
      DataField("drawn_by", .text) { $0.why.rawValue },
      DataField("rank", .text) { $0.rank },
      DataField("workpaper", .text) { "workpapers/\($0.fileName)" },
    ]
      + ["a", "b", "c", "d", "e", "f", "g", "h"].enumerated().map { index, letter in
        DataField(letter, .optionalText) { paper in
          paper.attributes.indices.contains(index) ? paper.attributes[index].verdict.word : nil
        }
      })

  /// As its page is called, in plain letters, before its ending.
  static func fileStem(of change: Change) -> String {
    let plain = change.id.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": Character(scalar)
      default: "_"
      }
    }
    return String(plain)
  }
}

extension Workpaper.Verdict {
  var word: String {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .open: "open"
    }
  }
}

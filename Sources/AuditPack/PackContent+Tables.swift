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
import SourceText

extension PackContent {
  /// How the pack came about, so that it can be made again.
  var provenance: [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("as_of", input.asOf.rfc3339)
      writer.object("period") { writer in
        writer.member("end", input.period.interval.end.rfc3339)
        writer.member("label", input.period.label)
        writer.member("start", input.period.interval.start.rfc3339)
        writer.member("zone", input.register.zone.name)
      }
      writer.array("policies") { writer in
        for policy in input.register.policies.policies {
          writer.object { writer in
            writer.member("file", policy.file.path)
            writer.member("id", policy.metadata.id?.value)
            writer.member("sha256", Manifest.sha256(policy.file.bytes))
            writer.member("version", policy.metadata.version?.value)
          }
        }
      }
      writer.member("program", input.program)
      writer.member(
        "query",
        "every record of a change whose work ended in the period; without an end: that began, was planned "
          + "or was requested in it")
      writer.member("revision", input.revision)
      writer.object("rows") { writer in
        writer.member("findings", findings.count)
        writer.member("population", population.count)
        writer.member("register", input.register.changes.count)
        writer.member("sample", papers.count)
        writer.member("unread", population.count { unread.contains($0.id) })
      }
      writer.object("sample") { writer in
        writer.member(
          "method",
          "HMAC-SHA256 with the seed as key and the id as message, in hexadecimal, ascending; the first of "
            + "each type and risk, then the others; emergencies are always in")
        writer.member("seed", input.seed)
        writer.member("size", input.sampleSize)
      }
      writer.member("schema", auditSchema)
    }
    return writer.finish()
  }

  var approvals: [UInt8] {
    var writer = CSVWriter(header: [
      "id", "role", "by", "at", "verbal", "documented", "file", "line", "commit",
      "written_by_approver",
    ])
    for change in population {
      let proofs = ApprovalProof.all(of: change, in: input.history, input.register.people)
      for (index, approval) in change.approvals.enumerated() {
        let proof = proofs.indices.contains(index) ? proofs[index] : nil
        writer.text(change.id)
        writer.text(approval.role.value.title)
        writer.text(approval.by?.value)
        writer.text(approval.at?.value.rfc3339)
        writer.text(approval.isVerbal ? "true" : "false")
        writer.text(approval.documented?.value.rfc3339)
        writer.text(approval.place.file.path)
        writer.number(approval.place.start.line)
        writer.text(proof?.edit?.commit?.id)
        switch proof?.finding {
        case .own?: writer.text("yes")
        case .other?: writer.text("no")
        default: writer.text("not known")
        }
        writer.endRow()
      }
    }
    return writer.bytes
  }

  /// Every waiver of the population, whatever it covers.
  var waivers: [UInt8] {
    var writer = CSVWriter(header: [
      "id", "rule", "reason", "by", "at", "expires", "covers", "file", "line",
    ])
    for change in population {
      for waiver in change.waivers {
        let covered = findings.count { finding in
          finding.record == change.id && finding.waiver != nil
            && finding.code.description.lowercased() == waiver.rule?.value.lowercased()
        }
        writer.text(change.id)
        writer.text(waiver.rule?.value)
        writer.text(waiver.reason?.value)
        writer.text(waiver.by?.value)
        writer.text(waiver.at?.value.rfc3339)
        writer.text(waiver.expires?.value.rfc3339)
        writer.number(covered)
        writer.text(waiver.place.file.path)
        writer.number(waiver.place.start.line)
        writer.endRow()
      }
    }
    return writer.bytes
  }

  var sample: [UInt8] {
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h"]
    var writer = CSVWriter(header: ["id", "stratum", "drawn_by", "rank", "workpaper"] + letters)
    for paper in papers {
      writer.text(paper.change.id)
      writer.text(paper.stratum)
      writer.text(paper.why.rawValue)
      writer.text(paper.rank)
      writer.text("workpapers/\(paper.fileName)")
      for attribute in paper.attributes { writer.text(attribute.verdict.word) }
      writer.endRow()
    }
    return writer.bytes
  }

  /// What a person opens first.
  var overview: [UInt8] {
    let open = findings.count { $0.nature == .breach && $0.waiver == nil }
    let waived = findings.count { $0.nature == .breach && $0.waiver != nil }
    let title = "Changes of \(input.period.label)"
    var writer = MailWriter(zone: input.register.zone) { _ in nil }
    writer.document(title: title, language: "en", style: mailStyle) { writer in
      writer.paragraph("Evidence for an audit", class: "soft")
      writer.title(title)
      writer.write([
        Facts([
          Fact("As of", "\(Inline.instant(input.asOf))"),
          Fact("Revision", input.revision.map { "\(Inline.code($0))" } ?? "not known"),
          Fact("Population", "\(population.count) of \(input.register.changes.count) records"),
          Fact("Not readable", "\(population.count { unread.contains($0.id) })"),
          Fact("Breaches", "\(open) open, \(waived) accepted by a waiver"),
          Fact(
            "Deployments with an approved record",
            reconciliation.map { RichText("\($0.recorded) of \($0.counted.count)") }
              ?? "there is no log of deployments"),
          Fact("Sample", "\(papers.count), seed \(Inline.code(input.seed))"),
        ])
      ])
      writer.heading("Files")
      writer.write([
        Table(
          "Files", ["File", "What it holds"],
          [
            (
              "how-it-was-made.json",
              "Query, instant, revision, numbers of rows, how the sample was drawn"
            ),
            ("population.csv, population.jsonl", "Every change of the period"),
            ("audit-log.csv", "What, who, when, why, and who approved"),
            ("duties.csv", "Requester, implementer, approvers, committers and overlaps"),
            ("reconciliation.json", "Deployments held against the records, where there are logs"),
            ("findings.csv, findings.jsonl", "Everything that was found, waived findings too"),
            ("approvals.csv, waivers.csv", "Each approval and each accepted exception"),
            ("windows.csv, freezes.csv", "What was in force"),
            ("figures.csv, figures.json, derivations/", "The figures, and how each comes about"),
            ("sample.csv, workpapers/, workpapers.xlsx", "The changes drawn, tested one by one"),
            ("oscal-assessment-results.json", "The same for NIST 800-53 as OSCAL"),
            ("receipts/", "Answers of the gate that were kept"),
            ("manifest.json, SHA256SUMS", "Every file with its hash: sha256sum -c SHA256SUMS"),
          ].map { ["\(Inline.code($0.0))", RichText($0.1)] })
      ])
    }
    return writer.finish().bytes
  }
}

extension Workpaper {
  /// As the page of its record is called, in plain letters.
  var fileName: String {
    let plain = change.id.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": Character(scalar)
      default: "_"
      }
    }
    return String(plain) + ".html"
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

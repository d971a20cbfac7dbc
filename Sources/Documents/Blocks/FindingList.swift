import Findings
import SourceText

/// Findings beside what they concern, or one below the other with the records that they concern.
package struct FindingList: Block {
  package let findings: [Finding]
  /// They are of several files, which are named as well.
  package let isListing: Bool

  package init(_ findings: some Sequence<Finding>, isListing: Bool = false) {
    self.findings = Array(findings)
    self.isListing = isListing
  }

  package static let name = "findings"

  package static let fields = TemplateFields<Self>(
    .flag("isListing", "They are of several records.") { $0.isListing },
    .flag("isCovered", "Each was accepted by somebody.") { list in
      list.findings.allSatisfy { $0.waiver != nil }
    },
    .flag("isQuiet", "None is an error or a breach.") { list in
      let open = list.findings.filter { $0.waiver == nil }
      return !open.isEmpty && !open.contains { $0.severity <= .breach }
    },
    .list("findings", "The findings.") { list in
      list.items
    })

  package var isEmpty: Bool { findings.isEmpty }

  package func write(to writer: inout TextWriter) {
    for item in items { writer.item(item.sentence, item.details) }
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.list(items.map { ($0.sentence, $0.details) })
  }

  package func write(to writer: inout MailWriter) {
    writer.list(items.map { ($0.sentence, $0.details) })
  }

  private var items: [Item] { findings.map { Item(finding: $0, isListed: isListing) } }

  /// What is wrong, what would satisfy the rule, what asks for it, and who accepted it.
  private struct Item: TemplateModel {
    let finding: Finding
    let isListed: Bool

    static let fields = TemplateFields<Self>(
      .rich("severity", "How severe it is, and whether it was accepted.") {
        RichText([$0.severity])
      },
      .rich("code", "The code of its rule, with a link to what the rule means.") { $0.code },
      .rich("message", "What is wrong.") { RichText(sentence: $0.finding.message) },
      .rich("place", "The file and the line, where it stands among those of other files.") {
        $0.isListed ? $0.place : RichText()
      },
      .rich("record", "The record that it concerns, where it stands among those of others.") {
        $0.isListed ? $0.record : RichText()
      },
      .text("line", "The line of the file.") { "\($0.finding.place.start.line)" },
      .rich("help", "What would satisfy the rule, and what requires it.") { $0.help },
      .text("waiver", "Who accepted it, when and why.") { $0.waiver })

    var severity: Inline { .severity(finding.severity, isWaived: finding.waiver != nil) }

    var code: RichText {
      let code = finding.code.description
      return "\(code, to: .rule(code))"
    }

    var place: RichText {
      "\(Inline.code("\(finding.place.file.path):\(finding.place.start.line)"))"
    }

    /// By the name of its file.
    var record: RichText {
      let path = finding.place.file.path
      let name = path.split(separator: "/").last ?? ""
      return RichText([
        .id(.file(path), String(name.hasSuffix(".md") ? name.dropLast(3) : name))
      ])
    }

    var help: RichText {
      var parts: [RichText] = []
      if let help = finding.help { parts.append(RichText(sentence: help.capitalisedFirst)) }
      if let policy = finding.policy {
        let name = policy.clause.map { "§\($0)" } ?? "line \(policy.place.start.line)"
        parts.append("Policy \(name, to: .clause(policy)): \(policy.excerpt)")
      }
      return parts.joined(by: ". ")
    }

    var waiver: String {
      finding.waiver.map { "Waived by \($0.by), \($0.at): \($0.reason)" } ?? ""
    }

    var sentence: RichText {
      "\(severity) \(code) \(RichText(sentence: finding.message)), \(place)"
    }

    var details: [RichText] { [help, RichText(waiver)].filter { !$0.isEmpty } }
  }
}

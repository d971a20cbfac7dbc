import Chronology
import Documents
import Findings
import Records
import Reports
import SourceText

/// Somebody together with what their page says: what waits for them, and the records with a part of
/// theirs. Nothing is counted against anybody: figures are of systems and kinds of change.
struct PersonView: Sendable {
  let person: PeopleIndex.Person
  let publication: Publication

  private var register: Register { publication.register }

  private static let mostFindings = 20

  func document() -> Document {
    let shown = person.changes.reversed().prefix(Table.mostChanges)
    let isPart = shown.count < person.changes.count
    return Document(
      kicker: person.identity.isBoard ? "Board" : "Person", title: person.title, lead: lead,
      [
        Section("waiting", "Waiting", [waiting]),
        Section("approving", "Waiting for an approval", approving),
        Section("findings", "Open findings", findings),
        Section("systems", "Systems", [systems]),
        Section(
          "changes",
          isPart ? "The latest \(shown.count) of \(person.changes.count) changes" : "Changes",
          [
            table(shown).or(
              "No record names \(person.title). One that does as requester, implementer, owner, approver or reviewer would be here."
            )
          ]),
      ])
  }

  private var lead: RichText {
    let roles = register.people.people
      .filter { $0.identity.row == person.identity.row && person.identity.row != nil }
      .flatMap(\.roles).map(\.title).uniqued
    let changes = counted(person.changes.count, "change", "changes")
    let known =
      roles.isEmpty
      ? "" : "Approval roles: \(roles.joined(separator: ", ")). "
    return "\(known)Named by \(changes)."
  }

  // MARK: What waits

  private var waiting: any Block {
    publication.list(publication.attentionByPage.value[person.route] ?? [])
      .or("Nothing waits for \(person.title).")
  }

  /// Planned changes that lack an approval in a role that the list gives them.
  private var approving: [any Block] {
    let items = publication.attention.value.unapproved.filter { item in
      guard let change = item.record.flatMap(register.change) else { return false }
      let involved = change.requesters + change.implementers + change.approvals.flatMap(\.people)
      return !involved.contains { $0.isSame(as: person.identity) }
        && item.missing.contains {
          register.people.holds($0, person.identity, at: publication.asOf) == .yes
        }
    }
    return [publication.list(items)]
  }

  // MARK: Records

  private var systems: ItemList {
    ItemList(lines: person.systems.map { "\($0, to: .system($0))" })
  }

  private func table(_ changes: some Collection<(index: Int, parts: [PeopleIndex.Part])>) -> Table {
    let rows = changes.map { entry -> [RichText] in
      let change = register.changes[entry.index]
      return [
        RichText([.id(.change(change.id), change.id)]),
        RichText(change.title?.value ?? "Untitled change"),
        RichText(entry.parts.map(\.rawValue).joined(separator: ", ").capitalisedFirst),
        RichText(change.type?.value ?? "not stated"), publication.standing(of: change),
        change.anchor.map { "\(Inline.instant($0))" } ?? "",
        publication.findingCounts(of: change),
      ]
    }
    let columns: [Table.Column] = [
      "Change", .words("Title"), "Part", "Type", "Status", "When", "Findings",
    ]
    return Table("Changes with a part of \(person.title), the latest first", columns, rows)
  }

  /// Those of records that they ask for, make or own, which nobody waived.
  private var findings: [any Block] {
    let own: Set<PeopleIndex.Part> = [.requester, .implementer, .owner]
    let found = person.changes.reversed().lazy
      .filter { !own.isDisjoint(with: $0.parts) }
      .flatMap { entry in
        publication.findings.of(path: register.changes[entry.index].file.path)
          .filter { $0.waiver == nil }
      }
    let shown = Array(found.prefix(Self.mostFindings + 1))
    let items = shown.prefix(Self.mostFindings).map { finding in
      let code = finding.code.description
      return ItemList.Item(
        "\(Inline.severity(finding.severity, isWaived: false)) \(finding.record.map { publication.named($0) } ?? "")",
        ["\(RichText(sentence: finding.message.capitalisedFirst)) (\(code, to: .rule(code)))"],
        isParagraph: false)
    }
    return [
      ItemList(items),
      Note(
        shown.count > items.count
          ? "More are among \("all findings", to: .allFindings)." : ""),
    ]
  }
}

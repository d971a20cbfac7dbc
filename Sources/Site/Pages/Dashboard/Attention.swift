import Chronology
import DeploymentGate
import Documents
import Findings
import Obligations
import PolicyReading
import Records
import Reports
import SourceText

/// What waits for somebody at the as-of instant, the most pressing first.
struct Attention: Sendable {
  /// Why it waits, in the order of the list.
  enum Kind: Int, Sendable, CaseIterable {
    case openIncident, unreadable, blocked, overdue, notApproved, expiringWaiver

    /// What stands before the instant.
    var whenWords: String {
      switch self {
      case .openIncident, .overdue, .unreadable: "since"
      case .blocked, .notApproved: "planned for"
      case .expiringWaiver: "on"
      }
    }
  }

  struct Item: Sendable {
    let kind: Kind
    let what: RichText
    /// The record that it is about; nil for a file that is none yet.
    let record: String?
    let path: String
    /// Who is to act, in words; empty where nothing says it.
    let owner: RichText
    /// Whom the words name.
    let people: [Identity]
    /// Since when it waits, or when it falls due.
    let at: Instant?
    /// The roles of which one may give what is missing.
    var missing: [ApprovalRole] = []
  }

  let items: [Item]

  var count: Int { items.count }

  /// Plans that lack nothing but an approval.
  let unapproved: [Item]

  init(_ register: Register, _ reports: ReportIndex, _ findings: FindingsIndex, asOf: Instant) {
    var items = findings.unread.map { path, finding in
      Self.unreadable(path, finding, register)
    }
    items += reports.overdueNow.map { duty in
      Item(
        kind: .overdue, what: "\(Inline.mark(.bad, "\(duty.kind.words.lowercasedFirst) overdue"))",
        record: duty.change.id, path: duty.change.file.path,
        owner: register.holder(of: duty.change),
        people: register.holders(of: duty.change), at: duty.since)
    }
    for incident in register.incidents where incident.isOpen(asOf: asOf) {
      items.append(Self.open(incident, register))
    }
    for change in register.changes {
      if let item = Self.planned(change, reports.answers[change], register) { items.append(item) }
      items += Self.expiring(change, findings, register, asOf: asOf)
    }
    let ordered = items.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (x.kind.rawValue, x.at ?? .distantFuture, a.offset)
        < (y.kind.rawValue, y.at ?? .distantFuture, b.offset)
    }.map(\.element)
    self.items = ordered
    unapproved = ordered.filter { $0.kind == .notApproved && !$0.missing.isEmpty }
  }

  /// The same by the pages of people and systems that show a part of it.
  func byPage(
    _ register: Register, _ people: PeopleIndex, _ systems: SystemIndex
  ) -> [Route: [Item]] {
    var pages: [Route: [Item]] = [:]
    for item in items {
      let named = item.record.flatMap { record in
        register.change(record)?.systems ?? register.incident(record)?.systems
      }
      let routes =
        item.people.compactMap { people[$0]?.route }
        + (named ?? []).compactMap { systems.route(ofSystem: $0.value) }
      for route in routes.uniqued { pages[route, default: []].append(item) }
    }
    return pages
  }

  private static func unreadable(_ path: String, _ finding: Finding, _ register: Register) -> Item {
    let change = finding.record.flatMap(register.change)
    return Item(
      kind: .unreadable,
      what: "\(Inline.mark(.bad, "error")): \(RichText(sentence: finding.message))",
      record: finding.record.flatMap { register.kind(ofRecord: $0) == nil ? nil : $0 }, path: path,
      owner: change.map(register.holder) ?? "", people: change.map(register.holders) ?? [], at: nil)
  }

  private static func open(_ incident: Incident, _ register: Register) -> Item {
    let owners = incident.systems.compactMap { system in
      register.systems.system(named: system.value)?.owner.map { (owner: $0, system: system.value) }
    }
    return Item(
      kind: .openIncident, what: "\(Inline.mark(.bad, "incident not resolved"))",
      record: incident.id, path: incident.file.path,
      owner: owners.map {
        "\(Inline.link(.person($0.owner), $0.owner)), owner of \($0.system, to: .system($0.system))"
      }
      .joined(by: "; "),
      people: owners.flatMap { register.people.identities(in: $0.owner) },
      at: incident.started?.value)
  }

  private static func planned(
    _ change: Change, _ answer: GateReport?, _ register: Register
  ) -> Item? {
    guard let answer, answer.standing != .open else { return nil }
    let isUnapproved = answer.standing == .notApproved
    return Item(
      kind: isUnapproved ? .notApproved : .blocked,
      what: "\(Inline.mark(answer.standing.tone, answer.brief))",
      record: change.id, path: change.file.path, owner: register.holder(of: change),
      people: register.holders(of: change), at: change.scheduled?.value.start,
      missing: isUnapproved ? register.missingRoles(of: change) : [])
  }

  /// Waivers that cover a finding and end within a month.
  private static func expiring(
    _ change: Change, _ findings: FindingsIndex, _ register: Register, asOf: Instant
  ) -> [Item] {
    change.waivers.compactMap { waiver in
      guard let expires = waiver.expires?.value, asOf < expires, expires <= asOf + 31 * 86_400,
        let code = waiver.rule.flatMap({ RuleCode(parsing: $0.value) }),
        findings.of(path: change.file.path).contains(where: { $0.code == code && $0.waiver != nil })
      else { return nil }
      return Item(
        kind: .expiringWaiver,
        what: "\(Inline.mark(.doubtful, "waiver")) of \("\(code)", to: .rule("\(code)")) expires",
        record: change.id, path: change.file.path,
        owner: waiver.by.map { "\(Inline.link(.person($0.value), $0.value)), who accepted it" }
          ?? "", people: waiver.people,
        at: expires)
    }
  }
}

extension Incident {
  /// Begun, and not resolved yet.
  fileprivate func isOpen(asOf: Instant) -> Bool {
    guard let started, started.value <= asOf else { return false }
    return resolved.map { asOf < $0.value } ?? true
  }
}

extension Register {
  /// The roles of which one may give an approval that a change lacks.
  fileprivate func missingRoles(of change: Change) -> [ApprovalRole] {
    let context = ObligationContext(
      change, policy: PolicyIndex(policy(for: change)), people: people,
      asOf: change.scheduled?.value.start ?? .distantFuture,
      startingAt: change.scheduled?.value.start)
    return AuthorisationGap.all(of: change, in: context).flatMap { gap -> [ApprovalRole] in
      switch gap {
      case .approvalMissing(let type):
        ApprovalDemand(
          type.approval, risk: change.risk?.value,
          isSecurityRelevant: change.isSecurityRelevant?.value ?? false
        )?.alternatives.flatMap { $0.map(\.role) } ?? []
      case .reviewersMissing(let shortfall):
        [shortfall.kind == .technical ? .technical : .security]
      default: []
      }
    }.uniqued
  }
}

extension Publication {
  private static let mostOnDashboard = 12

  /// What is most pressing.
  var attentionList: [any Block] {
    let items = attention.value.items
    let more = items.count - Self.mostOnDashboard
    return [
      list(items.prefix(Self.mostOnDashboard)).or(
        "Nothing waits. Overdue reviews and outcomes, planned changes that may not run, open incidents and records that cannot be read would be here."
      ),
      Note(
        more > 0
          ? "\(more) more are on the pages of \("people", to: .route(.people(page: 1))) and among the \("findings", to: .allFindings)."
          : ""),
    ]
  }

  /// What waits, with whom and since when.
  func list(_ items: some Sequence<Attention.Item>) -> ItemList {
    ItemList(
      items.map { item in
        let who: RichText = item.owner.isEmpty ? "" : " · \(item.owner)"
        let when: RichText = item.at.map { " · \(item.kind.whenWords) \(Inline.instant($0))" } ?? ""
        return ItemList.Item(
          item.record.map { named($0) } ?? file(item.path), ["\(item.what)\(who)\(when)"],
          isParagraph: false)
      })
  }
}

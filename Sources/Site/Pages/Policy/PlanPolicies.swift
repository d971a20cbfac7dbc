import Documents
import Chronology
import Markdown
import PolicyReading
import Records
import SourceText

/// The list of policies and a page for each.
func planPolicies(_ publication: Publication) -> [PlannedPage] {
  [planIndex(publication)]
    + publication.register.policies.policies.map { planPolicy($0, publication) }
}

private func planIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage("Policy", at: .policyIndex, in: .policy, publication) {
    let book = publication.register.policies
    let inForce = book.inForce(at: publication.asOf)
    return Document(
      kicker: "What changes are judged by", title: "Policy",
      lead: "A change is judged by the policy that was in force when it was approved; "
        + "while unapproved, by the one in force when it was requested.",
      [
        Table(
          "Policies, the latest first",
          ["Policy", .words("Title"), "Version", "In force from", "State", "Owner"],
          book.policies.reversed().map { policy in
            [
              RichText([
                .id(
                  .route(publication.links.route(of: policy)), policy.metadata.id?.value ?? "no id")
              ]), RichText(policy.title), RichText(policy.metadata.version?.value ?? "not stated"),
              policy.metadata.effective.map { "\(Inline.day($0.value))" } ?? "the beginning",
              RichText(policy.state(asOf: publication.asOf, inForce: inForce)),
              RichText(policy.metadata.owner?.value ?? "not stated"),
            ]
          }),
        Paragraph(
          "\("Compliance", to: .route(.compliance)): the controls of the policy, each held against every change."
        ),
      ])
  }
}

private func planPolicy(_ policy: Policy, _ publication: Publication) -> PlannedPage {
  let route = publication.links.route(of: policy)
  return PlannedPage(route, template: "policy", in: publication) {
    let view = PolicyView(policy, in: publication)
    let state = policy.state(
      asOf: publication.asOf,
      inForce: publication.register.policies.inForce(at: publication.asOf))
    return PolicyPage(
      frame: publication.frame(
        policy.title, at: route, in: .policy, below: [Breadcrumb(.policy)], as: policy.shortName,
        of: policy.file.path),
      kicker: "\(policy.shortName) · \(state)", title: policy.title, facts: view.facts,
      contents: view.contents, clauses: view.clauses, understood: view.understood)
  }
}

extension Policy {
  fileprivate func state(asOf: Instant, inForce: Policy) -> String {
    if file.path == inForce.file.path { return "in force" }
    guard let day = metadata.effective?.value else { return "superseded" }
    return zone.start(of: day) > asOf ? "not yet in force" : "superseded"
  }
}

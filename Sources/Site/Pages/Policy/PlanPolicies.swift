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
  PlannedPage(.policyIndex, template: "policy-index", in: publication) {
    let book = publication.register.policies
    let inForce = book.inForce(at: publication.asOf)
    var writer = HTMLWriter()
    writer.open("table")
    writer.element("caption", class: "unseen", "Policies, the latest first")
    writer.open("thead")
    writer.open("tr")
    for name in ["Policy", "Title", "Version", "In force from", "State", "Owner"] {
      writer.element("th", "scope", "col", name)
    }
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    for policy in book.policies.reversed() {
      let route = publication.links.route(of: policy)
      writer.open("tr")
      writer.open("th", "scope", "row")
      writer.element(
        "a", ["class": "id", "href": route.href(from: .policyIndex)],
        policy.metadata.id?.value ?? "no id")
      writer.close("th")
      writer.element("td", class: "what", policy.title)
      writer.element("td", policy.metadata.version?.value ?? "not stated")
      writer.open("td")
      if let day = policy.metadata.effective?.value {
        writer.day(day)
      } else {
        writer.text("the beginning")
      }
      writer.close("td")
      writer.element("td", policy.state(asOf: publication.asOf, inForce: inForce))
      writer.element("td", policy.metadata.owner?.value ?? "not stated")
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    return PolicyIndexPage(
      frame: publication.frame(at: .policyIndex, in: .policy).page(
        "Policy", breadcrumbs: .trail([], to: "Policy", at: .policyIndex)),
      lead: "A change is judged by the policy that was in force when it was approved; "
        + "while unapproved, by the one in force when it was requested.",
      policies: writer.finish())
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
      frame: publication.frame(at: route, in: .policy).page(
        policy.title, breadcrumbs: .trail([Breadcrumb(.policy)], to: policy.shortName, at: route)),
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

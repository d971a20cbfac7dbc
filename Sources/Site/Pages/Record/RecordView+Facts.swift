import Markdown
import PolicyReading
import Records
import SourceText
import SourceText

extension RecordView {
  var kicker: String {
    guard let type = change.type?.value else { return change.id }
    return "\(change.id) · \(type) change"
  }

  /// Type, risk, and outcome or stage, each in words and by its look.
  var badges: HTML {
    var writer = HTMLWriter()
    writer.open("ul", class: "badges")
    if let type = change.type?.value { writer.element("li", class: "badge info", type) }
    if let risk = change.risk?.value {
      let rank = policy.risks.first { $0.name == risk }?.rank ?? 0
      let isHigh = rank * 2 >= policy.risks.count
      writer.element("li", class: isHigh ? "badge warn" : "badge", "\(risk) risk")
    }
    if let outcome = change.outcome?.value {
      writer.element("li", class: outcome.badge, outcome.words)
    }
    if stage.rawValue != change.outcome?.value.words {
      writer.element("li", class: "badge", stage.rawValue)
    }
    writer.close("ul")
    return writer.finish()
  }

  var facts: HTML {
    section("facts", "Facts") { writer in
      writer.open("dl", class: "facts")
      writer.fact("Requester", change.requester?.value)
      writer.fact("Implementer", change.implementer?.value)
      writer.fact("Owner", change.owner?.value)
      if !change.systems.isEmpty {
        writer.markup("<dt>Systems</dt><dd>")
        writer.systems(change.systems, at: route, in: publication)
        writer.close("dd")
      }
      writer.fact("Category", change.categories.map(\.value).joined(separator: ", "))
      if let relevant = change.isSecurityRelevant?.value {
        writer.fact("Security-relevant", relevant ? "yes" : "no")
      }
      if let runtime = change.runtime {
        writer.fact("Spec version", runtime.specVersion.map { "\($0.value)" })
        writer.fact("WASM hash", runtime.wasmHash?.value)
      }
      if let review = change.review {
        writer.markup("<dt>Review</dt><dd>")
        if let at = review.at?.value { writer.time(at, in: publication.zone) }
        if let by = review.by?.value { writer.text(" \(by)") }
        if let notes = review.notes?.value { writer.text(": \(notes)") }
        writer.close("dd")
      }
      writer.markup("<dt>Judged by</dt><dd>")
      writer.link(
        policy.shortName, to: publication.links.route(of: policy).href(from: route))
      writer.markup("</dd><dt>Source</dt><dd>")
      writer.path(change.file.path)
      writer.markup("</dd></dl>")
      writer.unreadKeys(change.unread)
    }
  }

  /// Links to the records that this one names.
  var related: HTML {
    var links: [(relation: String, id: String)] = []
    if let id = change.follows?.value { links.append(("Follows", id)) }
    if let id = change.supersedes?.value { links.append(("Supersedes", id)) }
    links += change.incidents.map { ("Fixes", $0.value) }
    links += change.causedIncidents.map { ("Caused", $0.value) }
    if let id = change.postMortem?.value { links.append(("Post-mortem", id)) }
    guard !links.isEmpty else { return .empty }
    return section("related", "Related") { writer in
      writer.open("ul", class: "list")
      for link in links {
        writer.open("li")
        writer.text("\(link.relation) ")
        writer.record(link.id, at: route, in: publication)
        writer.close("li")
      }
      writer.close("ul")
    }
  }
}

extension HTMLWriter {
  /// The keys of front matter that nobody reads, as a small table; nothing where there are none.
  mutating func unreadKeys(_ keys: [UnreadKey]) {
    guard !keys.isEmpty else { return }
    markup("<div class=\"scroll\"><table><caption>Other keys of the front matter</caption>")
    markup("<thead><tr><th scope=\"col\">Key</th><th scope=\"col\">Value</th></tr></thead><tbody>")
    for key in keys {
      markup("<tr><th scope=\"row\">")
      element("code", key.key)
      markup("</th><td>")
      text(key.value)
      markup("</td></tr>")
    }
    markup("</tbody></table></div>")
  }

  /// A path that can break after each of its parts.
  mutating func path(_ path: String) {
    open("code")
    for (index, part) in path.parts(at: "/").enumerated() {
      if index > 0 { markup("/<wbr>") }
      text(part)
    }
    close("code")
  }

  /// A term and its description; nothing where there is none.
  mutating func fact(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    markup("<dt>")
    text(name)
    markup("</dt><dd>")
    text(value)
    markup("</dd>")
  }

  /// An id with its title, linked to its page where it has one; a web address as a link.
  mutating func record(_ id: String, at route: Route, in publication: Publication) {
    if let change = publication.register.change(id) {
      recordLink(id, to: Route.change(id).href(from: route))
      if let title = change.title?.value { text(" \(title)") }
    } else if let incident = publication.register.incident(id) {
      recordLink(id, to: Route.incident(id).href(from: route))
      if let title = incident.title?.value { text(" \(title)") }
    } else if id.hasPrefix("https://") || id.hasPrefix("http://") {
      element("a", ["href": id, "rel": "noreferrer"], id)
    } else {
      element("span", class: "id", id)
      text(", which is not on record")
    }
  }
}

extension Outcome {
  var words: String {
    switch self {
    case .successfulWithIssues: "successful with issues"
    case .rolledBack: "rolled back"
    case .successful, .failed, .aborted, .cancelled, .rejected: rawValue
    }
  }

  /// The class that gives it its mark.
  var mark: String {
    switch self {
    case .successful: "mark-good"
    case .successfulWithIssues: "mark-warn"
    case .failed, .rolledBack, .aborted: "mark-bad"
    case .cancelled, .rejected: "mark-none"
    }
  }

  /// The classes of its badge.
  fileprivate var badge: StaticString {
    switch self {
    case .successful: "badge good mark-good"
    case .successfulWithIssues: "badge warn mark-warn"
    case .failed, .rolledBack, .aborted: "badge bad mark-bad"
    case .cancelled, .rejected: "badge  mark-none"
    }
  }
}

extension Policy {
  /// `POL-CM-001 1.0`, or its title where it has no id.
  var shortName: String {
    let name = metadata.id?.value ?? title
    return metadata.version.map { "\(name) \($0.value)" } ?? name
  }
}

import Calendar
import Chronology
import Configuration
import Documents
import Figures
import Findings
import Markdown
import PolicyReading
import Records
import Rules
import SourceText

/// Everything but the records as the search finds it.
extension Publication {
  var searchedPages: [SearchEntry] {
    searchedPlaces + searchedSystems + searchedPeople + searchedFreezes + searchedPolicies
      + searchedTexts + searchedFigures + searchedRules
  }

  private var searchedPlaces: [SearchEntry] {
    HeaderPlace.allCases.map {
      SearchEntry(kind: "Page", title: $0.name, route: $0.route, names: [$0.name])
    } + [
      SearchEntry(
        kind: "Page", title: "Compliance", route: .compliance, names: ["Compliance"],
        texts: ["controls standards audit log retention duties"]),
      SearchEntry(kind: "Page", title: "Figures", route: .figures, names: ["Figures"]),
      SearchEntry(kind: "Page", title: "Systems", route: .systems, names: ["Systems"]),
    ]
  }

  private var searchedSystems: [SearchEntry] {
    systems.systems.map { system in
      SearchEntry(
        kind: "System", title: system.name,
        facts: [
          counted(system.changes.count, "change", "changes"),
          counted(system.incidents.count, "incident", "incidents"),
        ], route: system.route, names: [system.name])
    }
  }

  private var searchedFreezes: [SearchEntry] {
    calendar.freezes.all.map { entry in
      var declared: DeclaredFreeze?
      if case .declaration(let freeze) = entry.freeze.source { declared = freeze }
      let occurrence =
        entry.occurrences.first { $0.interval.end > asOf } ?? entry.occurrences.last
      return SearchEntry(
        kind: "Freeze", title: entry.title,
        facts: [
          occurrence.map { occurrence in
            entry.freeze.isOpenEnded || occurrence.interval.end == .distantFuture
              ? "since \(DisplayTime.day(zone.wallTime(at: occurrence.interval.start).day))"
              : DisplayTime.interval(occurrence.interval, in: zone)
          } ?? "", entry.freeze.systemsText,
        ], route: entry.route, names: [entry.title],
        named: declared?.systems.map(\.value) ?? [], texts: [entry.freeze.allowedText, "freeze"],
        body: declared.map { ($0.document, [$0.document.nodes.indices]) })
    }
  }

  /// Every version, and the clauses of the one in force and of the latest.
  private var searchedPolicies: [SearchEntry] {
    let inForce = register.policies.inForce(at: asOf)
    let latest = register.policies.latest
    return register.policies.policies.reversed().flatMap { policy -> [SearchEntry] in
      let route = links.route(of: policy)
      let version = policy.metadata.version.map { "version \($0.value)" } ?? ""
      let id = policy.metadata.id?.value ?? ""
      let whole = SearchEntry(
        kind: "Policy", id: id, title: policy.title, facts: [version], route: route, names: [id])
      guard policy === inForce || policy === latest else { return [whole] }
      let sections = policy.document.sections
      return [whole]
        + policy.clauses.filter { $0.level > 1 }.map { clause in
          SearchEntry(
            kind: "Policy", id: clause.number ?? "", title: clause.title,
            facts: [policy.title, version], route: route,
            fragment: Self.textPrefix + clause.anchor,
            names: [clause.number ?? "", clause.title],
            body: sections.first { $0.heading.anchor == clause.anchor }.map {
              (policy.document, [$0.ownContent])
            })
        }
    }
  }

  private var searchedTexts: [SearchEntry] {
    contentPages.map { page, route in
      SearchEntry(
        kind: page.slug.hasPrefix("guide/") ? "Guide" : "Page", title: page.title, route: route,
        names: [page.title], body: (page.document, [page.body]))
    }
  }

  private var searchedFigures: [SearchEntry] {
    FigureCatalogue.definitions.flatMap { definition in
      [
        SearchEntry(
          kind: "Figure", title: definition.title, route: .figure(definition.key),
          names: [definition.title]),
        SearchEntry(
          kind: "Guide", title: "\(definition.title): definition",
          route: .figureDefinition(definition.key), names: [],
          texts: [definition.numerator, definition.denominator, definition.notCounted]),
      ]
    }
  }

  private var searchedRules: [SearchEntry] {
    RuleCatalogue.rules.map { rule in
      let documentation = rule.documentation
      let code = documentation.code.description
      return SearchEntry(
        kind: "Rule", id: code, title: documentation.title.capitalisedFirst, route: .rule(code),
        names: [code], texts: [documentation.explanation, documentation.enforces ?? ""])
    }
  }

  private var searchedPeople: [SearchEntry] {
    people.value.people.map { person in
      SearchEntry(
        kind: person.identity.isBoard ? "Board" : "Person", title: person.title,
        facts: [counted(person.changes.count, "change", "changes")], route: person.route,
        names: [person.title])
    }
  }
}

import Calendar
import Chronology
import Figures
import Findings
import PolicyReading
import Records
import Reports
import SourceText

/// The pages of the content folder that cannot have the address that their paths give them: it is a
/// made page's, today or as soon as there is something to show on it, or one of them would have to be
/// a folder where another is a file. In the order of their paths.
///
/// Of two pages the first stays; a made page stays always.
package func addressProblems(of register: Register) -> [ReadingProblem] {
  let claimed = ClaimedAddresses(register)
  var problems: [ReadingProblem] = []
  var files: [String: ContentPage] = [:]
  for page in register.pages.reversed() { files[Route.page(page.slug).outputPath] = page }
  for page in register.pages {
    let path = Route.page(page.slug).outputPath
    let place = Place(startOf: page.file)
    if let owner = claimed.owner(of: page) {
      problems.append(ReadingProblem(.addressTaken(path: path, by: owner), at: place))
    } else if let other = files[path], other.file !== page.file {
      problems.append(
        ReadingProblem(.pathCollision(path: path, other: Place(startOf: other.file)), at: place))
    } else if let other = foldersAbove(path).lazy.compactMap({ files[$0] }).first {
      let owner = "the page of \(other.file.path), which cannot be a folder"
      problems.append(ReadingProblem(.addressTaken(path: path, by: owner), at: place))
    }
  }
  return problems
}

/// `a/b` and `a` of `a/b/c`.
private func foldersAbove(_ path: String) -> [String] {
  var folders: [String] = []
  var rest = path[...]
  while let slash = rest.lastIndex(of: "/") {
    rest = rest[..<slash]
    folders.append(String(rest))
  }
  return folders
}

/// The addresses of made pages and files, told by their form: whether a month has changes yet does
/// not matter, because it may have some tomorrow.
struct ClaimedAddresses {
  private let zone: Zone
  /// Made for what is on record: policies, systems and people, whose names may be any.
  private let named: [String: String]

  init(_ register: Register) {
    zone = register.zone
    var named: [String: String] = [:]
    for policy in register.policies.policies {
      let route = LinkTable.route(of: policy, among: register.policies)
      named[route.outputPath] = "the policy \(policy.file.path)"
    }
    // To look through all records is only worth it where a page may have the address.
    if register.pages.contains(where: { $0.slug.hasPrefix("systems/") }) {
      for system in SystemIndex(register).systems {
        named[system.route.outputPath] = "the system \(system.name)"
        named[Route.systemFigures(system.name).outputPath] = "the system \(system.name)"
      }
    }
    if register.pages.contains(where: { $0.slug.hasPrefix("people/") }) {
      for person in PeopleIndex(register).people {
        named[person.route.outputPath] = "the person \(person.title)"
      }
    }
    self.named = named
  }

  /// Who has the address of a page already, or one of the folders above it as a file; nil where it is
  /// the page's own.
  func owner(of page: ContentPage) -> String? {
    // It is shown on the report itself.
    if page.reportPeriod(in: zone) != nil { return nil }
    let route = Route.page(page.slug)
    if openingPages.contains(route) { return nil }
    let path = route.outputPath
    if let owner = owner(ofFile: path) { return owner }
    for folder in foldersAbove(path) where folder.contains(".") {
      let name = folder.split(separator: "/").last?.lowercased()
      if name == "index.html" || folder == Route.notFound.path { return "a page of the site's own" }
      if folder.hasPrefix("sitemap"), folder.hasSuffix(".xml") { return "the sitemap" }
      if let owner = owner(ofFile: folder) { return owner }
    }
    return nil
  }

  private func owner(ofFile path: String) -> String? {
    if let name = named[path] { return name }
    var parts = path.split(separator: "/").map(String.init)
    guard let last = parts.popLast() else { return nil }
    let isData =
      parts.first == "data" && [".csv", ".json", ".jsonl", ".ics"].contains(where: last.hasSuffix)
    // A theme may bring files of any ending.
    let isAsset = parts.first == "assets" && last.contains(".") && !last.hasSuffix(".html")
    if isData || isAsset { return "a file of the site's own" }
    guard last.hasSuffix(".html") else { return nil }
    return owner(of: parts + [String(last.dropLast(5))])
  }

  /// - Parameter parts: Of the address, the last without its `.html`.
  private func owner(of parts: [String]) -> String? {
    guard parts.count > 1 else { return nil }
    switch parts[0] {
    case "changes": return ownerInChanges(Array(parts.dropFirst()))
    case "incidents" where RecordID.isValid(parts[1]): return "incidents"
    case "calendar" where parts[1] == "freezes" && parts.count == 3: return "freezes"
    case "calendar" where parts.count == 2 && isPeriod(parts[1], of: [.month, .week, .year]):
      return "the calendar"
    case "findings" where RuleCode(parsing: parts[1]) != nil && isList(parts): return "findings"
    case "figures": return ownerInFigures(Array(parts.dropFirst()))
    case "findings" where parts[1] == "page" && parts.count == 3 && isNumber(parts[2]):
      return "findings"
    case "findings" where parts[1] == "counts" && parts.count == 2: return "findings"
    case "systems" where parts[1] == "page" && parts.count == 3 && isNumber(parts[2]):
      return "the list of systems"
    case "people" where parts[1] == "page" && parts.count == 3 && isNumber(parts[2]):
      return "the list of people"
    case "compliance" where parts.count == 2 && isOfCompliance(parts[1]): return "compliance"
    case "reports": return ownerInReports(parts)
    case "guide" where parts == ["guide", "glossary"]: return "the glossary"
    case "guide" where parts.count == 3: return ownerInGuide(parts[1], parts[2])
    default: return nil
    }
  }

  private func isOfCompliance(_ name: String) -> Bool {
    [Route.duties, .auditLog, .retention].contains { $0.path == "compliance/\(name).html" }
      || name.hasPrefix("control-")
  }

  private func ownerInChanges(_ parts: [String]) -> String? {
    guard isList(["changes"] + parts) else { return nil }
    if RecordID.isValid(parts[0]) { return parts.count == 1 ? "changes" : nil }
    return parts[0] == "undated" || isPeriod(parts[0], of: [.month]) ? "lists of changes" : nil
  }

  private func ownerInFigures(_ parts: [String]) -> String? {
    if parts[0] == "starts" { return isList(["figures"] + parts) ? "figures" : nil }
    guard FigureCatalogue.definitions.contains(where: { Route.figure($0.key).names(parts[0]) })
    else { return nil }
    switch parts.count {
    case 1: return "figures"
    case 2, 3:
      let isMade =
        parts[1] == "weeks" || parts[1] == "groups" || isPeriod(parts[1], of: Period.Kind.allCases)
      return isMade && (parts.count == 2 || isNumber(parts[2])) ? "figures" : nil
    default: return nil
    }
  }

  private func ownerInReports(_ parts: [String]) -> String? {
    guard parts.count == 3 else { return nil }
    let kind: Period.Kind? =
      switch parts[1] {
      case "weekly": .week
      case "monthly": .month
      case "quarterly": .quarter
      default: nil
      }
    return kind.map { isPeriod(parts[2], of: [$0]) } == true ? "reports" : nil
  }

  private func ownerInGuide(_ folder: String, _ name: String) -> String? {
    switch folder {
    case "rules": RuleCode(parsing: name) != nil ? "the rules" : nil
    case "figures":
      FigureCatalogue.definitions.contains { Route.figureDefinition($0.key).names(name) }
        ? "the figures' definitions" : nil
    default: nil
    }
  }

  /// A list's first page, or one of those in a folder beside it.
  private func isList(_ parts: [String]) -> Bool {
    parts.count == 2 || parts.count == 3 && isNumber(parts[2])
  }

  private func isPeriod(_ label: String, of kinds: [Period.Kind]) -> Bool {
    kinds.contains { Period($0, labelled: label, in: zone) != nil }
  }

  private func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension Route {
  /// Whether the last part of the address is a name and `.html`.
  fileprivate func names(_ name: String) -> Bool { path.hasSuffix("/\(name).html") }
}

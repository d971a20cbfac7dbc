import Findings
import PolicyReading
import Records
import SourceText

/// Which page each file of the content folder became, and where in a policy a clause stands.
struct LinkTable: Sendable {
  private let routes: [String: Route]
  /// Anchors of clauses by the path of the policy and the number.
  private let clauses: [String: [String: String]]
  /// Policies, incidents, freezes and ordinary pages, which are shown as they are written.
  private let texts: Set<String>
  /// Nodes of the headings that became titles of pages, by path.
  private let titles: [String: Int]
  private let policies: Set<String>
  private let freezes: Set<String>
  let content: ContentIndex
  /// Where the pictures of texts go, by path.
  let pictures: PictureAddresses
  /// Changes by the path of the file that their page is made from.
  private let changes: [String: Int]

  /// - Parameter commentaries: The reports that show a file in place of a page of its own, by path.
  init(_ register: Register, commentaries: [String: Route] = [:]) {
    var routes: [String: Route] = [:]
    var changes: [String: Int] = [:]
    var lastID: String?
    for (index, change) in register.changes.enumerated() {
      routes[change.file.path] = .change(change.id)
      // Of two with one id the first has the page.
      if change.id != lastID { changes[change.file.path] = index }
      lastID = change.id
    }
    var texts = Set(
      register.pages.map(\.file.path) + register.policies.policies.map(\.file.path))
    var titles = Dictionary(
      register.pages.compactMap { page in page.titleNode.map { (page.file.path, $0) } },
      uniquingKeysWith: { first, _ in first })
    lastID = nil
    for incident in register.incidents {
      routes[incident.file.path] = .incident(incident.id)
      if incident.id != lastID { texts.insert(incident.file.path) }
      if let title = incident.titleNode { titles[incident.file.path] = title }
      lastID = incident.id
    }
    for page in register.pages {
      routes[page.file.path] = commentaries[page.file.path] ?? .page(page.slug)
    }
    var clauses: [String: [String: String]] = [:]
    for policy in register.policies.policies {
      routes[policy.file.path] = Self.route(of: policy, among: register.policies)
      for clause in policy.clauses {
        guard let number = clause.number else { continue }
        clauses[policy.file.path, default: [:]][number] = Publication.textPrefix + clause.anchor
      }
    }
    self.routes = routes
    self.clauses = clauses
    freezes = Set(register.freezes.map(\.file.path))
    texts.formUnion(freezes)
    for freeze in register.freezes {
      if let title = freeze.titleNode { titles[freeze.file.path] = title }
    }
    self.titles = titles
    self.texts = texts
    self.changes = changes
    policies = Set(register.policies.policies.map(\.file.path))
    pictures = PictureAddresses(register.pictures)
    content = ContentIndex(register)
  }

  /// Whether a file is shown as it is written, headings and all.
  func isText(_ path: String) -> Bool { texts.contains(path) }

  /// Node of the heading that a file's page has as its title. The page of a policy begins with the
  /// policy's first heading.
  func titleNode(of path: String) -> Int? { policies.contains(path) ? 1 : titles[path] }

  func isFreeze(_ path: String) -> Bool { freezes.contains(path) }

  /// Index of the change whose page a file became; nil for any other file.
  func change(ofPath path: String) -> Int? { changes[path] }

  /// The page of a content file; nil where it has none.
  func route(ofPath path: String) -> Route? { routes[path] }

  func route(of policy: Policy) -> Route { routes[policy.file.path] ?? .policyIndex }

  /// The page and anchor of the clause that a finding rests on.
  func clause(_ reference: PolicyReference) -> (route: Route, anchor: String?)? {
    let path = reference.place.file.path
    guard let route = routes[path] else { return nil }
    return (route, reference.clause.flatMap { clauses[path]?[$0] })
  }

  /// By its id; of versions with one id the latest has the id alone, the others add their version.
  static func route(of policy: Policy, among book: PolicyBook) -> Route {
    let name = policy.metadata.id?.value ?? policy.fileName
    let latest = book.policies.last { ($0.metadata.id?.value ?? $0.fileName) == name }
    if latest?.file.path == policy.file.path { return .policy(name) }
    return .policy("\(name)-\(policy.metadata.version?.value ?? policy.fileName)")
  }
}

extension Policy {
  /// The last part of its path, without the extension.
  fileprivate var fileName: String {
    let name = file.path.parts(at: "/").last ?? ""
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name[...])
  }
}

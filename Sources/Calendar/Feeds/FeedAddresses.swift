/// Where records are shown, for the links of events; nil where the site's address is not known.
package struct FeedAddresses: Sendable {
  let change: @Sendable (_ id: String) -> String?
  let incident: @Sendable (_ id: String) -> String?

  package init(
    change: @escaping @Sendable (String) -> String?,
    incident: @escaping @Sendable (String) -> String?
  ) {
    self.change = change
    self.incident = incident
  }

  package static let unknown = FeedAddresses(change: { _ in nil }, incident: { _ in nil })
}

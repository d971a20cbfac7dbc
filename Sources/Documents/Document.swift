/// A page before anybody knows how it is shown: what it is called, and blocks one below the other.
package struct Document: Sendable {
  /// What kind of page it is, above the title.
  package let kicker: String
  package let title: String
  /// What the page comes to, below the title.
  package let lead: RichText
  package let blocks: [any Block]

  package init(kicker: String, title: String, lead: RichText = "", _ blocks: [any Block]) {
    self.kicker = kicker
    self.title = title
    self.lead = lead
    self.blocks = blocks
  }
}

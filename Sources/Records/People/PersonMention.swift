import SourceText

/// Somebody whom a text names, and what it says of their approval.
package struct PersonMention: Sendable {
  /// Nil where the text stands for a person and names none.
  package let identity: Identity?
  package let text: String
  /// Bytes of the text that was read.
  package let range: Range<Int>
  /// Nil for somebody who has given what they are named for.
  package let fault: Unapproved.Reason?
  /// Who else is named beside them: `@cy on behalf of @ann`.
  package var others: [Identity] = []
  /// The days that stand beside the name.
  package var days: [WrittenDay] = []
}

/// What stands in the place of an approval and is none.
package struct Unapproved: Sendable {
  package enum Reason: Sendable, Hashable {
    /// Somebody said no.
    case refused
    /// Somebody has not answered yet.
    case pending
    /// It names no person: nothing, a filler, or the template's own text.
    case nobody
    /// The text is struck out.
    case struckOut
    /// What stands beside the name is not understood: it may mean that they have not approved.
    case unclear
  }

  package let role: Located<ApprovalRole>
  /// As written; empty where nothing is.
  package let text: String
  /// Who is named; nil for nobody.
  package let identity: Identity?
  package let reason: Reason
  package let place: Place
  /// It stands where an approval would; a box that is not ticked only tells of a refusal.
  package var isClaimed = true
}

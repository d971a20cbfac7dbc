import SourceText

/// A box that is not ticked and names somebody, perhaps as what they may approve.
struct OpenBox {
  /// Nil where its label is none.
  let role: ApprovalRole?
  let people: [Identity]
  let text: String
  let place: Place
  /// It asks for an approval, and for no other work of whom it names.
  let asksForApproval: Bool
}

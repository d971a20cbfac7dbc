import PolicyReading
import SourceText

/// A person, or a body that signs as one, by whatever a record gives of them.
///
/// Two of them are one person where the list of people says so or where their parts agree. Where
/// nothing is listed a handle, the first part of an address and a name that read alike are taken for
/// one: that a second pair of eyes may be counted too little, and never too much.
package struct Identity: Sendable, Hashable {
  /// In lower case, without `@`.
  package let handle: String?
  /// In lower case, without what follows a `+` in its first part.
  package let email: String?
  /// In the form of `WordForm.fold`, first name first.
  package let name: String?
  /// The row of the list of people; nil for somebody who is not listed.
  package var row: Int?
  /// `ComparableHandle.form` of the handle.
  private let handleForm: String?

  package init(handle: String? = nil, email: String? = nil, name: String? = nil) {
    self.handle = handle.map { handle in
      let form = Self.lowered(handle)
      return form.utf8.first == UInt8(ascii: "@") ? String(form.dropFirst()) : form
    }
    handleForm = self.handle.map(ComparableHandle.form)
    self.email = email.map { Self.untagged(Self.lowered($0)) }
    self.name = name.flatMap { name in
      let form = Self.form(ofName: name)
      return form.isEmpty ? nil : form
    }
  }

  /// `Miller, Cy` and `Cy Miller` are one name.
  static func form(ofName name: String) -> String {
    let parts = name.parts(at: ",")
    return WordForm.fold(parts.count == 2 ? "\(parts[1]) \(parts[0])" : name)
  }

  /// `ann+ci@example.com` reaches whoever reads `ann@example.com`.
  private static func untagged(_ email: String) -> String {
    guard let plus = email.firstIndex(of: "+"), let at = email.firstIndex(of: "@"), plus < at,
      plus != email.startIndex
    else { return email }
    return String(email[..<plus] + email[at...])
  }

  /// In lower case, with composed letters.
  static func lowered(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
      ? text : text.precomposedForm.lowercased()
  }

  /// Whether a handle or a name stands among some words, in whole: `pair: rpc-lead`.
  func stands(in words: [String]) -> Bool {
    [handle.map(WordForm.words), name?.parts(at: " ")].compactMap(\.self).contains { own in
      !own.isEmpty && words.indices.contains { words[$0...].starts(with: own) }
    }
  }

  /// Whether it is a board, which decides as one and reviews nothing itself: `@cab`, `Change Advisory Board`.
  package var isBoard: Bool {
    let words = handle.map(WordForm.words) ?? name?.parts(at: " ") ?? []
    return words.contains(where: Self.boards.contains)
      && words.allSatisfy { Self.boards.contains($0) || Self.besideBoards.contains($0) }
  }

  private static let boards: Set<String> = ["cab", "ecab", "tcab", "board", "committee", "council"]
  private static let besideBoards: Set<String> = [
    "change", "advisory", "emergency", "technical", "the", "review", "approval", "control",
  ]

  /// Whether both are one person, or may be for all that is written of them.
  package func isSame(as other: Identity) -> Bool {
    coincides(with: other) || mayBe(other)
  }

  /// Whether readers could take the two for one, where the list of people does not tell them apart.
  private func mayBe(_ other: Identity) -> Bool {
    if row != nil, other.row != nil { return false }
    if isPlainHandle, other.isPlainHandle { return false }
    let forms = likenesses
    return other.likenesses.contains { form in forms.contains { $0.mayBeOne(with: form) } }
  }

  /// A handle of ASCII and nothing else, as nearly all are.
  private var isPlainHandle: Bool {
    name == nil && email == nil && handle?.utf8.allSatisfy { $0 < 0x80 } ?? true
  }

  private var likenesses: [NameLikeness] {
    // Two addresses are told apart by their names alone.
    let address = email?.parts(at: "@").first
    return [
      handle.map { NameLikeness(handle: $0) }, name.map(NameLikeness.init(name:)),
      address.map { NameLikeness(handle: $0, isAddress: true) },
    ].compactMap(\.self)
  }

  /// Whether parts of both are the same.
  package func coincides(with other: Identity) -> Bool {
    if let row, let otherRow = other.row { return row == otherRow }
    if let handle, handle == other.handle { return true }
    if let email, let otherEmail = other.email {
      if email == otherEmail { return true }
      return name != nil && name == other.name
    }
    if name == nil, other.name == nil, email == nil, other.email == nil {
      guard let handleForm, !handleForm.isEmpty else { return false }
      return handleForm == other.handleForm
    }
    let forms = spokenForms
    return other.spokenForms.contains { form in forms.contains { $0.agrees(with: form) } }
  }

  /// What it may be called by, each with what it comes from.
  private var spokenForms: [SpokenForm] {
    [
      handleForm.map { SpokenForm(kind: .handle, text: $0) },
      email.map { email in
        SpokenForm(
          kind: .address, text: ComparableHandle.form(email.parts(at: "@").first ?? email))
      },
      name.map { SpokenForm(kind: .name, text: ComparableHandle.form($0)) },
    ].compactMap { $0 }
  }

  private struct SpokenForm {
    enum Kind { case handle, address, name }
    let kind: Kind
    let text: String

    /// Addresses are compared among themselves as they are written: `ann` of two companies are two.
    func agrees(with other: SpokenForm) -> Bool {
      text == other.text && !text.isEmpty && (kind != other.kind || kind != .address)
    }
  }
}

extension [Identity] {
  package func contains(_ identity: Identity) -> Bool { contains { $0.isSame(as: identity) } }

  /// Whether somebody is in both.
  package func share(with others: [Identity]) -> Bool { contains { others.contains($0) } }
}

extension Identity {
  /// It is named after a field of the record, `@requester`, so that it signs as whoever that is.
  package func isNamed(after field: String) -> Bool {
    guard let handle else { return false }
    let synonyms = ["requester": ["requestor", "author", "submitter"]]
    return handle == field || synonyms[field]?.contains(handle) ?? false
  }
}

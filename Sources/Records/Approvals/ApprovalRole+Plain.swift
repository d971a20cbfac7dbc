import PolicyReading
import SourceText

extension ApprovalRole {
  /// Whether a list of roles says nothing beside them: `technical, CAB member`, but neither
  /// `ex-technical` nor `technical (until May)`.
  static func arePlain(_ text: String, _ names: RoleNames) -> Bool {
    guard !text.unicodeScalars.contains(where: { "?*~!()[]".unicodeScalars.contains($0) }) else {
      return false
    }
    let words = WordForm.words(text)
    return !words.contains { word in
      doubts.contains(word) || ApprovalWords.isDenying(word) || RemarkWords.doubtful.contains(word)
        || word.unicodeScalars.contains { $0.properties.numericType != nil }
    } && ApprovalWords.fault(in: words) == nil
      && parts(of: text).allSatisfy {
        names.role(named: WordForm.fold($0)) != nil || isWholeRole($0)
      }
  }

  /// Whether a part that means a known role says nothing else: `technical reviewer`, but neither
  /// `technical for rpc-gateway` nor `technical writer`. Other words are roles of their own.
  private static func isWholeRole(_ part: String) -> Bool {
    guard ApprovalRole(rawValue: part) == nil, ApprovalRole(label: part) != nil else { return true }
    return KnownRoleName.isWhole(WordForm.words(part))
  }

  /// Words by which somebody does not hold a role, or not fully, or not now.
  private static let doubts: Set<String> = [
    "ex", "former", "formerly", "past", "longer", "trainee", "apprentice", "shadow", "intern",
    "from", "since", "till", "to", "acting", "revoked", "suspended", "inactive", "retired", "none",
    "optional", "temporary", "temporarily", "interim", "backup", "substitute", "january",
    "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// What cells say of people who hold no role any more.
  static let endsOfRoles: Set<String> = [
    "left", "no", "inactive", "false", "suspended", "revoked", "on leave", "leave", "former",
    "retired", "disabled", "terminated", "ended", "gone", "away", "absent", "deactivated",
    "offboarded", "n", "not active", "no longer active",
  ]
}

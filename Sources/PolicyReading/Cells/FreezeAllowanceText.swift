/// Cells of the Changes Allowed column, and the `allowed:` of a declared freeze.
package enum FreezeAllowanceText {
  package static let accepted =
    "Emergency only, Related fixes only, Related emergencies only, None, or All"

  /// Nil for anything else, `Emergency and related fixes` among it: one allowance lets pass what
  /// satisfies all its conditions, never one of several.
  package static func read(_ text: String) -> FreezeAllowance? {
    guard text.unicodeScalars.allSatisfy(isPlain) else { return nil }
    let words = WordForm.words(text).filter {
      !["only", "change", "changes", "the", "are", "allowed", "permitted"].contains($0)
    }
    switch words.joined(separator: " ") {
    case "emergency", "emergencies", "emergency fixes", "emergency fix", "emergency deployments":
      return FreezeAllowance(emergencyOnly: true)
    case "related fixes", "related fix", "related", "fixes related to incident", "incident fixes",
      "incident related fixes", "fixes for incident", "incident related":
      return FreezeAllowance(relatedFixesOnly: true)
    case "related emergency", "related emergencies", "related emergency fixes",
      "emergency fixes related to incident":
      return FreezeAllowance(emergencyOnly: true, relatedFixesOnly: true)
    case "none", "no", "nothing": return FreezeAllowance(nothing: true)
    case "all", "any", "everything": return FreezeAllowance()
    case "":
      return text.unicodeScalars.contains(where: CellTokens.isDash)
        ? FreezeAllowance(nothing: true) : nil
    default: return nil
    }
  }

  /// `All?` and `None*` say less, or more, than their words.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.isWhitespace || CellTokens.isDash(scalar)
      || ".,;:/&'’()".unicodeScalars.contains(scalar) || scalar.isUnseen
  }
}

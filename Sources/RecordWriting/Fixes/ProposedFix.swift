import Findings
import FrontMatter
import PolicyReading
import Records
import SourceText

/// The edit that would mend a problem of reading, not yet tried.
enum ProposedFix {
  /// Nil where somebody has to know more than the record says, and of whatever stands under `approvals` and
  /// `waivers`: nobody approves by a correction.
  static func fix(for problem: ReadingProblem, in register: Register) -> TextFix? {
    let place = problem.place
    switch problem.kind {
    case .unknownKey(let key, let suggestion?, let known):
      guard !isDecided(suggestion), !known.contains("role"), !known.contains("rule") else {
        return nil
      }
      return TextFix(
        words: "rename the key `\(key)` to `\(suggestion)`", edits: [TextEdit(place, suggestion)])
    case .unreadableValue(let key, let text, _):
      guard let meant = meant(key, text, in: register) else { return nil }
      return replacing(text, by: meant, at: place)
    case .nearMiss(let heading, let intended):
      guard let range = place.file.range(of: heading, in: place.range) else { return nil }
      return TextFix(
        words: "name the section `\(intended)`",
        edits: [TextEdit(Place(place.file, range), intended)])
    case .deceptiveHeading(_, let scalar):
      return HeadingFix.fix(at: place, scalar: scalar)
    case .yamlSyntax: return QuotationFix.fix(in: place.file)
    default: return nil
    }
  }

  /// Keys that say that somebody has agreed.
  private static func isDecided(_ key: String) -> Bool { ["approvals", "waivers"].contains(key) }

  /// The name that a value is a misspelling of: a letter is wrong, or two of a long word.
  private static func meant(_ key: String, _ text: String, in register: Register) -> String? {
    let names: [String]
    let policy = register.policies.latest
    switch WordForm.fold(key) {
    case "type": names = policy.types.map(\.name)
    case "risk", "risk level": names = policy.risks.map(\.name)
    case "category": names = Vocabulary(policy: policy).categoryNames
    case "outcome": names = Outcome.allCases.map(\.rawValue)
    default: return nil
    }
    guard let lower = misspelling(text, of: names.map { $0.lowercased() }) else { return nil }
    return names.first { $0.lowercased() == lower }
  }

  /// Another text in the place of one, with the quotation marks that it had.
  private static func replacing(_ text: String, by meant: String, at place: Place) -> TextFix? {
    let written = place.text
    let isInFront =
      splitFrontMatter(place.file).yaml.map { $0.indices.contains(place.range.indices.lowerBound) }
      ?? false
    var edit = meant
    if isInFront {
      switch written.utf8.first {
      case UInt8(ascii: "'"): edit = YAMLScalarText.quoted(meant, .single)
      case UInt8(ascii: "\""): edit = YAMLScalarText.quoted(meant, .double)
      default: edit = YAMLScalarText.write(meant, inFlow: true)
      }
    } else if written != text {
      return nil
    }
    return TextFix(
      words: "write `\(meant)` instead of `\(text)`", edits: [TextEdit(place, edit)])
  }
}

extension SourceFile {
  /// Where a text stands first in a range.
  func range(of text: String, in range: SourceRange) -> SourceRange? {
    let needle = Array(text.utf8)
    let indices = range.indices
    guard !needle.isEmpty, indices.count >= needle.count else { return nil }
    let first = (indices.lowerBound...(indices.upperBound - needle.count)).first {
      bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
    return first.map { SourceRange($0, $0 + needle.count) }
  }
}

extension Register {
  /// The policy's words for what a freeze lets pass.
  var freezeAllowances: FreezeAllowanceText.Names { FreezeAllowanceText.Names(policies.latest) }
}

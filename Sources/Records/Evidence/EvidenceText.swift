import PolicyReading
import SourceText

/// Whether a text beside a test level says that it was passed.
enum EvidenceText {
  /// False where it says that the tests failed, were skipped or have not been run, or gives no answer;
  /// `0 failed` and `failed over successfully` are evidence.
  static func shows(_ text: String) -> Bool {
    if NonName.matches(text) || text.unicodeScalars.contains(where: crosses.contains) {
      return false
    }
    // A link or an id says nothing of its own.
    if text.holds("://"), !text.holds(" ") { return true }
    var hasPassed = false
    for clause in clauses(of: text) {
      let words = WordForm.words(clause)
      if words.isEmpty { continue }
      if speaksAgainst(words, afterPassing: hasPassed) { return false }
      if words.contains(where: passing.contains) { hasPassed = true }
    }
    return true
  }

  /// The parts between colons, commas, semicolons, brackets, full stops and dashes.
  private static func clauses(of text: String) -> [String] {
    var clauses = [String.UnicodeScalarView()]
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isAfterBlank = index > 0 && scalars[index - 1] == " "
      let isBeforeBlank = index + 1 == scalars.count || scalars[index + 1] == " "
      switch scalar {
      case ";", "(", ")", "[", "]", "–", "—", "|": clauses.append(.init())
      case ":" where isBeforeBlank, "." where isBeforeBlank, "," where isBeforeBlank:
        clauses.append(.init())
      case "-" where isAfterBlank && isBeforeBlank: clauses.append(.init())
      default: clauses[clauses.count - 1].append(scalar)
      }
    }
    return clauses.map { String($0) }
  }

  /// What a clause says, by its first and its last words: `failed on node 3`, `integration tests
  /// failed`, `2 tests were skipped`. After a clause that says passed, particulars may speak of
  /// failures: `failed logins are locked out`.
  private static func speaksAgainst(_ words: [String], afterPassing hasPassed: Bool) -> Bool {
    if NonName.matches(folded: words.joined(separator: " ")) { return true }
    for (index, word) in words.enumerated() where isFault(at: index, in: words) {
      let before = words[..<index]
      if before.suffix(4).contains(where: none.contains) { continue }
      let isSkip = word.hasPrefix("skip") || word.hasPrefix("ignor")
      if isSkip, hasPassed, words.count > 1 { continue }
      if index == words.count - 1 { return true }
      if before.last.map({ Int($0) != nil }) ?? false { return true }
      if hasPassed { continue }
      if index == 0 || !before.contains(where: passing.contains) { return true }
    }
    return false
  }

  private static func isFault(at index: Int, in words: [String]) -> Bool {
    let word = words[index]
    let next = index + 1 < words.count ? words[index + 1] : ""
    if faults.contains(word) { return !["over", "back", "safe", "safely"].contains(next) }
    let last = index > 0 ? words[index - 1] : ""
    switch (last, word) {
    case ("to", "be"), ("in", "progress"), ("still", "running"), ("not", "yet"): return true
    default: break
    }
    guard denying.contains(word) else { return false }
    let following = words[(index + 1)...].prefix(3)
    return !following.contains(where: faults.contains)
      && following.contains { word in undone.contains(where: word.hasPrefix) }
  }

  private static let crosses: Set<Unicode.Scalar> = ["❌", "✗", "✘", "✖"]
  private static let passing: Set<String> = [
    "pass", "passes", "passed", "passing", "successful", "successfully", "succeeded", "succeeds",
    "success", "green", "ok", "okay", "complete", "completed", "healthy", "fine", "clean",
  ]
  private static let faults: Set<String> = [
    "failed", "fail", "fails", "failing", "failure", "failures", "skipped", "skip", "skips",
    "ignored", "pending", "todo", "tbd", "tbc", "outstanding", "awaiting", "waiting", "aborted",
    "broken", "red", "unsuccessful", "unsuccessfully", "untested", "cancelled", "canceled",
    "blocked", "incomplete", "missing", "waived", "crashed", "crashes", "deferred", "postponed",
    "partially", "partly", "planned", "scheduled", "later",
  ]
  private static let none: Set<String> = [
    "0", "no", "none", "zero", "nothing", "without", "never", "not", "any", "neither", "nor",
  ]
  private static let denying: Set<String> = [
    "not", "never", "no", "didnt", "wasnt", "werent", "hasnt", "havent", "couldnt", "without",
    "isnt", "cannot", "cant", "wont", "nobody", "will",
  ]
  private static let undone = [
    "run", "ran", "execut", "done", "tested", "performed", "pass", "complet", "started", "ready",
    "applicable", "yet", "successful", "succeed", "test", "deploy", "carried", "possible",
    "needed", "required", "available", "green", "evidence", "result",
  ]
}

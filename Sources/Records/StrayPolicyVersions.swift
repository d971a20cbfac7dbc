import Chronology
import Configuration
import PolicyReading
import SourceText

/// Documents outside the folder of policies that are versions of the policy, and later than those in it
/// or of another text.
func strayVersions(
  of book: PolicyBook, in files: [SourceFile], _ settings: Settings
) -> [ReadingProblem] {
  // One that is named is the only one.
  guard settings.policy == nil else { return [] }
  var seen: Set<String> = []
  return files.filter { file in
    DecidingFolder(holding: file.path) != .policy && file.isLabelledAsPolicy
      && seen.insert(file.path).inserted
  }
  .compactMap { file in
    let document = readPolicy(file, settings: Settings())
    let isCopy = book.policies.contains { $0.file.bytes.starts(with: file.bytes) }
    guard !isCopy, book.policies.contains(where: { document.isLater(than: $0) }) else {
      return nil
    }
    return ReadingProblem(
      .unread(
        .freezes, what: "a version of the policy outside content/policy", text: document.title,
        accepted: "move it to content/policy, remove it, or name the policy that decides as "
          + "`policy:` in changebook.yml"),
      at: Place(startOf: file))
  }
}

extension Policy {
  /// It is a version of another, and not one that came before it.
  fileprivate func isLater(than other: Policy) -> Bool {
    guard isVersion(of: other) else { return false }
    guard let effective = metadata.effective?.value, let others = other.metadata.effective?.value
    else { return metadata.id != nil || metadata.effective != nil }
    return effective >= others
  }
}

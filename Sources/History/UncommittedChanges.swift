/// Whether content or settings of a site are other than in the last commit; nil where git does not say.
package func isChangedSinceCommit(root: String, _ environment: GitEnvironment) -> Bool? {
  guard let git = GitProgram(environment, in: root) else { return nil }
  // One entry is enough: what git writes behind it is not read.
  let (ending, bytes) = git.output(
    [
      "status", "--porcelain", "-z", "--no-renames", "--untracked-files=normal", "--", "content",
      "changebook.yml",
    ], limit: 0)
  if !bytes.isEmpty { return true }
  return ending.isSuccess ? false : nil
}

/// Who commits from a folder, by git's settings.
package struct GitAuthor: Sendable, Hashable {
  package let name: String?
  package let email: String?
}

/// The name and the address that git would put into a commit made below a folder, by its settings alone; nil
/// without git, and where they say neither.
package func readGitAuthor(below root: String, environment: GitEnvironment) -> GitAuthor? {
  guard let git = GitProgram(environment, in: root) else { return nil }
  func setting(_ key: String) -> String? {
    let (ending, bytes) = git.output(["config", "--null", "--get", key], limit: 1024)
    guard ending.isSuccess, let end = bytes.firstIndex(of: 0), end > 0 else { return nil }
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    return text.unicodeScalars.contains { $0.properties.generalCategory == .control } ? nil : text
  }
  let author = GitAuthor(name: setting("user.name"), email: setting("user.email"))
  return author.name == nil && author.email == nil ? nil : author
}

/// What of the environment git gets: where programs and its own settings lie, and nothing that would
/// lead it to another repository (`GIT_DIR` and the like), into a pager or to a question.
package struct GitEnvironment: Sendable {
  /// `NAME=value`, in the order of their names.
  let variables: [String]
  /// The folders in which programs are looked for.
  let searchPath: [String]

  /// - Parameter environment: That of the process.
  package init(_ environment: [String: String]) {
    var kept = Self.fixed
    for name in Self.passedOn {
      if let value = environment[name] { kept.append("\(name)=\(value)") }
    }
    variables = kept.sorted()
    searchPath = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      // A program of the folder that somebody happens to be in is not git.
      .map(String.init).filter { $0.hasPrefix("/") }
  }

  /// `safe.directory` stands in the settings below HOME; SUDO_UID says who called `sudo`, whose
  /// repositories git trusts.
  private static let passedOn = ["PATH", "HOME", "XDG_CONFIG_HOME", "SUDO_UID"]

  private static let fixed = [
    // Its messages are compared.
    "LC_ALL=C",
    "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1",
    // Commits are taken as they were made, whatever replaces them on this computer.
    "GIT_NO_REPLACE_OBJECTS=1",
  ]
}

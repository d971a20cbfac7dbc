import SourceText

/// Something that a change brings to production, as far as its record says: the way from an approval to
/// the commits and deployments that it was for.
package struct Delivery: Sendable {
  package let repository: Located<String>?
  /// A number or a link.
  package let pullRequest: Located<String>?
  /// Hashes of commits, whole or at least seven digits.
  package let commits: [Located<String>]
  /// A name with its version or digest, such as `registry.example/rpc@sha256:…`.
  package let artifact: Located<String>?
  /// Ids or links of deployments in the system that makes them.
  package let deployments: [Located<String>]

  /// What it says in one line, in the order of its keys.
  package var texts: [String] {
    [repository?.value, pullRequest.map { "pull request \($0.value)" }].compactMap(\.self)
      + commits.map { "commit \($0.value)" } + [artifact?.value].compactMap(\.self)
      + deployments.map { "deployment \($0.value)" }
  }
}

extension RecordFacts {
  /// `delivers:`, a list of mappings of which each names something.
  mutating func deliveries() -> [Delivery] {
    nestedList("delivers", known: ChangeKeys.delivery.names) { facts, place in
      let delivery = Delivery(
        repository: facts.text("repository"), pullRequest: facts.text("pull_request"),
        commits: facts.commits(), artifact: facts.text("artifact"),
        deployments: facts.texts("deployments"))
      guard delivery.texts.isEmpty, facts.problems.isEmpty else { return delivery }
      facts.report(
        .unreadableValue(
          key: "delivers", text: "",
          expected: "one of " + ChangeKeys.delivery.names.joined(separator: ", ")), at: place)
      return nil
    }
  }

  private mutating func commits() -> [Located<String>] {
    texts("commits").filter { commit in
      let isHash =
        (7...64).contains(commit.value.utf8.count)
        && commit.value.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
        }
      if !isHash {
        report(
          .unreadableValue(
            key: "commits", text: commit.value,
            expected: "hashes of commits, of at least seven hexadecimal digits"), at: commit.place)
      }
      return isHash
    }
  }
}

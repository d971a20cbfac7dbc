extension String {
  /// The sentences of a text, as far as signs part them: `v1.2` holds no end of one.
  var sentences: [String] {
    split { ";!?\n".contains($0) }.flatMap { $0.split(separator: ". ") }.map(String.init)
  }
}

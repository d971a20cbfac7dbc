import SourceText

extension String {
  /// The sentences of a text, as far as signs part them: `v1.2` holds no end of one.
  var sentences: [String] { parts(atAnyOf: ";!?\n").flatMap { $0.parts(between: ". ") } }
}

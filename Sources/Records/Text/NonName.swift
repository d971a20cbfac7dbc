import PolicyReading

/// Texts that stand where the name of a person, a system or a role should, and name none.
package enum NonName {
  /// Whether a text names nothing: it is empty or mere punctuation, or one of the words that people
  /// and forms leave in place of a name.
  package static func matches(_ text: String) -> Bool { matches(folded: WordForm.fold(text)) }

  /// The same for a text in the form of `WordForm.fold`.
  static func matches(folded: String) -> Bool { folded.isEmpty || phrases.contains(folded) }

  /// Whether a text says that there is nothing to name: it is empty, a dash, or a word such as `none`.
  /// Others of its kind leave open what there is.
  static func meansNothing(_ text: String) -> Bool {
    let folded = WordForm.fold(text)
    if !folded.isEmpty { return nothing.contains(folded) }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.isWhiteSpace || scalar.properties.generalCategory == .dashPunctuation
    }
  }

  private static let nothing: Set<String> = [
    "none", "n a", "na", "nil", "no", "nothing", "not applicable",
  ]

  private static let phrases: Set<String> = [
    "n a", "na", "none", "nil", "null", "nan", "nothing", "undefined", "unset", "empty", "blank",
    "tbd", "tba", "tbc", "tbf", "todo", "to do", "fixme", "xxx", "xx", "wip",
    "to be confirmed", "to be determined", "to be decided", "to be defined", "to be announced",
    "to be added", "to be filled", "to be filled in", "to be done", "to follow",
    "unknown", "not known", "unclear", "not clear", "unspecified", "not specified", "not stated",
    "not given", "not applicable", "not available", "not yet", "not yet known", "not sure", "later",
    "pending", "open", "no", "no response", "no answer", "no reason", "no comment",
    "nobody", "no one", "noone", "someone", "somebody", "anyone", "anybody", "whoever",
    "see below", "see above", "see ticket", "see description", "as above", "same as above", "ditto",
    "placeholder", "your name", "list them", "various", "several", "etc",
    "not needed", "not required", "none needed", "none required",
  ]
}

import SourceText

/// A text as a scalar of YAML: as it stands where nothing of it means anything to YAML, else in
/// quotation marks.
func yamlScalar(_ text: String) -> String {
  let isPlain =
    text.first?.isLetter == true && text.last?.isWhitespace == false
    && text.allSatisfy { $0.isLetter || $0.isNumber || " -_./+()".contains($0) }
    && !["yes", "no", "true", "false", "null", "on", "off", "y", "n"].contains(text.lowercased())
  if isPlain { return text }
  let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    .replacing("\n", with: " ").replacing("\t", with: " ")
  return "\"\(escaped)\""
}

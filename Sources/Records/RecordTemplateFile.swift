import FrontMatter
import PolicyReading
import SourceText

extension SourceFile {
  /// Named `template`, `_template` or `freeze-template`, and without a figure in its front matter: a day
  /// that anybody could read has one.
  func isTemplate(_ stem: String) -> Bool {
    guard stem.utf8.count >= 8, stem.utf8.count < 40,
      stem.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "t") || $0 >= 0x80 }),
      WordForm.fold(stem).holds("template"), WordForm.words(stem).contains("template")
    else { return false }
    let split = splitFrontMatter(self)
    guard let yaml = split.yaml, !split.isUnclosed else { return false }
    let text = bytes[yaml.indices]
    guard !text.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    // What has no day must say that one belongs there.
    let front = String(decoding: text, as: UTF8.self)
    return front.split(whereSeparator: \.isNewline).allSatisfy { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      let key = parts.first.map { WordForm.fold(String($0)) } ?? ""
      guard ["from", "to", "started", "resolved"].contains(key) else { return true }
      let value = WordForm.trim(parts.count > 1 ? String(parts[1]) : "") {
        "\"'".unicodeScalars.contains($0)
      }
      return value.isEmpty || NonAnswer(value) != nil || value.uppercased().hasPrefix("YYYY")
    }
  }
}

import Markdown
import PolicyReading
import SourceText

extension Change {
  /// Whether service stops, by what stands after `Downtime required:` in the impact assessment; nil
  /// where nothing does.
  package var requiresDowntime: Bool? {
    let stated = sections.lazy.filter { $0.role == .impact }.compactMap { section in
      self.document.labelledValue("downtime required", in: section)
    }
    guard let value = stated.first else { return nil }
    let words = WordForm.words(document.file.text(value))
    switch words.first {
    // `-`
    case nil: return false
    case "none", "nil", "zero", "0": return false
    case "no", "not":
      // `no more than 5 minutes`
      return words.count > 1 && ["more", "longer", "over", "known", "yet"].contains(words[1])
    case "n": return words != ["n", "a"]
    default: return true
    }
  }
}

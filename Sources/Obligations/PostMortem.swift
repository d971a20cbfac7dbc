import Markdown
import PolicyReading
import Records
import SourceText

extension Change {
  /// It failed or was rolled back, and neither `post_mortem:` nor a section of that name says why.
  package var owesPostMortem: Bool {
    guard let outcome, outcome.value == .failed || outcome.value == .rolledBack, postMortem == nil
    else { return false }
    return !sections.contains { section in
      guard section.role == nil, section.state == .filled else { return false }
      let name = WordForm.fold(section.heading.text)
      return name == "post mortem" || name == "postmortem"
    }
  }
}

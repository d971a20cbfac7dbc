import Chronology
import Documents

/// What stands at the foot of every printed sheet: the site, the instant that it was made for, and the
/// number of the sheet. Only a style can say it, so it is one, which `print.css` imports.
func runningFoot(title: String, asOf: Instant, zone: Zone) -> OutputFile {
  let words = "\(title) · as of \(DisplayTime.instant(asOf, in: zone))"
  let style = """
    @page {
      @bottom-left { content: \(styleString(words)); font: 8pt sans-serif; color: #44484e; }
      @bottom-right { content: counter(page) " of " counter(pages); font: 8pt sans-serif; color: #44484e; }
    }

    """
  return OutputFile(path: Route.asset("foot.css").outputPath, content: Array(style.utf8))
}

/// A text as a string of CSS: what could end it or is invisible is written by its number.
private func styleString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\", "<", ">", "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      result += "\\\(String(scalar.value, radix: 16)) "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

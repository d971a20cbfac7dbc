import Documents
import Findings
import SourceText

extension Publication {
  /// Names the records of which something could not be read, and says that they are in no figure;
  /// nothing where all were read. Long lists end with a link to the whole.
  var unreadableNotice: Notice {
    let unread = findings.unread
    return Notice(
      "unread",
      unread.count == 1
        ? "1 record has errors and is excluded from all figures"
        : "\(unread.count) records have errors and are excluded from all figures",
      unread.prefix(5).map { path, finding in
        "\(file(path)), line \(finding.place.start.line): \(RichText(sentence: finding.message))"
      },
      rest: unread.count > 5
        ? "\("All \(unread.count) of them", to: .route(.findings, fragment: "unread"))" : "")
  }
}

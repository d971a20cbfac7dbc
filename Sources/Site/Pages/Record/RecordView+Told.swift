import Markdown
import PolicyReading
import Records
import Reports
import SourceText

/// Whether a page says all of a section elsewhere: the title at its top, type and risk in its badges,
/// sign-offs in their list. Only then is the section itself left out.
extension RecordView {
  func isTold(_ section: RecordSection) -> Bool {
    switch section.role {
    case .title:
      return change.document.plainText(ofNodes: section.content) == change.title?.value
    case .type: return says(nothingBut: policy.types.map(\.name), section)
    case .riskLevel: return says(nothingBut: policy.risks.map(\.name), section)
    case .approvals: return holdsSignOffsAlone(section)
    default: return false
    }
  }

  /// The words of a section are those of boxes and of some names.
  private func says(nothingBut names: [String], _ section: RecordSection) -> Bool {
    let known = Set(names.flatMap(WordForm.words) + ["x"])
    return WordForm.words(change.document.plainText(ofNodes: section.content))
      .allSatisfy(known.contains)
  }

  /// Every line is a box: ticked with handles behind its label, or as the template has it.
  private func holdsSignOffsAlone(_ section: RecordSection) -> Bool {
    let document = change.document
    var index = section.content.lowerBound
    while index < section.content.upperBound {
      switch document.nodes[index].kind {
      case .list:
        index += 1
      case .taskItem(let isTicked):
        let text = document.plainText(of: index)
        guard policy.template?.isFiller(text) == true || text.isSignOff(isTicked: isTicked) else {
          return false
        }
        index = Int(document.nodes[index].end)
      default:
        return false
      }
    }
    return true
  }
}

extension String {
  /// A label alone, or a label with a colon and handles where the box is ticked.
  fileprivate func isSignOff(isTicked: Bool) -> Bool {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let names = self[colon...].dropFirst().split { $0 == " " || $0 == "," || $0 == ";" }
    return names.isEmpty || isTicked && names.allSatisfy { $0.hasPrefix("@") || $0 == "and" }
  }
}

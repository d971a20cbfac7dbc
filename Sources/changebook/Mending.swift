import Findings
import RecordWriting
import Records
import Rules
import SourceText

/// Makes the edits that mend findings, in turns, since one that is mended may have hidden others.
struct Mending {
  private let settings: SiteSettings
  private let selection: PathSelection

  init(_ settings: SiteSettings, _ selection: PathSelection) {
    self.settings = settings
    self.selection = selection
  }

  /// A line for each edit that was made.
  func run() throws -> [UInt8] {
    var lines = ""
    // Each turn leaves fewer problems than it found; what a few turns do not mend is not mended.
    for _ in 0..<8 {
      let made = try turn()
      if made.isEmpty { break }
      lines += made
    }
    return Array(lines.utf8)
  }

  private func turn() throws -> String {
    let judged = try Workspace(settings).judge()
    let findings = judged.judgement.shown.filter { selection.holds($0.place.file.path) }
      .withFixes(of: judged.register, asOf: settings.asOf)
    var lines = ""
    var start = findings.startIndex
    while start < findings.endIndex {
      let path = findings[start].place.file.path
      let end = findings[start...].firstIndex { $0.place.file.path != path } ?? findings.endIndex
      lines += try mend(path, findings[start..<end])
      start = end
    }
    return lines
  }

  /// Mends one file by the findings that are in it.
  private func mend(_ path: String, _ findings: ArraySlice<Finding>) throws -> String {
    let fixes = findings.compactMap(\.fix)
    guard let file = fixes.first?.edits.first?.place.file else { return "" }
    let before = try RecordBytes.read(path, settings)
    let mark: [UInt8] = before.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    // A file that was repaired to be read is not edited by places of the repaired text.
    guard before.dropFirst(mark.count).elementsEqual(file.bytes) else { return "" }
    var seen: Set<TextFix> = []
    let (bytes, made) = fixes.filter { seen.insert($0).inserted }.applied(to: file)
    try editContentFile(mark + bytes, from: before, root: settings.root, path: path)
    return made.map { fix in
      let start = fix.edits[0].place.start
      return "mended \(path):\(start.line):\(start.column): \(VisibleText.line(fix.words))\n"
    }.joined()
  }
}

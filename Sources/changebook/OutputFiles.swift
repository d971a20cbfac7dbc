import SourceText

/// Writes a file that the command line names, as a whole or not at all.
func writeOutputFile(_ content: [UInt8], to path: String) throws {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  let folder = parts.dropLast().joined(separator: "/")
  try writeContentFile(
    content, root: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder,
    path: String(parts.last ?? ""))
}

import Interchange
import SourceText

/// Files that each hold a part of something ordered, and the list by which a page finds the one that it
/// needs.
///
/// A file is a script that hands its text to a function, since pages that are opened as files may run
/// scripts from beside them and read nothing else. Its name is made from what is in it.
struct SearchShards {
  private(set) var files: [OutputFile] = []
  /// What each file begins with.
  private(set) var starts: [String] = []
  private(set) var names: [String] = []
  private let most: Int
  private var open: [UInt8] = []
  private var start = ""

  /// - Parameter most: How many bytes of text a file has at most, unless one part has more.
  init(most: Int) { self.most = most }

  /// Adds what comes next.
  mutating func add(_ part: [UInt8], startingWith start: @autoclosure () -> String) {
    if open.count + part.count > most { close() }
    if open.isEmpty { self.start = start() }
    open += part
  }

  mutating func close() {
    guard !open.isEmpty else { return }
    let name = contentName(open)
    // Of two with the same text one is enough.
    if !names.contains(name) { files.append(searchScript(name, text: open)) }
    names.append(name)
    starts.append(start)
    open = []
  }
}

/// A script that hands a text to the search.
func searchScript(_ name: String, text: [UInt8]) -> OutputFile {
  var writer = JSONWriter()
  writer.array([name, String(decoding: text, as: UTF8.self)])
  // A call has round brackets where an array has square ones.
  let arguments = writer.finish().dropFirst().dropLast(2)
  return OutputFile(
    path: Route.searchPart(name).outputPath,
    content: Array("changebookSearch(".utf8) + arguments + Array(");\n".utf8))
}

/// FNV-1a of 64 bits, in thirteen digits and letters.
private func contentName(_ bytes: [UInt8]) -> String {
  let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
    ($0 ^ UInt64($1)) &* 0x0100_0000_01b3
  }
  let digits = String(hash, radix: 32)
  return String(repeating: "0", count: 13 - digits.utf8.count) + digits
}

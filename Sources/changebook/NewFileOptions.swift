import ArgumentParser
import Foundation
import SourceText

/// Where a new file goes, with all that begin one.
struct NewFileOptions: ParsableArguments {
  @Flag(help: "Open the new file in $VISUAL, else $EDITOR.")
  var edit = false

  @Flag(help: "Print the file instead of writing it.")
  var stdout = false

  func validate() throws {
    if edit, stdout { throw ValidationError("--edit needs a file, and --stdout writes none") }
  }

  /// Writes a file that is not there yet, says its path, and opens it where that is asked for.
  func put(_ content: [UInt8], at path: String, _ settings: SiteSettings) throws {
    if stdout {
      try settings.console.write(content)
      return
    }
    let editor = edit ? try Editor(settings) : nil
    try createContentFile(content, root: settings.root, path: path)
    try settings.console.write(path + "\n")
    try editor?.open(settings.root + "/" + path)
  }
}

import ArgumentParser
import Findings
import Foundation

/// Questions to whoever sits at the terminal.
struct Terminal {
  /// Both ends of a conversation are there: questions are seen and answers are typed.
  static var isThere: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  let console: Console

  /// What an option says, else what is typed; asked again while `read` does not take it.
  ///
  /// Without a terminal an option that is missing is wrong usage, which names it.
  func value<Value>(
    _ given: String?, option: String, question: String, choices: [String] = [],
    read: (String) throws -> Value
  ) throws -> Value {
    if let given { return try read(given) }
    guard Self.isThere else {
      let which = choices.isEmpty ? "" : ": one of \(choices.joined(separator: ", "))"
      throw ValidationError("\(option) is needed\(which)")
    }
    while true {
      let list = choices.isEmpty ? "" : " (\(choices.joined(separator: ", ")))"
      console.say(Array("\(question)\(list): ".utf8))
      guard let line = readLine() else { throw ValidationError("\(option) is needed") }
      do {
        return try read(line.trimmingCharacters(in: .whitespaces))
      } catch let error as ValidationError {
        console.say(VisibleText.line(error.message))
      }
    }
  }
}

extension Terminal {
  /// A few words on one line.
  func line(_ given: String?, option: String, question: String) throws -> String {
    try value(given, option: option, question: question) { try Self.line($0, option: option) }
  }

  static func line(_ text: String, option: String) throws -> String {
    let words = text.split(separator: " ").joined(separator: " ")
    guard words.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("\(option) is empty")
    }
    guard !words.contains(where: \.isNewline), words.count <= 200 else {
      throw ValidationError("\(option) takes one line of at most 200 characters")
    }
    return words
  }
}

/// Opens a file in the user's editor and waits until it is closed.
struct Editor {
  /// A command of the shell, such as `vim` or `code --wait`.
  let command: String

  init(_ settings: SiteSettings) throws {
    guard let editor = settings.editor else {
      throw Failure("--edit needs VISUAL or EDITOR to say which editor")
    }
    command = editor
  }

  func open(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(command) \"$1\"", "changebook", path]
    do {
      try process.run()
    } catch {
      throw Failure("the editor `\(command)` cannot be started: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure("the editor `\(command)` ended with status \(process.terminationStatus)")
    }
  }
}

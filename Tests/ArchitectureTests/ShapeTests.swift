import Testing

/// What keeps the sources readable, and the clock in one place.
@Suite struct ShapeTests {
  @Test func filesAreShort() throws {
    let sources = try SourceTexts.files(below: "Sources")
    let lengths = sources.map(\.lines.count).sorted()
    #expect(lengths[lengths.count / 2] < 120, "the median is \(lengths[lengths.count / 2])")
    #expect(lengths[lengths.count * 9 / 10] < 300)
    for file in sources where file.lines.count > 500 {
      Issue.record("\(file.path) has \(file.lines.count) lines")
    }
    for file in try SourceTexts.files(below: "Tests") where file.lines.count > 600 {
      Issue.record("\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func onlyTheEntryReadsClockZoneAndLocale() throws {
    let hidden = ["Date()", "Date.now", "TimeZone.current", "Locale.current", "Calendar.current"]
    for file in try SourceTexts.files(below: "Sources") {
      for (number, line) in file.lines.enumerated() {
        for word in hidden where line.contains(word) {
          Issue.record("\(file.path):\(number + 1) reads \(word)")
        }
        if file.module != "changebook", line.contains("ProcessInfo.") {
          Issue.record("\(file.path):\(number + 1) reads the environment")
        }
      }
    }
  }

  @Test func inputCannotTrap() throws {
    for file in try SourceTexts.files(below: "Sources") {
      for (number, line) in file.lines.enumerated() {
        for word in ["try!", " as! ", "fatalError("] where line.contains(word) {
          Issue.record("\(file.path):\(number + 1) holds \(word)")
        }
      }
    }
  }

  /// Templates own the markup: code of pages, reports and blocks says what is shown.
  @Test func codeOfPagesOpensNoTag() throws {
    let folders = ["Sources/Site/Pages/", "Sources/Reports/", "Sources/Documents/Blocks/"]
    for file in try SourceTexts.files(below: "Sources")
    where folders.contains(where: file.path.hasPrefix) {
      for (number, line) in file.lines.enumerated() {
        for word in ["\"<", "HTMLWriter()", ".markup("] where line.contains(word) {
          Issue.record("\(file.path):\(number + 1) holds \(word)")
        }
      }
    }
  }

  @Test func noFileIsNamedForWhatItCannotSay() throws {
    let vague = ["Utils.", "Util.", "Helpers.", "Helper.", "Manager.", "Common.", "Misc."]
    for file in try SourceTexts.files(below: "Sources") + SourceTexts.files(below: "Tests") {
      let name = file.path.split(separator: "/").last ?? ""
      for word in vague where name.contains(word) { Issue.record("\(file.path)") }
    }
  }

  @Test func everyFileThatArchitectureNamesExists() throws {
    let text = try SourceTexts.text("ARCHITECTURE.md")
    let known = Set(
      try (SourceTexts.files(below: "Sources") + SourceTexts.files(below: "Tests")).compactMap {
        $0.path.split(separator: "/").last
      })
    var named: [Substring] = []
    for part in text.split(separator: "`") where part.hasSuffix(".swift") && !part.contains(" ") {
      named.append(part.split(separator: "/").last ?? part)
    }
    #expect(!named.isEmpty)
    for name in named where name != "Package.swift" && name != "Theme.swift" {
      #expect(known.contains(name), "\(name)")
    }
  }
}

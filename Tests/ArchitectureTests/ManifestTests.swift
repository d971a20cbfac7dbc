import Foundation
import Testing

/// Package.swift says what each target may import: nothing is declared that is not imported, and
/// nothing imported that is not declared.
@Suite struct ManifestTests {
  /// What comes with the toolchain.
  private static let system: Set<String> = [
    "Dispatch", "Foundation", "FoundationXML", "Glibc", "PackageDescription", "Synchronization",
    "Testing",
  ]

  @Test func everyTargetImportsWhatItDeclares() throws {
    let targets = try ManifestTarget.all()
    #expect(targets.count > 30)
    for target in targets {
      let files = try SourceTexts.files(below: target.folder)
      try #require(!files.isEmpty, "\(target.name)")
      let imported = Set(files.flatMap { $0.lines.compactMap(Self.importedModule) })
        .subtracting(Self.system)
      // Tests of the program run it, which its target has to be built for.
      let declared = target.dependencies.subtracting(target.isTest ? ["changebook"] : [])
      let unused = declared.subtracting(imported).sorted()
      #expect(unused.isEmpty, "\(target.name) declares and does not import \(unused)")
      let undeclared = imported.subtracting(declared).sorted()
      #expect(undeclared.isEmpty, "\(target.name) imports and does not declare \(undeclared)")
    }
  }

  @Test func everyPackageHasOneVersionAndIsUsed() throws {
    let manifest = try SourceTexts.text("Package.swift")
    let packages = manifest.split(separator: "\n").filter { $0.contains(".package(url:") }
    #expect(!packages.isEmpty)
    for line in packages {
      #expect(line.contains("exact: \""), "\(line)")
      let address = try #require(line.split(separator: "\"").dropFirst().first)
      let name = try #require(address.split(separator: "/").last)
      #expect(manifest.contains("package: \"\(name)\""), "\(name)")
    }
    #expect(!manifest.contains("platforms:"))
  }

  @Test func everyPackageIsNamedInTheNotices() throws {
    let notices = try SourceTexts.text("THIRD-PARTY-NOTICES.md")
    for line in try SourceTexts.text("Package.swift").split(separator: "\n")
    where line.contains(".package(url:") {
      let parts = line.split(separator: "\"")
      try #require(parts.count > 3)
      let name = try #require(parts[1].split(separator: "/").last)
      #expect(notices.contains("| \(name) | \(parts[3]) |"), "\(name) \(parts[3])")
    }
  }

  /// The module that a line imports, nil for any other line.
  private static func importedModule(_ line: String) -> String? {
    var words = line.split(separator: " ")[...]
    while let word = words.first,
      word.hasPrefix("@") || ["package", "private", "internal", "public"].contains(word)
    {
      words = words.dropFirst()
    }
    guard words.first == "import", words.count == 2 else { return nil }
    return words.last.map(String.init)
  }
}

/// A target as Package.swift declares it.
private struct ManifestTarget {
  let name: String
  let isTest: Bool
  let folder: String
  let dependencies: Set<String>

  /// All but the C libraries, which import nothing.
  static func all() throws -> [ManifestTarget] {
    let manifest = try SourceTexts.text("Package.swift")
    let start = try #require(manifest.range(of: "targets: [\n")).upperBound
    var targets: [ManifestTarget] = []
    var declaration: [Substring] = []
    for line in manifest[start...].split(separator: "\n") {
      let isNew = ["module(", "tests(", ".target(", ".executableTarget(", ".systemLibrary("]
        .contains { line.hasPrefix("    \($0)") }
      if isNew {
        targets += [Self(declaration)].compactMap { $0 }
        declaration = []
      }
      declaration.append(line)
    }
    return targets + [Self(declaration)].compactMap { $0 }
  }

  private init?(_ lines: [Substring]) {
    let text = lines.joined(separator: " ").trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty, !text.hasPrefix(".systemLibrary") else { return nil }
    // Strings with the label that stands before them.
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    let strings = stride(from: 1, to: parts.count, by: 2).map { index in
      (label: parts[index - 1].trimmingCharacters(in: .whitespaces), text: String(parts[index]))
    }
    guard let first = strings.first else { return nil }
    isTest = text.hasPrefix("tests(")
    name = isTest ? "\(first.text)Tests" : first.text
    let path = strings.first { $0.label.hasSuffix("path:") }?.text
    folder = path ?? (isTest ? "Tests/\(name)" : "Sources/\(name)")
    dependencies = Set(
      strings.dropFirst()
        .filter { string in
          !["path:", "package:", ".copy(", "sources: ["].contains { string.label.hasSuffix($0) }
        }
        .map(\.text))
  }
}

import Testing

/// The way of the data: what each module may import of the others. The same table stands in
/// ARCHITECTURE.md.
@Suite struct ImportTests {
  /// In the order of the data; a module may import only those listed.
  static let allowed: [(module: String, imports: Set<String>)] = [
    ("SourceText", []),
    ("Chronology", []),
    ("Interchange", ["SourceText", "Chronology"]),
    ("Findings", ["SourceText", "Interchange"]),
    ("Markdown", ["CCmarkGFM", "SourceText", "Interchange"]),
    ("FrontMatter", ["CLibYAML", "SourceText"]),
    ("Configuration", ["FrontMatter", "SourceText", "Findings", "Chronology"]),
    (
      "PolicyReading",
      [
        "Configuration", "Findings", "Markdown", "FrontMatter", "Chronology", "SourceText",
        "Interchange",
      ]
    ),
    ("DeploymentLogs", ["Chronology", "SourceText"]),
    (
      "Records",
      [
        "DeploymentLogs", "PolicyReading", "Configuration", "Findings", "Markdown", "FrontMatter",
        "Chronology",
        "SourceText",
      ]
    ),
    (
      "History",
      ["Records", "PolicyReading", "Configuration", "Markdown", "Chronology", "SourceText"]
    ),
    (
      "Obligations",
      ["Records", "PolicyReading", "Findings", "Markdown", "Chronology", "SourceText"]
    ),
    (
      "Deployments",
      [
        "Obligations", "History", "Records", "DeploymentLogs", "PolicyReading", "Configuration",
        "Findings", "Chronology", "SourceText", "Interchange",
      ]
    ),
    (
      "Calendar",
      [
        "Records", "PolicyReading", "Configuration", "Findings", "Chronology", "SourceText",
        "Interchange",
      ]
    ),
    (
      "Rules",
      [
        "Calendar", "Deployments", "DeploymentLogs", "Obligations", "History", "Records",
        "PolicyReading", "Configuration",
        "Findings", "Markdown", "Chronology", "SourceText",
      ]
    ),
    (
      "RecordWriting",
      [
        "Rules", "Obligations", "Records", "PolicyReading", "Configuration", "Findings",
        "Markdown", "FrontMatter", "Chronology", "SourceText",
      ]
    ),
    (
      "DeploymentGate",
      [
        "Rules", "Calendar", "Obligations", "Records", "PolicyReading", "Configuration", "Findings",
        "Chronology", "SourceText", "Interchange",
      ]
    ),
    (
      "Figures",
      [
        "Deployments", "DeploymentLogs", "Obligations", "Calendar", "Records", "PolicyReading",
        "Configuration", "Findings",
        "Chronology", "SourceText", "Interchange",
      ]
    ),
    ("Documents", ["Calendar", "Findings", "Markdown", "Chronology", "SourceText"]),
    ("Charts", ["Documents", "Markdown", "Chronology"]),
    (
      "Reports",
      [
        "Documents", "Charts", "Figures", "DeploymentGate", "Rules", "Calendar", "Deployments",
        "DeploymentLogs", "Obligations", "History", "Records", "PolicyReading",
        "Configuration", "Findings", "Markdown", "Chronology", "SourceText", "Interchange",
      ]
    ),
    (
      "Site",
      [
        "Theme", "Documents", "Charts", "Reports", "Figures", "DeploymentGate", "Rules", "Calendar",
        "Deployments", "DeploymentLogs", "Obligations", "History", "Records",
        "PolicyReading",
        "Configuration",
        "Findings", "Markdown", "Chronology", "SourceText", "Interchange", "CLinux",
      ]
    ),
    (
      "AuditPack",
      [
        "Site", "Documents", "Reports", "Figures", "Rules", "Calendar", "Deployments",
        "DeploymentLogs", "Obligations", "History", "Records", "PolicyReading", "Findings",
        "Markdown", "Chronology", "SourceText", "Interchange",
      ]
    ),
    ("Preview", ["Findings", "SourceText", "Interchange"]),
    (
      "PullRequestReview",
      [
        "Documents", "DeploymentGate", "Rules", "Calendar", "History", "Records",
        "PolicyReading", "Findings", "Chronology", "SourceText", "Interchange",
      ]
    ),
    (
      "changebook",
      [
        "Preview", "PullRequestReview", "AuditPack", "Site", "Theme", "Documents", "Reports",
        "Figures", "DeploymentGate", "RecordWriting", "Rules",
        "Calendar",
        "Deployments", "DeploymentLogs", "History", "Records",
        "PolicyReading",
        "Configuration",
        "Findings", "Chronology", "SourceText", "Interchange", "CLinux",
      ]
    ),
  ]

  @Test func noModuleImportsAgainstTheFlow() throws {
    let own = Set(Self.allowed.map(\.module)).union(["CCmarkGFM", "CLibYAML", "CLinux", "Theme"])
    var faults: [String] = []
    for file in try SourceTexts.files(below: "Sources") {
      guard let entry = Self.allowed.first(where: { $0.module == file.module }) else {
        faults.append("\(file.path): the module \(file.module) is not in the table")
        continue
      }
      for line in file.lines where line.contains("import ") {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
          words[..<keyword].allSatisfy({
            $0.hasPrefix("@") || ["package", "private", "internal"].contains($0)
          })
        else { continue }
        let name = String(words[keyword + 1])
        if own.contains(name), !entry.imports.contains(name) {
          faults.append("\(file.path) imports \(name)")
        }
      }
    }
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test func architectureNamesEveryModule() throws {
    let text = try SourceTexts.text("ARCHITECTURE.md")
    for entry in Self.allowed { #expect(text.contains("`\(entry.module)`"), "\(entry.module)") }
  }
}

// swift-tools-version:6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of this package; its tests are `Tests/<name>Tests`.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "changebook",
  products: [.executable(name: "changebook", targets: ["changebook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),

    module("SourceText"),
    module("Interchange", ["SourceText", "Chronology"]),
    module("Findings", ["SourceText", "Interchange"]),
    module("Chronology"),
    module("Markdown", ["CCmarkGFM", "SourceText", "Interchange"]),
    module("FrontMatter", ["CLibYAML", "SourceText"]),
    module("Configuration", ["FrontMatter", "SourceText", "Findings", "Chronology"]),
    module(
      "PolicyReading",
      [
        "Configuration", "Findings", "Markdown", "FrontMatter", "Chronology", "SourceText",
        "Interchange",
      ]),
    module("DeploymentLogs", ["Chronology", "SourceText"]),
    module(
      "Records",
      [
        "DeploymentLogs", "PolicyReading", "Configuration", "Markdown", "FrontMatter", "Chronology",
        "SourceText",
      ]),
    module(
      "History",
      [
        "Records", "PolicyReading", "Configuration", "Markdown", "Chronology", "SourceText",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Obligations",
      ["Records", "PolicyReading", "Findings", "Markdown", "Chronology", "SourceText"]),
    module(
      "Deployments",
      [
        "Obligations", "History", "Records", "DeploymentLogs", "PolicyReading", "Configuration",
        "Findings", "Chronology", "SourceText", "Interchange",
      ]),
    module(
      "Calendar",
      [
        "Records", "PolicyReading", "Configuration", "Findings", "Chronology", "SourceText",
        "Interchange",
      ]),
    module(
      "Rules",
      [
        "Calendar", "Deployments", "DeploymentLogs", "Obligations", "History", "Records",
        "PolicyReading", "Configuration",
        "Findings", "Markdown", "Chronology", "SourceText",
      ]),
    module(
      "RecordWriting",
      [
        "Rules", "Obligations", "Records", "PolicyReading", "Configuration", "Findings",
        "Markdown", "FrontMatter", "Chronology", "SourceText",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "DeploymentGate",
      [
        "Rules", "Calendar", "Obligations", "Records", "PolicyReading", "Configuration", "Findings",
        "Chronology", "SourceText", "Interchange",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Figures",
      [
        "Deployments", "DeploymentLogs", "Obligations", "Calendar", "Records", "PolicyReading",
        "Configuration", "Findings",
        "Chronology", "SourceText", "Interchange",
      ]),
    module(
      "Documents",
      ["Calendar", "Findings", "Markdown", "Chronology", "SourceText"]),
    module("Charts", ["Documents", "Markdown", "Chronology"]),
    module(
      "Reports",
      [
        "Documents", "Charts", "Figures", "DeploymentGate", "Rules", "Calendar", "Deployments",
        "DeploymentLogs", "Obligations", "History", "Records", "PolicyReading",
        "Configuration", "Findings", "Markdown", "Chronology", "SourceText", "Interchange",
      ]),
    .target(
      name: "Theme", path: "templates", sources: ["Theme.swift"],
      resources: [
        .copy("pages"), .copy("partials"), .copy("blocks"), .copy("inline"), .copy("assets"),
      ], swiftSettings: strict),
    module(
      "Site",
      [
        "Theme", "Charts", "Documents", "Reports", "Figures", "DeploymentGate", "Rules", "Calendar",
        "Deployments", "DeploymentLogs", "Obligations", "History", "Records", "PolicyReading",
        "Configuration", "Findings", "Markdown", "Chronology", "SourceText", "Interchange",
        "CLinux",
      ]),
    module(
      "AuditPack",
      [
        "Site", "Documents", "Reports", "Figures", "Rules", "Calendar", "Deployments",
        "DeploymentLogs", "Obligations", "History", "Records", "PolicyReading", "Findings",
        "Markdown", "Chronology", "SourceText", "Interchange",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Preview", ["Findings", "SourceText", "Interchange"]),
    module(
      "PullRequestReview",
      [
        "Documents", "DeploymentGate", "Rules", "Calendar", "History", "Records",
        "PolicyReading", "Findings", "Chronology", "SourceText", "Interchange",
      ]),
    .executableTarget(
      name: "changebook",
      dependencies: [
        "Preview", "PullRequestReview", "AuditPack", "Site", "Documents", "Reports", "Figures",
        "DeploymentGate", "RecordWriting", "Rules",
        "Calendar",
        "Deployments", "DeploymentLogs", "History", "Records", "PolicyReading", "Configuration",
        "Findings", "Interchange", "Chronology", "SourceText", "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: [
        "History", "Records", "DeploymentLogs", "PolicyReading", "Configuration", "Chronology",
        "SourceText",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("SourceText", ["SourceText"]),
    tests("Interchange", ["Interchange", "TestSupport"]),
    tests("Findings", ["Findings", "SourceText", "TestSupport"]),
    tests("Chronology", ["Chronology", "TestSupport"]),
    tests("Markdown", ["Markdown", "SourceText"]),
    tests("Charts", ["Charts", "Markdown", "Chronology", "TestSupport"]),
    tests("FrontMatter", ["FrontMatter", "SourceText", "TestSupport"]),
    tests("Configuration", ["Configuration", "Findings", "Chronology", "SourceText"]),
    tests(
      "PolicyReading",
      [
        "PolicyReading", "Configuration", "Findings", "Markdown", "Chronology", "SourceText",
        "Interchange", "TestSupport",
      ]),
    tests(
      "Records",
      [
        "Records", "PolicyReading", "Configuration", "Markdown", "Chronology", "SourceText",
        "TestSupport",
      ]),
    tests(
      "History",
      [
        "History", "Records", "Configuration", "Chronology", "SourceText", "TestSupport",
      ]),
    tests(
      "Deployments",
      [
        "Deployments", "DeploymentLogs", "Records", "Configuration", "Chronology", "SourceText",
        "TestSupport",
      ]),
    tests(
      "Calendar",
      [
        "Calendar", "Records", "PolicyReading", "Configuration", "Chronology",
        "SourceText", "TestSupport",
      ]),
    tests(
      "DeploymentGate",
      [
        "DeploymentGate", "Rules", "Calendar", "Records", "PolicyReading", "Configuration",
        "Findings",
        "Chronology", "SourceText", "TestSupport",
      ]),
    tests(
      "Rules",
      [
        "Rules", "History", "Records", "PolicyReading", "Configuration", "Findings", "Chronology",
        "SourceText", "TestSupport",
      ]),
    tests(
      "RecordWriting",
      [
        "RecordWriting", "Records", "PolicyReading", "Configuration", "FrontMatter", "Chronology",
        "SourceText", "TestSupport",
      ]),
    tests(
      "Figures",
      [
        "Figures", "Rules", "Records", "PolicyReading", "Configuration", "Findings", "Markdown",
        "Chronology", "SourceText", "Interchange", "TestSupport",
      ]),
    tests(
      "Documents", ["Documents", "Markdown", "Chronology", "SourceText", "TestSupport"]),
    tests(
      "Reports",
      [
        "Reports", "Documents", "Figures", "Rules", "Calendar", "Records", "PolicyReading",
        "Configuration", "Findings", "Interchange", "Chronology", "SourceText", "TestSupport",
      ]),
    tests(
      "Site",
      [
        "Site", "Theme", "Documents", "Reports", "Figures", "DeploymentGate", "Rules", "Calendar",
        "Records", "PolicyReading", "Configuration", "Findings", "Markdown", "Interchange",
        "Chronology", "SourceText", "TestSupport",
      ]),
    tests("AuditPack", ["AuditPack", "SourceText", "TestSupport"]),
    tests("Preview", ["Preview", "Findings", "SourceText", "TestSupport"]),
    tests("Command", ["changebook", "SourceText", "TestSupport"]),
    tests("GoldenSites", ["changebook", "TestSupport"]),
    tests("Architecture", []),
  ]
)

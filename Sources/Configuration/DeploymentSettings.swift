import Chronology
import FrontMatter
import SourceText

/// How deployments are held against the records: `deployments:` in the settings.
package struct DeploymentSettings: Sendable {
  /// The names of the environments that are production; empty to go by what they are called.
  package var production: [Located<String>] = []
  /// Seconds by which the times of a record and of its deployment may differ.
  package var tolerance: Int64 = 3600
  /// What is left out on purpose, in the order of the file.
  package var exclusions: [DeploymentExclusion] = []

  package init() {}
}

/// Deployments, and records, that are left out with a reason. All that it names has to hold.
package struct DeploymentExclusion: Sendable {
  package let deployment: String?
  package let record: String?
  package let system: String?
  package let environment: String?
  package let by: String?
  package let reason: String

  static let names = ["deployment", "record", "system", "environment", "by"]
}

extension SettingsReader {
  /// `deployments: {production: …, tolerance: …, exclude: […]}`.
  static func readDeployments(_ reader: inout MappingReader, into settings: inout Settings) {
    guard
      var deployments = reader.mapping(
        "deployments", known: ["production", "tolerance", "exclude"])
    else { return }
    settings.deployments.production = deployments.texts("production")
    let tolerance = deployments.value(
      "tolerance", expected: "a length of time of at most 7 days, such as 30 min or 2 hours"
    ) { text in
      DurationText.read(text).flatMap { (0...7 * 86_400).contains($0) ? $0 : nil }
    }
    if let tolerance { settings.deployments.tolerance = tolerance.value }
    for var entry in deployments.mappings(
      "exclude", known: DeploymentExclusion.names + ["reason"])
    {
      let texts = DeploymentExclusion.names.map { entry.text($0)?.value }
      let reason = entry.text("reason")?.value
      if let reason, !reason.allSatisfy(\.isWhitespace), texts.contains(where: { $0 != nil }) {
        settings.deployments.exclusions.append(
          DeploymentExclusion(
            deployment: texts[0], record: texts[1], system: texts[2], environment: texts[3],
            by: texts[4], reason: reason))
      } else if entry.problems.isEmpty {
        entry.report(
          .unreadableValue(
            key: "exclude", text: entry.place.text,
            expected: "one of \(DeploymentExclusion.names.joined(separator: ", ")), and a `reason`"),
          at: entry.place)
      }
      deployments.absorb(entry)
    }
    reader.absorb(deployments)
  }
}

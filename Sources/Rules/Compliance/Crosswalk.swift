/// What the standards ask of changes, by number, with titles of our own: the numbers are theirs, their
/// texts are not repeated here.
package enum Crosswalk {
  package struct Entry: Sendable {
    package let standard: Standard
    package let number: String
    package let title: String
  }

  /// By standard, in the order of their numbers.
  package static let entries: [Entry] = [
    Entry(standard: .soc2, number: "CC8.1", title: "Changes are authorised, tested and approved"),
    Entry(
      standard: .iso27001, number: "A.5.3", title: "Duties that conflict lie with different people"),
    Entry(standard: .iso27001, number: "A.8.29", title: "Security is tested before acceptance"),
    Entry(standard: .iso27001, number: "A.8.31", title: "Production is apart from test"),
    Entry(standard: .iso27001, number: "A.8.32", title: "Changes go through change management"),
    Entry(standard: .pciDSS, number: "6.5", title: "Changes to system components are managed"),
    Entry(
      standard: .pciDSS, number: "6.5.1",
      title: "Changes have reason, impact, approval, tests and a way back"),
    Entry(
      standard: .pciDSS, number: "6.5.2",
      title: "After a significant change the requirements still hold"),
    Entry(standard: .pciDSS, number: "6.5.3", title: "Production is apart from other environments"),
    Entry(standard: .pciDSS, number: "6.5.4", title: "Roles differ between environments"),
    Entry(standard: .nist, number: "CM-3", title: "Changes to the configuration are controlled"),
    Entry(standard: .nist, number: "CM-4", title: "The impact of changes is analysed"),
    Entry(standard: .nist, number: "CM-5", title: "Who may change is restricted"),
    Entry(standard: .nis2, number: "6.4", title: "Changes, repairs and maintenance are managed"),
    Entry(standard: .dora, number: "17", title: "Changes to ICT systems are managed"),
  ]

  /// Of the edition of ISO 27001 of 2013, those about changes and where they went.
  static let renumbered: [(old: String, new: String)] = [
    ("A.6.1.2", "A.5.3"), ("A.9.4.5", "A.8.4"), ("A.12.1.2", "A.8.32"), ("A.12.1.4", "A.8.31"),
    ("A.12.5.1", "A.8.19"), ("A.14.2.2", "A.8.32"), ("A.14.2.3", "A.8.32"),
    ("A.14.2.4", "A.8.32"), ("A.14.2.6", "A.8.31"), ("A.14.2.8", "A.8.29"),
    ("A.14.2.9", "A.8.29"),
  ]

  /// How many requirements each part of a numbering has; what is not in it is not looked at.
  static let sizes: [Standard: [String: Int]] = [
    .soc2: [
      "CC1": 5, "CC2": 3, "CC3": 4, "CC4": 2, "CC5": 3, "CC6": 8, "CC7": 5, "CC8": 1, "CC9": 2,
    ],
    .iso27001: ["A.5": 37, "A.6": 8, "A.7": 14, "A.8": 34],
    .nist: ["CM": 14],
  ]
}

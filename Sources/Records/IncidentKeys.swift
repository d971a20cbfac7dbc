/// The keys that the front matter of an incident may have, one row each: see `ChangeKeys`.
package enum IncidentKeys {
  package static let record: [FrontMatterKey] = [
    .key("id", .pattern("^[A-Z][A-Z0-9.-]*[0-9]$")),
    .key("title", .text),
    .key("severity", .text, "A name that the policy's freezes may name."),
    .key("systems", .texts),
    .key("started", .instant),
    .key("resolved", .instant, "Left out while it lasts."),
    .key("caused_by", .texts, "The changes that caused it."),
    .key("imported", .mapping(ChangeKeys.imported), "What it was imported from."),
  ]
}

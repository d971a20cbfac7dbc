/// The keys that the front matter of a declared freeze may have, one row each: see `ChangeKeys`.
package enum FreezeKeys {
  package static let record: [FrontMatterKey] = [
    .key("name", .text),
    .key("from", .instantOrDay),
    .key("to", .instantOrDay, "A day stands for its end."),
    .key("when", .texts, "The times at which it holds again and again."),
    .key("systems", .texts, "Left out for all."),
    .key("dependents", .boolean, "It holds for whatever depends on its systems as well."),
    .key("environments", .texts),
    .key("regions", .texts),
    .key("allowed", .text, "What may pass, in the policy's words."),
    .key("declared", .mapping(declared)),
  ]
  static let declared: [FrontMatterKey] = [.key("by", .text), .key("at", .instant)]
}

import Documents
import Figures

/// The words of the site, each with the one thing that it means.
func planGlossary(_ publication: Publication) -> PlannedPage {
  PlannedPage(
    "Glossary", at: .glossary, in: .guide, below: [Breadcrumb(.guide)], publication
  ) {
    Document(
      kicker: "Guide", title: "Glossary",
      lead: "One word for one thing: what the pages, the findings and the command line mean by it.",
      Glossary.groups.map { group in
        Section(
          group.anchor, group.heading,
          [
            Table(
              group.heading, ["Term", .words("Meaning")],
              group.terms.map { [RichText([.strong($0.term)]), RichText($0.meaning)] })
          ])
      } + [
        Section(
          "figures", "Figures",
          [
            Table(
              "Figures", ["Figure", .words("Numerator"), .words("Denominator")],
              FigureCatalogue.definitions.map { definition in
                [
                  "\(definition.title, to: .route(.figureDefinition(definition.key)))",
                  RichText(definition.numerator), RichText(definition.denominator),
                ]
              })
          ])
      ])
  }
}

/// What the site's words mean.
enum Glossary {
  struct Term {
    let term: String
    let meaning: String

    init(_ term: String, _ meaning: String) {
      self.term = term
      self.meaning = meaning
    }
  }

  struct Group {
    /// The id of its heading.
    let anchor: String
    let heading: String
    /// By the alphabet.
    let terms: [Term]
  }

  static let groups = [
    Group(anchor: "records", heading: "Records", terms: records),
    Group(anchor: "calendar", heading: "Calendar and gate", terms: calendar),
    Group(anchor: "findings", heading: "Findings", terms: findings),
    Group(anchor: "measures", heading: "Measures", terms: measures),
  ]

  private static let records = [
    Term(
      "Approval",
      "A named person, board or vote that allows a change, with the time at which it did. A refusal, a pending one and a struck-out one are none."
    ),
    Term(
      "Change",
      "A record of one alteration of a system: what, why, who, when, how it was tested and how it ended."
    ),
    Term("Evidence", "What shows that a test which the policy requires has passed."),
    Term("Implementer", "Who makes the change."),
    Term("Incident", "A record of something that went wrong for those who use a system."),
    Term(
      "Outcome",
      "How a change ended: successful, successful with issues, failed, rolled back, aborted, cancelled or rejected."
    ),
    Term(
      "Planned vs actual", "The time a change was scheduled for, beside the time its work took."),
    Term(
      "Post-mortem", "What was learnt from a change or incident that went wrong, written down."),
    Term("Record", "One Markdown file: a change, an incident or a declared freeze."),
    Term("Requester", "Who asks for the change."),
    Term(
      "Stage",
      "Where a change stands on its way: requested, reviewed, approved, scheduled, in progress, verifying, closed."
    ),
    Term(
      "Waiver",
      "A breach that somebody entitled to has accepted, with a reason and, where it ends, a date. It is shown and counted apart."
    ),
  ]

  private static let calendar = [
    Term(
      "As of", "The instant for which a page, a figure or an answer was made."),
    Term("Closed", "The change may not run now; the reason is given."),
    Term("Exempt", "What a freeze lets through, such as emergencies."),
    Term("Freeze", "A time in which changes are held back."),
    Term(
      "Gate",
      "The one decision on whether a change may run now: open, closed or unknown. It needs approvals, a window and no freeze."
    ),
    Term("Open", "The change may run now."),
    Term("Overlap", "Two changes that use one system at one time."),
    Term("Suspended", "A window that a freeze lies over."),
    Term(
      "Unknown",
      "Something that decides cannot be read or is not recorded, so nobody may rely on an answer. It counts as closed."
    ),
    Term("Window", "A time in which changes of some kind may run."),
  ]

  private static let findings = [
    Term("Breach", "A record can be read, and the policy was not followed."),
    Term(
      "Error",
      "Something cannot be read or counted. Records with errors are excluded from all figures."
    ),
    Term(
      "Finding", "What is wrong, where, what would be right, and which row of the policy wants it."),
    Term(
      "Needs attention",
      "What waits for somebody now: errors, overdue actions, blocked or unapproved plans."),
    Term("Note", "Worth knowing; nothing has to be done."),
    Term("Overdue", "Its time has passed: an outcome, a review, a follow-up."),
    Term("Warning", "Probably not what was meant."),
  ]

  private static let measures = [
    Term(
      "Exclusions", "Records that a figure does not count, each with the reason."),
    Term(
      "Inconclusive",
      "The target is met or missed, but so few changes could have come out otherwise by chance."
    ),
    Term(
      "Interval",
      "Between which rates the process behind a figure may well lie, given how few or many changes were seen."
    ),
    Term("k of n", "The numerator and the denominator of a rate."),
    Term(
      "Normal variation", "A difference between months that chance alone would make now and then."),
    Term("Provisional", "Of a period that is not over yet."),
    Term("Target", "What the policy wants a figure to be."),
    Term("Verdict", "Whether a figure meets its target: met, missed, or no data."),
  ]
}

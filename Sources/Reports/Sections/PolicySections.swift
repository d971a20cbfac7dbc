import Documents
import Chronology
import Figures
import PolicyReading
import SourceText

extension PeriodReport {
  /// Which targets say too little, or ask for what is never or always reached.
  var targetsSection: Section {
    let reviews = targetReviews
    guard !reviews.isEmpty else {
      return Section(
        "targets", "Targets worth revisiting",
        [EmptyState("The policy sets no target for these figures.")] + unjudgedTargets)
    }
    let items = reviews.map { review in
      ItemList.Item(
        "\(Inline.link(.figure(review.key, nil), review.target.metric)), \(clause(review.target.reference, RichText(review.target.shortWords))): \(words(of: review))",
        [course(of: review)])
    }
    return Section(
      "targets", "Targets worth revisiting",
      [
        ItemList(items),
        Note(
          "Judged by the last \(period.kind.plural) that are over, at most five, taken together. A target is worth revisiting where it was met or missed in each of them, with clear evidence from all of them."
        ),
      ] + unjudgedTargets)
  }

  /// Rows of the policy that no figure answers: they are named, so that nobody takes them for met.
  private var unjudgedTargets: [any Block] {
    let rows = policy.unjudgedTargets
    guard !rows.isEmpty else { return [] }
    return [
      Note("Not judged, because changebook computes no such figure:"),
      ItemList(
        rows.map { target in
          ItemList.Item("\(clause(target.reference, RichText(target.metric))): \(target.text)")
        }),
    ]
  }

  private func words(of review: TargetReview) -> RichText {
    let count = review.periods.count
    let kind = period.kind
    switch review.conclusion {
    case .metThroughout:
      return
        "\(Inline.mark(.good, "met throughout")), in all \(count) \(kind.plural). It may ask for more."
    case .missedThroughout:
      return
        "\(Inline.mark(.bad, "missed throughout")), in all \(count) \(kind.plural). Either the practice changes or the target does."
    case .inconclusive(let reason):
      return "\(Inline.mark(.doubtful, "inconclusive")): \(reason)."
    case .mixed: return "now met, now missed; nothing calls for another target."
    case .tooShort: return "less than three \(kind.plural) with data; too early to say."
    case .noData: return "\(Inline.mark(.neutral, "no data"))."
    }
  }

  private func course(of review: TargetReview) -> RichText {
    review.periods.map { judged in
      "\(DisplayTime.period(judged.period)) \(value(of: judged.figure, in: judged.period))"
        as RichText
    }.joined(by: "; ")
  }

  /// When the policy itself is to be looked at again.
  var policyReviewSection: Section {
    Section("policy", "Review of the policy itself", [Paragraph(policyReviewWords)])
  }

  private var policyReviewWords: RichText {
    let metadata = policy.metadata
    let name = metadata.id?.value ?? policy.title
    guard let effective = metadata.effective?.value else {
      return "\(name) states no effective date, so that it is not known when its review is due."
    }
    let version = metadata.version.map { ", version \($0.value)," } ?? ""
    guard let due = policy.reviewDue, let cycle = metadata.reviewCycle?.value else {
      return
        "\(name)\(version) is in force since \(index.day(effective)) and states no review cycle."
    }
    let today = figures.zone.wallTime(at: figures.asOf).day
    let left = due.daysSinceEpoch - today.daysSinceEpoch
    let state: RichText =
      left < 0
      ? "\(Inline.mark(.bad, "overdue")) by \(counted(-left, "day", "days"))"
      : left <= 90
        ? "\(Inline.mark(.doubtful, "due")) in \(counted(left, "day", "days"))"
        : "due in \(counted(left, "day", "days"))"
    return
      "\(name)\(version) is in force since \(index.day(effective)), its review cycle is “\(cycle.text)”: the next review is on \(index.day(due)), \(state)."
  }
}

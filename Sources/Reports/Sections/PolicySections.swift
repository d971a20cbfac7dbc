import Chronology
import Figures
import PolicyReading
import SourceText

extension PeriodReport {
  /// Which targets say too little, or ask for what is never or always reached.
  var targetsSection: ReportSection {
    let reviews = targetReviews
    guard !reviews.isEmpty else {
      return ReportSection(
        "targets", "Targets worth revisiting",
        [.empty("The policy sets no target for these figures.")] + unjudgedTargets)
    }
    let items = reviews.map { review in
      ReportItem(
        "\(Phrase.link(.figure(review.key, nil), review.target.metric)), \(clause(review.target.reference, Words(review.target.shortWords))): \(words(of: review))",
        [course(of: review)])
    }
    return ReportSection(
      "targets", "Targets worth revisiting",
      [
        .list(items),
        .note(
          "Judged by the last \(period.kind.plural) that are over, at most five, taken together. A target is worth revisiting where it was met or missed in each of them, with clear evidence from all of them."
        ),
      ] + unjudgedTargets)
  }

  /// Rows of the policy that no figure answers: they are named, so that nobody takes them for met.
  private var unjudgedTargets: [ReportBlock] {
    let rows = policy.unjudgedTargets
    guard !rows.isEmpty else { return [] }
    return [
      .note("Not judged, because changebook computes no such figure:"),
      .list(
        rows.map { target in
          ReportItem("\(clause(target.reference, Words(target.metric))): \(target.text)")
        }),
    ]
  }

  private func words(of review: TargetReview) -> Words {
    let count = review.periods.count
    let kind = period.kind
    switch review.conclusion {
    case .metThroughout:
      return
        "\(Phrase.mark(.good, "met throughout")), in all \(count) \(kind.plural). It may ask for more."
    case .missedThroughout:
      return
        "\(Phrase.mark(.bad, "missed throughout")), in all \(count) \(kind.plural). Either the practice changes or the target does."
    case .inconclusive(let reason):
      return "\(Phrase.mark(.doubtful, "inconclusive")): \(reason)."
    case .mixed: return "now met, now missed; nothing calls for another target."
    case .tooShort: return "less than three \(kind.plural) with data; too early to say."
    case .noData: return "\(Phrase.mark(.neutral, "no data"))."
    }
  }

  private func course(of review: TargetReview) -> Words {
    review.periods.map { judged in
      "\(DisplayTime.period(judged.period)) \(value(of: judged.figure, in: judged.period))" as Words
    }.joined(by: "; ")
  }

  /// When the policy itself is to be looked at again.
  var policyReviewSection: ReportSection {
    ReportSection("policy", "Review of the policy itself", [.paragraph(policyReviewWords)])
  }

  private var policyReviewWords: Words {
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
    let state: Words =
      left < 0
      ? "\(Phrase.mark(.bad, "overdue")) by \(counted(-left, "day", "days"))"
      : left <= 90
        ? "\(Phrase.mark(.doubtful, "due")) in \(counted(left, "day", "days"))"
        : "due in \(counted(left, "day", "days"))"
    return
      "\(name)\(version) is in force since \(index.day(effective)), its review cycle is “\(cycle.text)”: the next review is on \(index.day(due)), \(state)."
  }
}

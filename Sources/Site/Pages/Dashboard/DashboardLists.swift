import Chronology
import Documents
import Records
import SourceText

extension DashboardState {
  func inFlightTable(_ publication: Publication) -> [any Block] {
    table(
      inFlight, publication, caption: "Changes in flight", instant: "Started",
      empty: "No change is in flight. A record with `started:` and without `outcome:` shows here."
    ) { $0.started?.value }
  }

  func recentTable(_ publication: Publication) -> [any Block] {
    table(
      recent, publication, caption: "Changes that ended last", instant: "Ended",
      empty: "No change has ended yet. The latest ones would be here, with how they ended."
    ) { $0.ended?.value }
  }

  private func table(
    _ changes: [Change], _ publication: Publication, caption: String, instant: String,
    empty: String, at: (Change) -> Instant?
  ) -> [any Block] {
    let rows = changes.prefix(Self.mostShown).map { change -> [RichText] in
      [
        RichText([.id(.change(change.id), change.id)]),
        RichText(change.title?.value ?? "Untitled change"),
        RichText(change.type?.value ?? "not stated"), RichText(change.risk?.value ?? "not stated"),
        publication.standing(of: change), at(change).map { "\(Inline.instant($0))" } ?? "",
        publication.findingCounts(of: change),
      ]
    }
    let columns: [Table.Column] = [
      "Change", .words("Title"), "Type", "Risk", "Status", .init(instant), "Findings",
    ]
    return [Table(caption, columns, rows).or(RichText(sentence: empty)), rest(changes.count)]
  }

  func upcomingList(_ publication: Publication) -> [any Block] {
    [
      ItemList(upcoming.prefix(Self.mostShown).map(publication.planned))
        .or("Nothing is scheduled. A record whose planned time lies ahead would be here."),
      rest(upcoming.count),
    ]
  }

  func reviewList(_ publication: Publication) -> [any Block] {
    let items = reviews.prefix(Self.mostShown).map { review in
      let left = review.due - publication.asOf
      let span = DurationText.describe(seconds: abs(left))
      let due = Inline.instant(review.due)
      return ItemList.Item(
        publication.named(review.change.id),
        [
          left < 0
            ? "\(Inline.mark(.bad, "overdue")) since \(due), by \(span)"
            : "\(Inline.mark(.doubtful, "due")) by \(due), in \(span)"
        ], isParagraph: false)
    }
    return [
      ItemList(items)
        .or("No review is due. An emergency shows here from its end until its review is recorded."),
      rest(reviews.count),
    ]
  }

  private func rest(_ count: Int) -> Note {
    let more = count - Self.mostShown
    return Note(more > 0 ? "\(more) more are in the \("register", to: .route(.changes))." : "")
  }
}

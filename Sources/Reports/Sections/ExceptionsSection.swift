import Documents
import Chronology
import Figures
import Records

extension PeriodReport {
  /// What went wrong and the emergencies, by name and with their causes.
  var exceptionsSection: Section {
    let heading = audience == .engineers ? "What failed, and emergencies" : "Exceptions"
    guard !exceptions.isEmpty else {
      return Section(
        "exceptions", heading,
        [
          EmptyState(
            "None. Emergencies, and changes that failed, were rolled back, had issues or caused an "
              + "incident would be named here with their causes.")
        ])
    }
    let ordered = exceptions.filter(\.isFailure) + exceptions.filter { !$0.isFailure }
    var blocks: [any Block] = [ItemList(ordered.prefix(mostExceptions).map(item))]
    if ordered.count > mostExceptions {
      blocks.append(
        Note(
          "\(ordered.count - mostExceptions) more are counted in the \(Inline.link(.figure("change_success_rate", period), "change success rate")) and the \(Inline.link(.figure("emergency_change_rate", period), "emergency change rate"))."
        ))
    }
    return Section("exceptions", heading, blocks)
  }

  /// The leadership's report has two pages.
  private var mostExceptions: Int { audience == .leadership ? 8 : 20 }

  private func item(_ exception: ExceptionalChange) -> ItemList.Item {
    let kinds = exception.exception.kinds.map { kind in
      RichText([.mark(kind.mark, kind.text)])
    }.joined(by: ", ")
    let name: RichText =
      exception.change.map { index.named($0) } ?? RichText(exception.exception.id)
    return ItemList.Item("\(name): \(kinds)", [cause(of: exception), aftermath(of: exception)])
  }

  /// Why it happened, as far as the record says.
  private func cause(of exception: ExceptionalChange) -> RichText {
    var parts: [RichText] = []
    if let trigger = exception.trigger { parts.append("Rolled back because: \(trigger)") }
    if !exception.caused.isEmpty {
      parts.append("Caused \(exception.caused.map { index.named($0) }.joined(by: ", "))")
    }
    if !exception.fixes.isEmpty {
      parts.append("Fixed \(exception.fixes.map { index.named($0) }.joined(by: ", "))")
    }
    if let change = exception.change {
      if exception.trigger == nil, exception.isFailure, let account = index.account(of: change) {
        parts.insert(RichText(account), at: 0)
      } else if parts.isEmpty, let reason = index.reason(for: change) {
        parts.append("Made because: \(reason)")
      }
    }
    return sentences(parts)
  }

  private func aftermath(of exception: ExceptionalChange) -> RichText {
    var parts: [RichText] = []
    if let postMortem = exception.postMortem {
      parts.append("Post-mortem: \(index.named(postMortem))")
    } else if exception.owesPostMortem {
      parts.append(
        "\(Inline.mark(.bad, "No post-mortem")) (\(Inline.link(.findings("CB505"), "CB505")))")
    }
    if !exception.followUps.isEmpty {
      parts.append("Followed up by \(index.references(exception.followUps))")
    }
    return sentences(parts)
  }

  /// One after the other, each with a full stop unless it ends with one.
  private func sentences(_ parts: [RichText]) -> RichText {
    parts.map { part in
      part.plain(in: index.zone).hasSuffix(".") ? part : part + "."
    }.joined(by: " ")
  }
}

extension ReportException.Kind {
  fileprivate var mark: Tone {
    switch self {
    case .emergency, .withIssues: .doubtful
    case .failed, .rolledBack, .aborted, .causedIncident: .bad
    }
  }
}

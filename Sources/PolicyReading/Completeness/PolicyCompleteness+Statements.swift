import Chronology
import Configuration
import Markdown
import SourceText

extension PolicyCompleteness {
  /// Sentences, list items, headings and cells that state a freeze or a window, wherever they stand.
  func statements() -> [ReadingProblem] {
    (prose + headings + otherCells + entries).compactMap { written in
      let (text, place) = (written.text, written.place)
      let sentence = DecidingSentence(text, without: known)
      let isLabel = sentence.isFreezeLabel && written.kind == .sentence && standsAlone(written.node)
      if isLabel || sentence.isNamedHalt || sentence.announcesRows || sentence.pointsElsewhere
        || sentence.disregardsPart
        || sentence.isFreeze && !(sentence.isStandstillAlone && isConditional(written.node))
      {
        return unread(.freezes, "a sentence that limits changes", text, at: place)
      }
      if isPolicy, let problem = standing(written) ?? zone(text, place) ?? foreign(written) {
        return problem
      }
      // Rows outside of tables are named as rows.
      guard sentence.isWindow || sentence.isRemarkOnDays || sentence.takesOutOfWindows,
        !text.contains("|")
      else { return nil }
      return unread(
        has(.windows) ? .windowUse : .windows, "a sentence that states a window", text, at: place)
    }
  }

  /// The document is one that decides: of another it does not matter in which language it is.
  private var isPolicy: Bool {
    has(.types) || has(.windows) || has(.freezes) || !settings.types.isEmpty
  }

  /// `This policy lapses in March`, `superseded by POL-2`, `DRAFT`.
  private func standing(_ written: WrittenSentence) -> ReadingProblem? {
    let isProse = written.kind == .sentence
    guard
      StandingSentence(written.text).isAgainstDocument(
        alone: isProse, labelled: isProse || written.kind == .heading,
        effective: metadata.effective?.value, version: metadata.version?.value),
      !isProse || !isInList(written.node)
        || StandingSentence(written.text).isAgainstDocument(
          alone: false, labelled: true, effective: metadata.effective?.value,
          version: metadata.version?.value)
    else { return nil }
    // What a label says of the document, `PolicyStanding` reads.
    let range = written.place.range
    guard
      !isProse
        || !metadata.entries.contains(where: { entry in
          let value = entry.value.place.range
          return range.lower <= value.lower && value.upper <= range.upper
        })
    else { return nil }
    return unread(
      .freezes, "a sentence by which the policy may not hold", written.text, at: written.place,
      accepted: "say it as `**Status:** Approved` or `**Valid until:** 2027-01-18` under the title")
  }

  /// `All times are in JST`, where the times were read in another zone.
  private func zone(_ text: String, _ place: Place) -> ReadingProblem? {
    guard settings.zone == nil, ZoneStatement(text).isOther(than: zone) else { return nil }
    return unread(
      .freezes, "a sentence about the zone of times", text, at: place,
      accepted: "say the zone as `**Time Zone:** Asia/Tokyo` under the title, or as `zone:` in "
        + "changebook.yml; the times were read in \(zone.name)")
  }

  /// What is not in English says nothing to anybody here. Beside its English it need not.
  private func foreign(_ written: WrittenSentence) -> ReadingProblem? {
    // The number of a clause is none that says when.
    let language =
      written.kind == .heading
      ? WrittenLanguage(ClauseNumber.parting(written.text).title) : written.language
    guard language.isForeign, language.mayDecide, !translations.hold(written) else { return nil }
    return unread(
      .freezes, "a sentence in another language", written.text, at: written.place,
      accepted:
        "say it in English, map it to what it says under `values:` in changebook.yml, or keep "
        + "the translation in a folder other than content/policy")
  }

  private var entries: [WrittenSentence] {
    metadata.entries.map {
      WrittenSentence("\($0.name): \($0.value.value)", $0.value.place, .entry)
    }
  }

  private var headings: [WrittenSentence] {
    outline.headings.map {
      WrittenSentence(
        outline.words.read(heading: $0.text), $0.place, .heading, node: $0.node)
    }
  }

  /// Cells that no reader of times has seen.
  private var otherCells: [WrittenSentence] {
    let read = recognised.filter { $0.key == .windows || $0.key == .freezes }
    return sources.flatMap { table -> [WrittenSentence] in
      let columns = read.first { $0.source.node == table.node }.map { Set($0.columns.values) } ?? []
      return table.rows.flatMap { cells in
        cells.indices.compactMap { index -> WrittenSentence? in
          // A remark beside a row speaks of it; only what holds back is more than that.
          guard !columns.contains(index), !cells[index].text.isEmpty,
            columns.isEmpty || DecidingSentence(cells[index].text, without: known).holdsBack
          else { return nil }
          return WrittenSentence(
            cells[index].text, cells[index].place, .cell, node: cells[index].node)
        }
      }
    }
  }
}

import Chronology
import History
import Interchange
import Obligations
import PolicyReading
import Records
import SourceText

extension PackContent {
  /// `changebook.audit/1`: how a pack came about, so that it can be made again.
  static let provenance = DataDocument<PackContent>(
    "audit", version: 1, title: "How the evidence of a period was made"
  ) {
    DataField("as_of", .instant, "What was taken for now.") { $0.input.asOf }
    DataField(
      "history", .optionalText,
      "Why git's history was not gone by, or not all of it; null where it was."
    ) { $0.input.history.gap }
    DataField("period", .object(period)) { $0 }
    DataField("policies", .list(.object(policy))) { $0.input.register.policies.policies }
    DataField("program", .text, "The version of the program.") { $0.input.program }
    DataField("query", .text, "What the population is.") { _ in
      "every record of a change whose end, else beginning, else planned start, else request lies in the "
        + "period: the first of these that is not after as_of, so that each record is of one period; records "
        + "without any, and files that are not opened, are of none and stand in unread.csv"
    }
    DataField("receipts_left_out", .texts, "Files beside the answers of the gate, with the reason.")
    {
      $0.input.receiptsLeftOut
    }
    DataField("revision", .optionalText, "Of the content in git.") { $0.input.revision }
    DataField("rows", .object(rows)) { $0 }
    DataField("sample", .object(drawing)) { $0 }
    DataField(
      "uncommitted", .optional(.boolean),
      "The content is other than in the revision; null: not known."
    ) { $0.input.isChangedSince }
  }

  private static let period = DataFields<PackContent> {
    DataField("end", .instant) { $0.input.period.interval.end }
    DataField("label", .text) { $0.input.period.label }
    DataField("start", .instant) { $0.input.period.interval.start }
    DataField("zone", .text) { $0.input.register.zone.name }
  }

  private static let policy = DataFields<Policy> {
    DataField("file", .text) { $0.file.path }
    DataField("id", .optionalText) { $0.metadata.id?.value }
    DataField("sha256", .text) { Manifest.sha256($0.file.bytes) }
    DataField("version", .optionalText) { $0.metadata.version?.value }
  }

  private static let rows = DataFields<PackContent> {
    DataField("ahead", .integer, "Records of which every instant is after as_of.") { $0.ahead }
    DataField("drawable", .integer, "Those of the population that were carried out.") {
      $0.population.count(where: \.hasHappened)
    }
    DataField("elsewhere", .integer, "Records of other periods.") { $0.elsewhere }
    DataField("findings", .integer) { $0.findings.all.count }
    DataField("population", .integer) { $0.population.count }
    DataField(
      "register", .integer, "All records: population, elsewhere, ahead and unplaced together."
    ) { $0.records }
    DataField("sample", .integer) { $0.papers.count }
    DataField("unplaced", .integer, "Records without an instant, and files that are not opened.") {
      $0.unplaced.count
    }
    DataField("unread", .integer) { content in
      content.population.count { content.unread.contains($0.id) }
    }
  }

  private static let drawing = DataFields<PackContent> {
    DataField("method", .text) { _ in
      "of the population those that are drawable, which were carried out; HMAC-SHA256 with the seed as key and the id as message, in hexadecimal, ascending; the first of "
        + "each type and risk, then the others; of that order the first as many as size, then by rank the emergencies that are not among them"
    }
    DataField("seed", .text) { $0.input.seed }
    DataField("size", .integer) { $0.input.sampleSize }
  }
}

import Chronology
import Foundation
import SourceText

/// Reads a file of published figures: the report, or why it cannot be read.
func readPublishedReport(
  _ file: SourceFile, zone: Zone
) -> (report: PublishedReport?, problem: ReadingProblem?) {
  do throws(Unreadable) {
    return (try report(file, zone: zone), nil)
  } catch {
    let place = Place(startOf: file)
    return (nil, ReadingProblem(.unreadablePublication(reason: error.reason), at: place))
  }
}

/// Why the file cannot be read, for people.
private struct Unreadable: Error {
  let reason: String
}

private func report(_ file: SourceFile, zone: Zone) throws(Unreadable) -> PublishedReport {
  let document = try decode(file)
  guard PublishedReport.schemas.contains(document.schema) else {
    throw Unreadable(
      reason: "its schema is `\(document.schema)`, not `\(PublishedReport.schemas[0])`")
  }
  guard let kind = Period.Kind(rawValue: document.period.kind),
    let period = Period(kind, labelled: document.period.label, in: zone)
  else { throw Unreadable(reason: "`period` is no week, month, quarter or year") }
  guard period.label == file.stem else {
    throw Unreadable(reason: "it is about \(period.label), and its name says \(file.stem)")
  }
  var figures: [PublishedFigure] = []
  for (key, figure) in inOrder(document.figures) {
    figures.append(try figure.published(key: key))
  }
  var earlier: [EarlierPublication] = []
  for edition in document.earlier {
    var sizes: [(key: String, size: PublishedSize)] = []
    for (key, figure) in inOrder(edition.figures) { sizes.append((key, try figure.size(of: key))) }
    earlier.append(
      EarlierPublication(asOf: try edition.asOf.instant(), policy: edition.policy, figures: sizes))
  }
  return PublishedReport(
    file: file, period: period, asOf: try document.asOf.instant(), policy: document.policy,
    settings: document.settings, figures: figures,
    records: inOrder(document.records).map { id, facts in
      PublishedRecord(
        id: id,
        facts: inOrder(facts).map { PublishedRecord.Fact(name: $0.0, value: $0.1) })
    },
    earlier: earlier)
}

private func decode(_ file: SourceFile) throws(Unreadable) -> Document {
  do {
    return try JSONDecoder().decode(Document.self, from: Data(file.bytes))
  } catch DecodingError.keyNotFound(let key, let context) {
    throw Unreadable(reason: "`\(path(context.codingPath + [key]))` is missing")
  } catch DecodingError.typeMismatch(_, let context) {
    throw Unreadable(reason: "`\(path(context.codingPath))` is not of its kind")
  } catch DecodingError.valueNotFound(_, let context) {
    throw Unreadable(reason: "`\(path(context.codingPath))` has no value")
  } catch DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty {
    throw Unreadable(reason: "`\(path(context.codingPath))` is not of its kind")
  } catch {
    throw Unreadable(reason: "it is not JSON")
  }
}

private func path(_ keys: [any CodingKey]) -> String {
  keys.map(\.stringValue).joined(separator: ".")
}

/// By the bytes of the keys.
private func inOrder<Value>(_ values: [String: Value]) -> [(String, Value)] {
  values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
}

// MARK: The form of the file

private struct Document: Decodable {
  let asOf: AsOf
  let earlier: [Earlier]
  let figures: [String: FigureForm]
  let period: PeriodForm
  let policy: PublishedPolicy
  let records: [String: [String: String]]
  let settings: PublishedSettings?
  let schema: String

  private enum CodingKeys: CodingKey {
    case earlier, figures, period, policy, records, settings, schema
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    asOf = try AsOf(from: decoder)
    earlier = try container.decode([Earlier].self, forKey: .earlier)
    figures = try container.decode([String: FigureForm].self, forKey: .figures)
    period = try container.decode(PeriodForm.self, forKey: .period)
    policy = try container.decode(PublishedPolicy.self, forKey: .policy)
    records = try container.decode([String: [String: String]].self, forKey: .records)
    settings = try container.decodeIfPresent(PublishedSettings.self, forKey: .settings)
    schema = try container.decode(String.self, forKey: .schema)
  }

  struct Earlier: Decodable {
    let asOf: AsOf
    let figures: [String: SizeForm]
    let policy: PublishedPolicy

    private enum CodingKeys: CodingKey { case figures, policy }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      asOf = try AsOf(from: decoder)
      figures = try container.decode([String: SizeForm].self, forKey: .figures)
      policy = try container.decode(PublishedPolicy.self, forKey: .policy)
    }
  }

  struct PeriodForm: Decodable {
    let kind: String
    let label: String
  }
}

/// The member `as_of`; in `changebook.published/1` it is `asOf`.
private struct AsOf: Decodable {
  private let text: String

  private enum CodingKeys: String, CodingKey {
    case now = "as_of"
    case former = "asOf"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    text = try container.decode(
      String.self, forKey: container.contains(.former) ? .former : .now)
  }

  func instant() throws(Unreadable) -> Instant {
    guard let reading = InstantText.read(text, in: .utc), !reading.zoneAssumed else {
      throw Unreadable(reason: "`as_of` is no instant: `\(text)`")
    }
    return reading.instant
  }
}

private struct SizeForm: Decodable {
  let k: Int?
  let n: Int
  let total: Int64?

  /// Numbers that no register comes to would overflow what is computed from them.
  private static let largest: Int64 = 1 << 48

  func size(of key: String) throws(Unreadable) -> PublishedSize {
    guard (0...1 << 32).contains(n), (0...n).contains(k ?? 0),
      (-Self.largest...Self.largest).contains(total ?? 0)
    else { throw Unreadable(reason: "the numbers of `figures.\(key)` cannot be") }
    if let k { return .rate(k, of: n) }
    if let total { return .duration(total: total, of: n) }
    return .count(n)
  }
}

private struct FigureForm: Decodable {
  let counted: [String: JudgementForm]
  let excluded: [String: String]
  let target: String?
  let title: String
  let verdict: String?
  let evidence: String?
  let numbers: SizeForm

  enum CodingKeys: CodingKey { case counted, evidence, excluded, target, title, verdict }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    counted = try container.decode([String: JudgementForm].self, forKey: .counted)
    excluded = try container.decode([String: String].self, forKey: .excluded)
    target = try container.decodeIfPresent(String.self, forKey: .target)
    title = try container.decode(String.self, forKey: .title)
    verdict = try container.decodeIfPresent(String.self, forKey: .verdict)
    evidence = try container.decodeIfPresent(String.self, forKey: .evidence)
    numbers = try SizeForm(from: decoder)
  }

  func published(key: String) throws(Unreadable) -> PublishedFigure {
    let counted = counted.map { PublishedStanding(id: $0.key, judgement: $0.value.judgement) }
    let excluded = excluded.map { PublishedStanding(id: $0.key, judgement: .excluded($0.value)) }
    return PublishedFigure(
      key: key, title: title, size: try numbers.size(of: key), target: target, verdict: verdict,
      evidence: evidence,
      standings: (counted + excluded).sorted {
        $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
      })
  }
}

/// `1 of 1`, a number of seconds, or `counted`.
private struct JudgementForm: Decodable {
  let judgement: PublishedStanding.Judgement

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let seconds = try? container.decode(Int64.self) {
      judgement = .seconds(seconds)
      return
    }
    let text = try container.decode(String.self)
    let words = text.split(separator: " ")
    if words.count == 3, words[1] == "of", let part = Int32(words[0]), let whole = Int32(words[2]) {
      judgement = .part(Int(part), of: Int(whole))
    } else if text == "counted" {
      judgement = .counted
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
  }
}

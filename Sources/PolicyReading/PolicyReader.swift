import Chronology
import Configuration
import Findings
import FrontMatter
import Markdown
import SourceText

/// Reads a change policy out of its document.
///
/// 1. Front matter and Markdown are parsed; the headings become clauses.
/// 2. Tables are recognised by their heads, see `TableRecognition`.
/// 3. Change types come first, because other tables use their names; then every other table.
/// 4. Prose is searched for the clauses that are not in tables.
/// 5. What is absent is named with the features that it turns off.
/// 6. What looks as if it decided and was not read is named too, see `PolicyCompleteness`.
///
/// Whatever is not understood is a problem at its place; nothing else stops on its account.
package func readPolicy(_ file: SourceFile, settings: Settings) -> Policy {
  let split = splitFrontMatter(file)
  var problems: [ReadingProblem] = []
  var yaml: YAMLNode?
  if let range = split.yaml {
    let reading = readYAML(file, range: range)
    yaml = reading.root
    problems += reading.problems
  }
  let document = readMarkdown(file, body: split.body, limits: .policy)
  problems += document.problems
  var reader = PolicyReader(document: document, settings: settings, problems: problems)
  return reader.read(yaml)
}

/// What the steps of `readPolicy` share.
private struct PolicyReader {
  let document: MarkdownDocument
  let settings: Settings
  var problems: [ReadingProblem]

  mutating func read(_ yaml: YAMLNode?) -> Policy {
    let words = MappedWords(settings.words, &problems)
    let outline = PolicyOutline(document, words: words)
    let sources = document.tables(below: outline.headings).map(words.read)
    let (tables, rivals) = recognise(sources, outline)
    let all = { (key: TableKey) in tables.filter { $0.key == key } }
    let recognised = Set(tables.map(\.source.node))

    let metadata = PolicyMetadata.read(
      outline, yaml: yaml, tables: sources.filter { !recognised.contains($0.node) }, &problems)
    let risks = RisksTable.read(all(.risks), &problems)
    let types = ChangeTypesTable(risks: risks.map(\.name), words: words)
      .read(all(.types), settings.types, &problems)
    let windowProse = prose(
      .windows, outline, tables, labels: types.map(\.name) + risks.map(\.name))
    let windows =
      !all(.windows).isEmpty
      ? WindowsTable.read(all(.windows), &problems)
      : settings.answersWindows != nil
        ? WindowsTable.read(settings.windows, &problems)
        : WindowsTable.read(windowProse, &problems)
    let requiredFields = RequiredFieldsTable.read(
      all(.requiredFields), types: types, words: words, &problems)
    let template = RecordTemplate.find(in: outline, fields: requiredFields)
    let statements = Statement.all(in: outline, without: template?.node)
    let reviewDeadline = ReviewDeadlineClause.read(statements, &problems)
    let retention = RetentionClause.read(statements, &problems)
    // Where no type is put to a governance vote, whatever is voted on is something else.
    let voteThreshold =
      types.isEmpty || types.contains(where: \.isGoverned)
      ? VoteThresholdClause.read(statements) : nil
    let reporting = ReportingClause.read(statements)

    // Evaluated in this order: each adds its problems.
    let preApproved = PreApprovedTable.read(all(.preApproved), &problems)
    let reviewMatrix = ReviewMatrixTable.read(all(.reviewMatrix), &problems)
    let testingMatrix = TestingMatrixTable.read(all(.testingMatrix), &problems)
    let environments = EnvironmentsTable.read(all(.environments), &problems)
    let allowances = FreezeAllowanceText.Names(
      types: types.map(\.name), risks: risks.map(\.name),
      categories: reviewMatrix.map(\.category) + (testingMatrix?.rows.map(\.category) ?? []),
      roles: words.roles)
    let freezeProse = prose(.freezes, outline, tables, names: allowances)
    reportAbsent(tables, besides: [windowProse, freezeProse])
    reportAbsent(.reviewDeadline, reviewDeadline == nil && types.contains(where: \.isEmergency))
    reportAbsent(.retention, retention == nil)
    reportAbsent(.voteThreshold, voteThreshold == nil && types.contains(where: \.isGoverned))
    reportAbsent(.reporting, reporting.isEmpty)
    reportAbsent(.template, template == nil)

    let freezes =
      !all(.freezes).isEmpty
      ? FreezesTable.read(all(.freezes), names: allowances, &problems)
      : settings.answersFreezes != nil
        ? FreezesTable.read(settings.freezes, names: allowances, &problems)
        : FreezesTable.read(freezeProse, names: allowances, &problems)
    problems += EnvironmentsTable.unlisted(
      in: windows.map { ($0.surroundings, $0.reference) }, table: .windows, among: environments)
    problems += EnvironmentsTable.unlisted(
      in: freezes.map { ($0.surroundings, $0.reference) }, table: .freezes, among: environments)
    let targets = TargetsTable.read(
      all(.targets), types: types, risks: risks, &problems)
    let controls = ControlsTable.read(all(.controls), &problems)
    let versions = VersionsTable.read(all(.versions), &problems)
    let zone = settings.zone ?? metadata.zone(&problems) ?? zone(of: all(.windows)) ?? .utc
    if document.problems.isEmpty {
      problems += PolicyCompleteness(
        outline, sources: sources, recognised: tables, rivals: rivals, windows: windows,
        freezes: freezes, besides: [windowProse, freezeProse], metadata: metadata,
        template: template?.node, settings: settings, zone: zone
      ).problems()
    }
    return Policy(
      document: document, title: title(outline, yaml), metadata: metadata,
      clauses: outline.clauses, types: types, risks: risks, preApproved: preApproved,
      requiredFields: requiredFields, reviewMatrix: reviewMatrix, testingMatrix: testingMatrix,
      environments: environments, windows: windows, freezes: freezes, targets: targets,
      controls: controls, versions: versions, reviewDeadline: reviewDeadline,
      retention: retention, voteThreshold: voteThreshold, reporting: reporting,
      template: template?.template, words: words, zone: zone, problems: inOrder(problems),
      tables: tables.map {
        RecognisedTable(
          key: $0.key, place: $0.source.place, clause: $0.clause, rows: $0.rows.count,
          unread: $0.unreadHeads)
      })
  }

  /// The tables that mean something, in document order; absent ones and absent columns are
  /// problems.
  private mutating func recognise(
    _ sources: [MarkdownTable], _ outline: PolicyOutline
  ) -> (tables: [PolicyTable], rivals: [TableRecognition.Match]) {
    let names = ConfiguredNames.read(settings, for: document.file, &problems)
    let recognition = TableRecognition(names).recognise(sources)
    let matches = recognition.taken
    if sources.count > TableRecognition.most {
      problems.append(
        ReadingProblem(
          .overLimit(what: "tables", found: sources.count, allowed: TableRecognition.most),
          at: sources[TableRecognition.most].place))
    }
    let tables = matches.map { match in
      problems += (match.missing + match.unsaid).map { kind in
        ReadingProblem(
          .columnAbsent(
            table: match.key.rawValue, column: kind.key.rawValue, accepted: kind.heads),
          at: headPlace(match.table))
      }
      return PolicyTable(
        key: match.key, source: match.table, columns: match.columns,
        clause: outline.clause(above: match.table.node),
        clauseNumber: outline.number(above: match.table.node), document: document,
        unsaid: Set(match.unsaid.map(\.key)))
    }
    return (tables, recognition.rivals)
  }

  /// Windows or freezes in sentences, where neither a table nor the settings say which there are.
  private func prose(
    _ key: TableKey, _ outline: PolicyOutline, _ tables: [PolicyTable],
    names: FreezeAllowanceText.Names = FreezeAllowanceText.Names(), labels: [String] = []
  ) -> TimesInProse {
    if isSaidToBeAbsent(key) || tables.contains(where: { $0.key == key }) {
      return TimesInProse(none: key)
    }
    return TimesInProse.read(
      key, in: outline, tables: Set(tables.map(\.source.node)), names: names, labels: labels)
  }

  /// Kinds of tables that neither the document nor the settings have in any form.
  private mutating func reportAbsent(_ tables: [PolicyTable], besides prose: [TimesInProse]) {
    // A document over a limit has no tree; its own problem says so.
    guard document.problems.isEmpty else { return }
    for key in TableKey.allCases
    where !tables.contains(where: { $0.key == key }) && !isSaidToBeAbsent(key)
      && !prose.contains(where: { $0.key == key && !$0.rows.isEmpty })
    {
      problems.append(
        ReadingProblem(
          .tableAbsent(table: key.rawValue, features: key.features),
          at: Place(startOf: document.file)))
    }
  }

  /// The settings say what there is, or that there is none.
  private func isSaidToBeAbsent(_ key: TableKey) -> Bool {
    key == .windows && settings.answersWindows != nil
      || key == .freezes && settings.answersFreezes != nil
      || key == .types && settings.answersTypes != nil
  }

  private func headPlace(_ table: MarkdownTable) -> Place {
    guard let first = table.header.first else { return table.place }
    return document.place(of: Int(document.nodes[first.node].parent))
  }

  private mutating func reportAbsent(_ clause: ClauseKey, _ isAbsent: Bool) {
    guard isAbsent, document.problems.isEmpty else { return }
    problems.append(
      ReadingProblem(
        .clauseAbsent(clause: clause.rawValue, features: clause.features),
        at: Place(startOf: document.file)))
  }

  /// The zone in the head of the windows' times, where the policy says none otherwise.
  private func zone(of tables: [PolicyTable]) -> Zone? {
    var reported: [ReadingProblem] = []
    return tables.lazy.compactMap { WindowsTable.headZone($0, &reported).zone }.first
  }

  private func title(_ outline: PolicyOutline, _ yaml: YAMLNode?) -> String {
    if let first = outline.clauses.first, first.level == 1 { return first.title }
    if case .mapping(let entries, _)? = yaml {
      for entry in entries where WordForm.fold(entry.key.text) == "title" {
        if case .scalar(let scalar) = entry.value { return scalar.text }
      }
    }
    let name = document.file.path.split(separator: "/").last.map(String.init) ?? "Policy"
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// By place, those of the settings' file last; of one place in the order they were met.
  private func inOrder(_ problems: [ReadingProblem]) -> [ReadingProblem] {
    problems.enumerated().sorted { a, b in
      let (x, y) = (a.element.place, b.element.place)
      let (isOtherX, isOtherY) = (
        x.file.path != document.file.path, y.file.path != document.file.path
      )
      if isOtherX != isOtherY { return isOtherY }
      return (x.range.lower, x.range.upper, a.offset) < (y.range.lower, y.range.upper, b.offset)
    }.map(\.element)
  }
}

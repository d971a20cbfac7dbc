import Interchange
import Records

extension JSONSchema {
  /// The front matter of a change record, as YAML gives it to an editor that knows JSON Schema.
  ///
  /// Names that the policy defines (types, risks, categories, test levels) are texts here: the
  /// schema holds for every policy.
  package static let record = JSONSchema.keys(ChangeKeys.record)

  /// The front matter of an incident.
  package static let incident = JSONSchema.keys(IncidentKeys.record)

  /// The front matter of a declared freeze.
  package static let freeze = JSONSchema.keys(FreezeKeys.record)

  static func keys(_ keys: [FrontMatterKey]) -> JSONSchema {
    .object(
      keys.map { key in
        let schema = JSONSchema(key.kind)
        return Member(
          name: key.name, isRequired: key.isRequired,
          schema: key.words.map { .described($0, schema) } ?? schema)
      })
  }

  private init(_ kind: FrontMatterKey.Kind) {
    self =
      switch kind {
      case .text: .text
      case .boolean: .boolean
      case .integer: .integer
      case .textOrNumber: .anyOf([.text, .integer])
      case .texts: .anyOf([.text, .list(.text)])
      case .textsByName: .map(.text)
      case .pattern(let pattern): .pattern(pattern)
      case .choice(let choices): .choice(choices)
      case .instant: Self.written
      case .instantOrDay: .anyOf([Self.written, .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")])
      case .interval: Self.interval
      case .mapping(let keys): .keys(keys)
      case .list(let keys): .list(.keys(keys))
      }
  }

  /// An instant as people write it: seconds may be left out, a zone should not be.
  private static let written = JSONSchema.pattern("^\(instantPattern)$")

  private static let interval = JSONSchema.anyOf([
    .pattern("^\(instantPattern)/\(instantPattern)$"),
    .object([.required("from", written), .required("to", written)]),
  ])

  private static let instantPattern =
    "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?"
    + "([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
}

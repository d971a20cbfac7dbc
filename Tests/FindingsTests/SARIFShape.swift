import Foundation

/// What the schema of SARIF 2.1.0 (OASIS, March 2020) demands of the objects that our logs hold:
/// its `required` members, no others than those it names, its enumerations and least values.
enum SARIFShape {
  /// Faults with the way to them; none in a valid log.
  static func faults(in bytes: [UInt8]) throws -> [String] {
    var shape = Checker()
    shape.check(try JSONSerialization.jsonObject(with: Data(bytes)), as: "log", at: "$")
    return shape.faults
  }

  private struct Kind {
    let required: Set<String>
    /// Each with the kind of its value; `[x]` is an array of these.
    let members: [String: String]
  }

  private static let kinds: [String: Kind] = [
    "log": Kind(
      required: ["version", "runs"],
      members: ["$schema": "text", "version": "version", "runs": "[run]"]),
    "run": Kind(
      required: ["tool"],
      members: [
        "tool": "tool", "results": "[result]", "columnKind": "columnKind",
        "invocations": "[invocation]", "originalUriBaseIds": "baseIds",
      ]),
    "tool": Kind(required: ["driver"], members: ["driver": "driver"]),
    "driver": Kind(
      required: ["name"], members: ["name": "text", "version": "text", "rules": "[rule]"]),
    "rule": Kind(
      required: ["id"], members: ["id": "text", "shortDescription": "message", "help": "message"]),
    "message": Kind(required: ["text"], members: ["text": "text"]),
    "invocation": Kind(
      required: ["executionSuccessful"],
      members: [
        "executionSuccessful": "flag", "toolExecutionNotifications": "[notification]",
      ]),
    "notification": Kind(required: ["message"], members: ["message": "message", "level": "level"]),
    "artifact": Kind(
      required: ["uri", "uriBaseId"], members: ["uri": "relativeURI", "uriBaseId": "baseId"]),
    "base": Kind(required: [], members: ["description": "message"]),
    "result": Kind(
      // The schema demands the message alone; GitHub the others.
      required: ["message", "ruleId", "locations", "partialFingerprints"],
      members: [
        "message": "message", "ruleId": "text", "ruleIndex": "count", "level": "level",
        "locations": "[location]", "relatedLocations": "[location]",
        "suppressions": "[suppression]", "partialFingerprints": "texts",
      ]),
    "location": Kind(
      required: ["physicalLocation"],
      members: ["physicalLocation": "physical", "message": "message"]),
    "physical": Kind(
      required: ["artifactLocation"], members: ["artifactLocation": "artifact", "region": "region"]),
    "region": Kind(
      required: ["startLine"],
      members: [
        "startLine": "line", "endLine": "line", "startColumn": "line", "endColumn": "line",
      ]),
    "suppression": Kind(
      required: ["kind"], members: ["kind": "suppressionKind", "justification": "text"]),
  ]

  private static let words: [String: Set<String>] = [
    "version": ["2.1.0"], "columnKind": ["utf16CodeUnits", "unicodeCodePoints"],
    "level": ["none", "note", "warning", "error"], "suppressionKind": ["inSource", "external"],
    "baseId": ["%SRCROOT%"],
  ]

  private struct Checker {
    var faults: [String] = []

    mutating func check(_ value: Any, as kind: String, at way: String) {
      if kind.hasPrefix("[") {
        guard let elements = value as? [Any] else { return fault(way, "no array") }
        if kind == "[location]", elements.isEmpty { fault(way, "no location") }
        for (index, element) in elements.enumerated() {
          check(element, as: String(kind.dropFirst().dropLast()), at: "\(way)[\(index)]")
        }
      } else if let object = SARIFShape.kinds[kind] {
        checkObject(value, as: object, at: way)
        if kind == "run" { checkRules(of: value, at: way) }
        if kind == "region" { checkOrder(of: value, at: way) }
      } else if let words = SARIFShape.words[kind] {
        if !words.contains(value as? String ?? "") { fault(way, "\(value) is none of \(words)") }
      } else {
        checkValue(value, as: kind, at: way)
      }
    }

    private mutating func checkObject(_ value: Any, as kind: Kind, at way: String) {
      guard let members = value as? [String: Any] else { return fault(way, "no object") }
      for name in kind.required.sorted() where members[name] == nil { fault(way, "no \(name)") }
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        guard let kind = kind.members[name] else {
          fault(way, "\(name) is not in the schema")
          continue
        }
        check(member, as: kind, at: "\(way).\(name)")
      }
    }

    private mutating func checkValue(_ value: Any, as kind: String, at way: String) {
      switch kind {
      case "text": if !(value is String) { fault(way, "no text") }
      case "texts":
        let texts = value as? [String: String]
        if texts == nil || texts?.isEmpty == true { fault(way, "no texts") }
      case "flag": if !(value is Bool) { fault(way, "neither true nor false") }
      case "count": if (value as? Int ?? -1) < 0 { fault(way, "no index") }
      case "line": if (value as? Int ?? 0) < 1 { fault(way, "does not count from 1") }
      case "baseIds":
        guard let bases = value as? [String: Any] else { return fault(way, "no object") }
        if bases["%SRCROOT%"] == nil { fault(way, "no %SRCROOT%") }
        for (name, base) in bases.sorted(by: { $0.key < $1.key }) {
          check(base, as: "base", at: "\(way).\(name)")
        }
      case "relativeURI":
        let text = value as? String ?? ""
        let isValid = text.utf8.allSatisfy { byte in
          let scalar = Unicode.Scalar(byte)
          return scalar.isASCII && scalar.properties.isAlphabetic
            || ("0"..."9").contains(scalar) || "-._~/%".utf8.contains(byte)
        }
        if text.isEmpty || text.hasPrefix("/") || !isValid { fault(way, "\(text) is no reference") }
      default: fault(way, "the kind \(kind) is not known")
      }
    }

    /// `ruleIndex` leads to the rule of `ruleId`.
    private mutating func checkRules(of run: Any, at way: String) {
      let run = run as? [String: Any]
      let driver = (run?["tool"] as? [String: Any])?["driver"] as? [String: Any]
      let rules = (driver?["rules"] as? [[String: Any]] ?? []).map { $0["id"] as? String }
      for result in run?["results"] as? [[String: Any]] ?? [] {
        guard let index = result["ruleIndex"] as? Int else { continue }
        if !rules.indices.contains(index) || rules[index] != result["ruleId"] as? String {
          fault(way, "ruleIndex \(index) leads elsewhere")
        }
      }
    }

    private mutating func checkOrder(of region: Any, at way: String) {
      let region = region as? [String: Int] ?? [:]
      let start = (region["startLine"] ?? 0, region["startColumn"] ?? 1)
      let end = (region["endLine"] ?? start.0, region["endColumn"] ?? start.1)
      if end < start { fault(way, "ends before it begins") }
    }

    private mutating func fault(_ way: String, _ words: String) {
      faults.append("\(way): \(words)")
    }
  }
}

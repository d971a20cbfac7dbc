import Chronology
import Findings
import Interchange
import SourceText

/// What was understood of a policy as `changebook.policy/2`: keys ascend, durations are seconds,
/// shares have numerator and denominator, and every value names the line that says it.
package func describeAsJSON(_ policy: Policy) -> [UInt8] {
  var json = JSONWriter(.pretty)
  json.object { json in
    json.array("clauses") { json in
      for (clause, uses) in PolicyDescription.uses(policy) {
        json.object { json in
          json.member("anchor", clause.anchor)
          json.member("level", clause.level)
          json.member("line", clause.place.start.line)
          json.member("number", clause.number)
          json.array("read", uses)
          json.member("title", clause.title)
        }
      }
    }
    json.rows("controls", policy.controls) { json, control in
      json.member("implementation", control.implementation)
      json.member("requirement", control.requirement)
      json.source(control.reference)
      json.member("standard", control.standard)
    }
    json.rows("environments", policy.environments) { json, environment in
      json.member("name", environment.name)
      json.member("purpose", environment.purpose)
      json.source(environment.reference)
    }
    json.member("file", policy.file.path)
    json.freezes(policy.freezes)
    json.metadata(policy.metadata)
    json.rows("pre_approved", policy.preApproved) { json, change in
      json.member("conditions", change.conditions)
      json.member("name", change.name)
      json.source(change.reference)
    }
    json.problems(policy.problems)
    json.rows("reporting", policy.reporting) { json, duty in
      json.member("content", duty.content)
      json.member("period", duty.period.rawValue)
      json.source(duty.reference)
    }
    json.requiredFields(policy.requiredFields)
    json.stated("retention", policy.retention) { json, retention in
      json.member("months", retention.months)
    } after: { json, retention in
      json.member("text", retention.text)
    }
    json.stated("review_deadline", policy.reviewDeadline) { json, seconds in
      json.member("seconds", seconds)
    }
    json.rows("review_matrix", policy.reviewMatrix) { json, row in
      json.member("category", row.category)
      json.member("security", row.security)
      json.member("security_review", row.securityReview.name)
      json.source(row.reference)
      json.member("technical", row.technical)
    }
    json.rows("risks", policy.risks) { json, risk in
      json.member("criteria", risk.criteria)
      json.member("examples", risk.examples)
      json.member("name", risk.name)
      json.member("rank", risk.rank)
      json.source(risk.reference)
    }
    json.member("schema", "changebook.policy/2")
    json.rows("tables", policy.tables) { json, table in
      json.member("clause", table.clause?.number)
      json.member("line", table.place.start.line)
      json.member("name", table.key.rawValue)
      json.member("rows", table.rows)
    }
    json.targets(policy.targets)
    json.template(policy.template)
    json.testingMatrix(policy.testingMatrix)
    json.member("title", policy.title)
    json.types(policy.types)
    json.rows("versions", policy.versions) { json, version in
      json.member("author", version.author)
      json.member("changes", version.changes)
      json.member("date", version.date?.description)
      json.source(version.reference)
      json.member("version", version.version)
    }
    json.stated("vote_threshold", policy.voteThreshold) { json, threshold in
      json.ratio("share", threshold.share)
    } after: { json, threshold in
      json.member("strict", threshold.isStrict)
      json.member("text", threshold.text)
    }
    json.windows(policy.windows)
    json.member("zone", policy.zone.name)
  }
  return json.finish()
}

extension JSONWriter {
  /// An array of objects.
  mutating func rows<Row>(
    _ key: String, _ rows: [Row], _ members: (inout JSONWriter, Row) -> Void
  ) {
    array(key) { json in
      for row in rows { json.object { members(&$0, row) } }
    }
  }

  /// The row or sentence of the policy, under `source`.
  mutating func source(_ reference: PolicyReference) {
    object("source") { json in
      json.member("clause", reference.clause)
      json.member("excerpt", reference.excerpt)
      json.member("line", reference.place.start.line)
    }
  }

  /// A value of the text with its `source`, or null; `after` writes the keys behind that one.
  mutating func stated<Value>(
    _ key: String, _ stated: Stated<Value>?, _ before: (inout JSONWriter, Value) -> Void,
    after: (inout JSONWriter, Value) -> Void = { _, _ in }
  ) {
    guard let stated else { return null(key) }
    object(key) { json in
      before(&json, stated.value)
      json.source(stated.reference)
      after(&json, stated.value)
    }
  }

  mutating func ratio(_ key: String, _ ratio: Ratio) {
    object(key) { json in
      json.member("denominator", ratio.denominator)
      json.member("numerator", ratio.numerator)
    }
  }
}

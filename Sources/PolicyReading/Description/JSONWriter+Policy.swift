import Chronology
import Interchange
import SourceText

/// The larger tables of `changebook.policy/2`.
extension JSONWriter {
  mutating func types(_ types: [ChangeType]) {
    rows("types", types) { json, type in
      json.object("approval") { json in
        json.member("kind", type.approval.name)
        if case .roles(let rule) = type.approval { json.member("text", rule.text) }
      }
      json.member("description", type.description)
      if let leadTime = type.leadTime {
        json.object("lead_time") { json in
          switch leadTime {
          case .days(let count), .businessDays(let count): json.member("count", count)
          default: break
          }
          json.member("kind", leadTime.name)
          if case .seconds(let seconds) = leadTime { json.member("seconds", seconds) }
        }
      } else {
        json.null("lead_time")
      }
      json.member("name", type.name)
      json.source(type.reference)
    }
  }

  mutating func requiredFields(_ fields: [RequiredField]) {
    rows("required_fields", fields) { json, field in
      json.member("description", field.description)
      json.member("name", field.name)
      json.key("required_for")
      switch field.requiredFor {
      case .all: json.value("all")
      case .types(let names): json.array(names)
      }
      json.source(field.reference)
    }
  }

  mutating func testingMatrix(_ matrix: TestingMatrix?) {
    guard let matrix else { return null("testing_matrix") }
    object("testing_matrix") { json in
      json.array("levels", matrix.levels)
      json.rows("rows", matrix.rows) { json, row in
        json.member("category", row.category)
        json.array("requirements", row.requirements.map(\.name))
        json.source(row.reference)
      }
    }
  }

  mutating func windows(_ windows: [WindowRow]) {
    rows("windows", windows) { json, window in
      json.member("applies_to", window.appliesTo)
      json.member("name", window.name)
      json.member("purpose", window.purpose)
      json.source(window.reference)
      json.member("text", window.timeText)
      json.object("time") { json in
        json.members(of: window.time)
      }
      json.member("zone", window.zone?.name)
    }
  }

  mutating func freezes(_ freezes: [FreezeRow]) {
    rows("freezes", freezes) { json, freeze in
      json.object("allowed") { json in
        json.member("emergency_only", freeze.allowed.emergencyOnly)
        json.member("nothing", freeze.allowed.isNothing)
        json.member("related_fixes_only", freeze.allowed.relatedFixesOnly)
        json.member("text", freeze.allowedText)
      }
      json.object("duration") { json in
        switch freeze.duration {
        case .recurring(let recurrence):
          return json.members(of: recurrence, text: freeze.durationText)
        case .asDeclared: json.member("kind", "as-declared")
        case .afterIncident(let seconds, let severities):
          json.member("kind", "after-incident")
          json.member("seconds", seconds)
          if !severities.isEmpty { json.array("severities", severities) }
        }
        json.member("text", freeze.durationText)
      }
      json.member("name", freeze.name)
      json.source(freeze.reference)
    }
  }

  mutating func targets(_ targets: [Target]) {
    rows("targets", targets) { json, target in
      json.member("comparison", target.comparison.rawValue)
      json.member("figure", target.figure?.rawValue)
      json.member("measurement", target.measurement)
      json.member("metric", target.metric)
      if case .perWeek(let ratio) = target.bound { json.ratio("per_week", ratio) }
      json.array("risks", target.risks)
      if case .duration(let seconds) = target.bound { json.member("seconds", seconds) }
      if case .share(let ratio) = target.bound { json.ratio("share", ratio) }
      json.source(target.reference)
      json.member("statistic", target.statistic.rawValue)
      json.member("text", target.text)
      json.array("types", target.types)
    }
  }

  mutating func template(_ template: RecordTemplate?) {
    guard let template else { return null("template") }
    object("template") { json in
      json.array("fillers", template.fillers)
      json.member("line", template.place.start.line)
      json.member("text", template.text)
    }
  }

  mutating func metadata(_ metadata: PolicyMetadata) {
    object("metadata") { json in
      json.member("effective", metadata.effective?.value.description)
      json.rows("entries", metadata.entries) { json, entry in
        json.member("line", entry.value.place.start.line)
        json.member("name", entry.name)
        json.member("value", entry.value.value)
      }
      json.member("id", metadata.id?.value)
      json.member("owner", metadata.owner?.value)
      json.member("review_months", metadata.reviewCycle?.value.months)
      json.member("version", metadata.version?.value)
    }
  }

  mutating func problems(_ problems: [ReadingProblem]) {
    rows("problems", problems) { json, problem in
      json.member("column", problem.place.start.column)
      json.member("file", problem.place.file.path)
      json.member("line", problem.place.start.line)
      json.member("message", problem.kind.policyWords)
    }
  }
}

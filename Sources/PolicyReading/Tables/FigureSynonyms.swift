extension TableSynonyms {
  /// The figure that a row of the table of metrics speaks of, by its name as `WordForm.fold` leaves
  /// it; nil for one that changebook does not compute.
  static func figure(_ folded: String) -> FigureName? { figures[folded] }

  /// DORA's names are among them; where its measure differs, the guide says how.
  private static let figures: [String: FigureName] = {
    let names: [(FigureName, [String])] = [
      (
        .changeSuccessRate,
        [
          "change success rate", "success rate", "successful changes", "change success",
          "changes successful", "share of successful changes", "rate of successful changes",
        ]
      ),
      (
        .emergencyChangeRate,
        [
          "emergency change rate", "emergency rate", "emergency changes",
          "share of emergency changes", "emergency change ratio", "rate of emergency changes",
          "emergency change share",
        ]
      ),
      (
        .meanTimeToDeploy,
        [
          "mean time to deploy", "time to deploy", "mttd", "mean time to deployment",
          "average time to deploy", "time to deployment", "mean time to deploy mttd",
          "approval to deployment", "mean deployment time", "median time to deploy",
        ]
      ),
      (
        .rollbackRate,
        [
          "rollback rate", "roll back rate", "rollbacks", "rollback ratio", "changes rolled back",
          "rolled back changes", "share of rollbacks", "backout rate", "change rollback rate",
        ]
      ),
      (
        .lenientSuccessRate,
        [
          "change success rate issues allowed", "lenient change success rate",
          "successful with or without issues",
        ]
      ),
      (
        .changeFailureRate,
        [
          "change failure rate", "change fail rate", "change fail percentage", "failure rate",
          "failed changes", "cfr", "changes failed", "share of failed changes",
          "change failure percentage",
        ]
      ),
      (
        .reversibleRollbackRate,
        ["rollback rate where a rollback is possible", "reversible rollback rate"]
      ),
      (
        .reworkRate,
        [
          "rework rate", "rework", "deployment rework rate", "change rework rate",
          "share of rework", "unplanned rework",
        ]
      ),
      (
        .deploymentFrequency,
        [
          "deployment frequency", "deploy frequency", "deployments", "release frequency",
          "frequency of deployments", "number of deployments", "deployment rate",
        ]
      ),
      (
        .leadTime,
        [
          "lead time", "lead time for changes", "lead time for change", "change lead time",
          "lead time from request to deployment", "request to deployment", "mean lead time",
          "median lead time", "average lead time",
        ]
      ),
      (
        .approvalWait,
        [
          "wait for approval", "waiting for approval", "time to approval", "approval time",
          "request to approval",
        ]
      ),
      (
        .startWait,
        ["wait from approval to start", "approval to start", "waiting to start"]
      ),
      (
        .workTime,
        ["work from start to deployment", "start to deployment", "implementation time"]
      ),
      (
        .windowTimeToDeploy,
        ["mean time to deploy open windows only", "time to deploy open windows only"]
      ),
      (
        .timeToRestore,
        [
          "time to restore", "time to restore service", "mean time to restore", "mttr",
          "mean time to recovery", "mean time to recover", "time to recovery", "time to recover",
          "median time to restore", "median time to restore service", "recovery time",
          "failed deployment recovery time", "mean time to restore service",
        ]
      ),
      (
        .windowShare,
        [
          "changes inside a window", "changes in a window", "changes inside window",
          "changes within window", "changes within a window", "changes inside their window",
          "window compliance", "window adherence",
        ]
      ),
      (
        .freezeRate,
        [
          "changes in a freeze", "changes during a freeze", "changes in freeze",
          "freeze violations",
        ]
      ),
      (
        .completenessRate,
        [
          "complete information on first request", "complete requests", "complete records",
          "complete information", "required information complete as it stands now",
        ]
      ),
      (
        .populationCompleteness,
        [
          "changes complete enough to count", "completeness of the population",
          "population completeness",
        ]
      ),
      (
        .noApprovalRate,
        [
          "changes without manual approval", "changes without approval",
          "share without manual approval",
        ]
      ),
      (.waivedBreachRate, ["breaches waived", "waived breaches"]),
      (
        .deploymentCompleteness,
        [
          "deployments with an approved record", "deployment completeness",
          "deployments with a record", "recorded deployments", "completeness of the population",
        ]
      ),
      (
        .reviewsInTime,
        [
          "emergency reviews in time", "reviews in time", "reviews on time",
          "post implementation reviews in time", "emergency reviews on time",
        ]
      ),
    ]
    return Dictionary(
      names.flatMap { name, texts in texts.map { ($0, name) } },
      uniquingKeysWith: { first, _ in first })
  }()
}

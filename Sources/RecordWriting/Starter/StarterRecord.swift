import Chronology

/// The first record of a site: that it has begun.
enum StarterRecord {
  static func text(year: Int, at instant: Instant) -> String {
    """
    ---
    id: CHG-\(year)-0001
    category: Documentation
    systems: [website]
    requester: "@change-manager"
    implementer: "@change-manager"
    requested: \(WrittenInstant.text(instant))
    approvals:
      - {role: technical, by: "@web-lead", at: \(WrittenInstant.text(instant))}
    ---
    ## Change Request: Documentation updates: where changes are recorded

    ### Summary
    The website says from now on where changes are recorded and how to request one. This record is a sample: edit it, or
    delete it when the first of your own is there.

    ### Type
    [x] Standard  [ ] Normal  [ ] Emergency

    ### Risk Level
    [x] Low  [ ] Medium  [ ] High

    ### Testing Evidence
    The pages were read in staging.

    """
  }
}

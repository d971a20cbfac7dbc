/// How to contribute to a site.
enum StarterReadme {
  static let text = """
    # Changes

    The change policy, and a record for every change to production. changebook
    checks the records against the policy and makes a site of both.

    ## Making a change

    1. `changebook new change` asks what it is about and writes its record. Fill in the sections; the comments say what
       belongs there.
    2. `changebook check` says what is missing. Open a pull request with the record.
    3. When somebody has reviewed or approved it: `changebook mark CHG-2026-0042 approved --by @cab`.
    4. `changebook next CHG-2026-0042` shows when it may run, and `changebook gate --change CHG-2026-0042` whether it may run
       now. Only status 0 is yes.
    5. `changebook mark` also notes that it was scheduled, started, deployed and closed.

    ## What is where

    | Path | What it is |
    |------|------------|
    | `content/policy` | The change policy |
    | `content/changes` | A record for each change |
    | `content/incidents`, `content/freezes` | Incidents, and freezes that were declared |
    | `content/systems.md`, `content/people.md` | The names that records may use |
    | `changebook.yml` | Settings |

    `changebook build` makes the site in `site`, which is not committed.

    """
}

import Configuration
import PolicyReading
import SourceText

/// A policy written otherwise: front matter, other words, other orders, other styles of cells.
enum BakeryPolicy {
  static let path = "content/policy/ovens.md"
  static let file = SourceFile(path: path, text: text)
  static let policy = readPolicy(file, settings: Settings())

  static let text = """
    ---
    title: Changing the ovens
    policy_id: OV-12
    revision: "3.2"
    in_force_from: 1 March 2026
    review_frequency: Every 6 months
    policy_owner: Head baker
    time_zone: Europe/Zurich
    ---
    Nothing here is done in a hurry.

    ## Section 1: What counts as a change

    | LEAD-TIME | Approved by | Change category |
    |---|---|---|
    | same day | *Standing approval* | Routine |
    | 1–3 days | Change Advisory Board | Planned |
    | 4 hours | ECAB | Urgent |
    | 2 weeks | Head baker | Rebuild & Move |

    ## Section 2: How bad can it be

    | What it means | Risk class | For example | Seen by |
    |---|---|---|---|
    | Bread stops | Severe | Gas | everyone |
    | Bread is late | Moderate | Timers | the shop |
    | Bread is fine | Minor | Labels | nobody |

    ## Section 3: On the list

    | Provided that | Standard change |
    |---|---|
    | The oven is cold | New door seal |
    | Nobody bakes | Cleaning |

    ## Section 4: What to write down

    | Needed for | Information |
    |---|---|
    | All types | Short title |
    | All except Routine | Reason for change |
    | Planned / Rebuild | Back-out plan |
    | Urgent and Planned | Oven log |
    | ✓ | Summary |
    | – | Sketch |

    ### Template for a request

    ~~~
    # Request: [what]
    > Say in two sentences what changes.

    Oven: [number]
    ~~~

    ## Section 5: Who looks at it

    | Security | Reviewers | Component |
    |---|---|---|
    | never | one | Labels |
    | when doors or gas are touched | 2 peers | Timers |
    | ✅ | at least 2 and 1 security reviewer | Gas |

    ## Section 6: What is tried out

    | Category | Unit tests | Smoke | Cold start | Notes |
    |---|---|---|---|---|
    | Labels | x |  | ✗ | by eye |
    | Timers | ✓ | should | ✓ |  |

    ## Section 7: When

    | Applies to | Opening hours | Maintenance window |
    |---|---|---|
    | Planned | Tue–Thu 10:00 to 15:00 | Quiet days |
    | Rebuild | 22:00–02:00 | Night |
    | Routine | Any time | Always |
    | Planned | Mon, Wed 10 AM - 3 PM EST | Overseas |

    | Allowed changes | When | Freeze |
    |---|---|---|
    | Emergencies only | 20 Dec – 5 Jan | Christmas |
    | None | 2026-06-09 - 2026-06-12 | Fair |
    | Related fixes only | 2 days after resolution | Incident |
    | No changes | as announced | Visits |

    ## Section 8: How we do

    | Goal | KPI |
    |---|---|
    | at least 99.5 % | Success rate |
    | 90 min | Time to deploy |
    | ≤ 5 percent | Share of emergency changes |
    | < 3 days (routine) | Oven downtime |

    Reports:

    * Each week – a line on the board
    * Every quarter: the whole team

    ## Section 9: Papers

    Urgent changes get a retrospective, no later than two days after the repair.

    Requests and their evidence are kept for at least 36 months.

    | How we meet it | Control | Control objective |
    |---|---|---|
    | Section 4 | HACCP 3 | Written procedure |

    | Released | Revision | By |
    |---|---|---|
    | 1 March 2026 | 3.2 | Head baker |
    | Feb 3, 2025 | 3.1 | Head baker |
    """
}

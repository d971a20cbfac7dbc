import Chronology
import Configuration
import PolicyReading
import Records
import SourceText

/// A small change policy with every table and clause, for tests of what comes after it.
package enum SamplePolicy {
  package static let text = """
    # Change policy of the test bench

    **Document ID:** POL-TEST-001
    **Version:** 1.0
    **Effective Date:** 2026-01-01
    **Review Cycle:** Annual
    **Owner:** Test bench

    ## 3. Categories

    ### 3.1 Types

    | Type | Description | Approval | Lead Time |
    |---|---|---|---|
    | **Standard** | Routine | Pre-approved | Immediate |
    | **Normal** | Planned | CAB review | 5 days |
    | **Emergency** | Urgent | Emergency CAB | Immediate |
    | **Runtime Upgrade** | On-chain | Governance vote | Voting period |

    ### 3.2 Risks

    | Risk Level | Criteria | Examples |
    |---|---|---|
    | Low | None | Logs |
    | Medium | Minor | Settings |
    | High | Possible outage | Storage |
    | Critical | Consensus | Runtime |

    ## 4. Process

    ### 4.1 Standard changes

    | Change | Conditions |
    |---|---|
    | Log level changes | Outside production |
    | Documentation updates | Not about security |

    ### 4.3 Emergency changes

    1. Fix it
    2. Post-implementation review within 48 hours

    ### 4.4 Runtime upgrades

    - Threshold: 2/3+ approval

    ## 5. Requests

    ### 5.1 Required information

    | Field | Required For | Description |
    |---|---|---|
    | Title | All | Name |
    | Description | All | What |
    | Justification | Normal, Emergency | Why |
    | Risk Level | All | How bad |
    | Impact | Normal, Emergency | Whom |
    | Implementation Plan | Normal, Runtime | How |
    | Rollback Plan | Normal, Runtime | Back |
    | Testing Evidence | All | Proof |
    | Approvals | Normal, Runtime | Who |

    ### 5.2 Template

    ```markdown
    ## Change Request: [Title]

    ### Summary
    [What it is about]

    ### Type
    [ ] Standard  [ ] Normal  [ ] Emergency  [ ] Runtime Upgrade

    ### Risk Level
    [ ] Low  [ ] Medium  [ ] High  [ ] Critical

    ### Justification
    [Why is it needed?]

    ### Impact Assessment
    - **Systems affected:**
    - **Users affected:**

    ### Implementation Plan
    1. Step 1
    2. Step 2

    ### Rollback Plan
    1. Step 1

    ### Testing Evidence
    - [ ] Unit tests pass
    - [ ] Integration tests pass
    - [ ] Staging deployment successful

    ### Approvals
    - [ ] Technical Review: @reviewer
    - [ ] Security Review: @security (if required)
    - [ ] CAB Approval: @cab

    ### Schedule
    - **Requested date:**
    ```

    ## 6. Review

    ### 6.1 Reviewers

    | Change Type | Reviewers Required | Security Review |
    |---|---|---|
    | Documentation | 1 | No |
    | Application code | 2 | If security-relevant |
    | Cryptographic code | 2 + 2 security | Yes |

    ## 7. Tests

    | Change Type | Unit | Integration | Staging | Mainnet Canary |
    |---|---|---|---|---|
    | Documentation | - | - | - | - |
    | Application code | Yes | Yes | Yes | Optional |
    | Runtime upgrade | Yes | Yes | Yes | Recommended |

    ## 8. Windows

    ### 8.1 Windows

    | Window | Time (UTC) | Purpose |
    |---|---|---|
    | Low-traffic | 02:00-06:00 | Significant changes |
    | Any time | 24/7 | Standard changes, documentation |

    ### 8.2 Freezes

    | Period | Duration | Changes Allowed |
    |---|---|---|
    | Holiday freeze | Dec 20 - Jan 5 | Emergency only |
    | Post-incident | 48 hours | Related fixes only |

    ## 10. Metrics

    | Metric | Target | Measurement |
    |---|---|---|
    | Change success rate | >95% | Successful / Total |
    | Emergency change rate | <5% | Emergency / Total |
    | Mean time to deploy | <2 hours (normal) | Approval to deployment |
    | Rollback rate | <2% | Rollbacks / Total |

    ## 11. Audit

    Retention: 3 years minimum
    """

  package static let file = SourceFile(path: "content/policy/POL-TEST-001.md", text: text)

  /// The policy as it is read with the built-in settings.
  package static func read() -> Policy { readPolicy(file, settings: Settings()) }

  /// - Returns: Nil never, in practice: a book of one policy.
  package static func book() -> PolicyBook? { PolicyBook([read()]) }
}

/// A record's text read by `SamplePolicy`.
package func readSampleChange(
  _ text: String, path: String = "content/changes/CHG-2026-0001.md"
) throws -> Change {
  guard let book = SamplePolicy.book() else { throw NoPolicy() }
  return readChange(
    SourceFile(path: path, text: text), policies: book, settings: Settings())
}

/// The sample policy could not be read at all.
package struct NoPolicy: Error {}

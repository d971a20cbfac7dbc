import Configuration
import PolicyReading
import SourceText

/// A policy with every table and clause, in the usual words and styles.
enum LedgerPolicy {
  static let path = "content/policy/POL-CM-007.md"
  static let file = SourceFile(path: path, text: text)
  static let policy = readPolicy(file, settings: Settings())

  /// The same with one piece of text replaced.
  static func replacing(_ old: String, _ new: String, settings: Settings = Settings()) -> Policy {
    precondition(text.contains(old), "the fixture does not say “\(old)”")
    let changed = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      .joined(separator: new)
    return readPolicy(SourceFile(path: path, text: changed), settings: settings)
  }

  static let text = """
    # Policy for Changes to the Ledger

    **Document ID:** POL-CM-007
    **Version:** 1.0
    **Effective Date:** 2026-01-19
    **Review Cycle:** Annual
    **Owner:** Platform Group
    **Classification:** Internal

    ---

    ## 1. Why we have this

    Changes are the most common cause of outages; this policy keeps them few and small.

    ## 3. Kinds of change

    ### 3.1 Change Types

    | Type | Description | Approval | Lead Time |
    |------|-------------|----------|-----------|
    | **Standard** | Routine work from the list below | Pre-approved | Immediate |
    | **Normal** | Planned work | CAB review | 5 days |
    | **Emergency** | Repairs that cannot wait | Emergency CAB | Immediate |
    | **Runtime Upgrade** | New on-chain logic | Governance vote | Voting period |

    ### 3.2 Risk Classification

    | Risk Level | Criteria | Examples |
    |------------|----------|----------|
    | **Low** | Nobody notices | Texts |
    | **Medium** | Some notice | Settings |
    | **High** | Many notice | Schema changes |
    | **Critical** | Everybody notices | Consensus changes |

    ## 4. How a change goes

    ### 4.1 Standard Changes (Pre-Approved)

    | Change | Conditions |
    |--------|------------|
    | Dependency updates (patch) | CI is green |
    | Log level changes | Outside production |
    | Alert thresholds | Inside the agreed range |
    | Documentation updates | Nothing about security |

    ### 4.3 Emergency Changes

    1. Declare it
    2. Repair it
    3. Post-implementation review within 48 hours

    ### 4.4 Runtime Upgrades (On-Chain)

    ```
    ┌──────────────────────────────────────────┐
    │  3. VOTING                               │
    │     └── Validators vote:                 │
    │         • Duration: [configurable] blocks│
    │         • Threshold: 2/3+ approval       │
    └──────────────────────────────────────────┘
    ```

    ## 5. Change Requests

    ### 5.1 Required Information

    | Field | Required For | Description |
    |-------|--------------|-------------|
    | Title | All | In one line |
    | Description | All | In full |
    | Justification | Normal, Emergency | Why now |
    | Risk Level | All | Low/Medium/High/Critical |
    | Impact | Normal, Emergency | Who notices |
    | Implementation Plan | Normal, Runtime | Step by step |
    | Rollback Plan | Normal, Runtime | The way back |
    | Testing Evidence | All | What was tested |
    | Approvals | Normal, Runtime | Who agreed |

    ### 5.2 Change Request Template

    ```markdown
    ## Change Request: [Title]

    ### Summary
    [One paragraph description]

    ### Type
    [ ] Standard  [ ] Normal  [ ] Emergency  [ ] Runtime Upgrade

    ### Justification
    [Why is this change needed?]

    ### Impact Assessment
    - **Systems affected:**

    ### Implementation Plan
    1. Step 1
    2. Step 2
    3. ...

    ### Testing Evidence
    - [ ] Unit tests pass
    - [ ] Security review complete (if required)

    ### Approvals
    - [ ] Technical Review: @reviewer
    - [ ] Security Review: @security (if required)
    - [ ] CAB Approval: @cab

    ### Schedule
    - **Requested date:**
    - **Maintenance window required:** Yes/No
    ```

    ## 6. Review

    ### 6.1 Review Requirements by Change Type

    | Change Type | Reviewers Required | Security Review |
    |-------------|-------------------|-----------------|
    | Documentation | 1 | No |
    | Configuration | 1 | If security-relevant |
    | Application code | 2 | If security-relevant |
    | Pallet code | 2 + 1 security | Yes |
    | Cryptographic code | 2 + 2 security | Yes |
    | Infrastructure | 1 + 1 security | Yes |

    ## 7. Testing

    ### 7.1 Testing Matrix

    | Change Type | Unit | Integration | Staging | Mainnet Canary |
    |-------------|:----:|:-----------:|:-------:|:--------------:|
    | Documentation | - | - | - | - |
    | Configuration | - | Yes | Yes | - |
    | Bug fix | Yes | Yes | Yes | - |
    | New feature | Yes | Yes | Yes | Optional |
    | Runtime upgrade | Yes | Yes | Yes | Recommended |

    ### 7.2 Test Environments

    | Environment | Purpose | Data |
    |-------------|---------|------|
    | Local | Trying things | Invented |
    | Staging | The last look | Cleaned |

    ## 8. When

    ### 8.1 Standard Windows

    | Window | Time (UTC) | Purpose |
    |--------|------------|---------|
    | Low-traffic | 02:00-06:00 | Significant changes |
    | Business hours | 14:00-18:00 | Monitoring-heavy changes |
    | Any time | 24/7 | Standard changes, documentation |

    ### 8.2 Freeze Periods

    | Period | Duration | Changes Allowed |
    |--------|----------|-----------------|
    | Holiday freeze | Dec 20 - Jan 5 | Emergency only |
    | Major events | As declared | Emergency only |
    | Post-incident | 48 hours | Related fixes only |

    ## 9. Rollback

    ```
    | Change | Conditions |
    |--------|------------|
    | Everything | Never |
    ```

    ## 10. Metrics and Reporting

    ### 10.1 Change Metrics

    | Metric | Target | Measurement |
    |--------|--------|-------------|
    | Change success rate | >95% | Successful / Total |
    | Emergency change rate | <5% | Emergency / Total |
    | Mean time to deploy | <2 hours (normal) | Approval to deployment |
    | Rollback rate | <2% | Rollbacks / Total |

    ### 10.2 Reporting

    - **Weekly:** What changed, to the platform group
    - **Monthly:** The figures, to the directors
    - **Quarterly:** The review of this policy

    ## 11. Compliance

    ### 11.1 Standards Alignment

    | Standard | Requirement | Implementation |
    |----------|-------------|----------------|
    | SOC 2 CC8.1 | Change authorization | Sections 3 and 4 |
    | SOC 2 CC8.2 | Testing before deployment | Section 7 |
    | ISO 27001 A.12.1.2 | Change management | All of it |

    ### 11.2 Audit Trail

    Every change says what, who, when, why and who approved it.

    Retention: 3 years minimum

    ## 12. Document History

    | Version | Date | Author | Changes |
    |---------|------|--------|---------|
    | 1.0 | 2026-01-19 | Platform Group | First edition |
    """
}

import SourceText

/// A change policy with every table, for tests of whatever is judged by one.
package enum FullPolicy {
  package static let path = "content/policy/POL-TEST-002.md"

  package static let text = """
    # Policy for Changes

    **Document ID:** POL-TEST-002
    **Version:** 1.0
    **Effective Date:** 2026-01-01
    **Review Cycle:** Annual
    **Owner:** Test bench

    ## 3. Kinds of change

    ### 3.1 Change types

    | Type | Description | Approval | Lead Time |
    |------|-------------|----------|-----------|
    | **Standard** | Routine work | Pre-approved | Immediate |
    | **Normal** | Planned work | CAB review | 5 days |
    | **Emergency** | Work that cannot wait | Emergency CAB | Immediate |
    | **Runtime Upgrade** | Work on the chain itself | Governance vote | Voting period |

    ### 3.2 Risk levels

    | Risk Level | Criteria | Examples |
    |------------|----------|----------|
    | **Low** | Nobody notices | Log levels |
    | **Medium** | Some notice | Settings |
    | **High** | Service may stop | Databases |
    | **Critical** | The network may stop | Runtimes |

    ## 4. How a change is made

    ### 4.1 Standard changes

    | Change | Conditions |
    |--------|------------|
    | Dependency updates (patch) | Tests pass, no advisory |
    | Log level changes | Outside production |
    | Monitoring threshold adjustments | Inside the agreed range |
    | Documentation updates | Not about security |

    ### 4.3 Emergency changes

    1. The lead declares the emergency
    2. Post-implementation review within 48 hours

    A word is enough to begin, and is written down at once.

    ### 4.4 Runtime upgrades

    Validators vote.

    - Threshold of the vote: 2/3+ approval

    ## 5. What a request holds

    ### 5.1 Required information

    | Field | Required For | Description |
    |-------|--------------|-------------|
    | Title | All | What it is called |
    | Description | All | What happens |
    | Justification | Normal, Emergency | Why it happens |
    | Risk Level | All | How bad it can be |
    | Impact | Normal, Emergency | Who is touched |
    | Implementation Plan | Normal, Runtime | The steps there |
    | Rollback Plan | Normal, Runtime | The steps back |
    | Testing Evidence | All | What was tried |
    | Approvals | Normal, Runtime | Who agreed |

    ### 5.2 Template of a request

    ```markdown
    ## Change Request: [Title]

    ### Summary
    [What it is about]

    ### Type
    [ ] Standard  [ ] Normal  [ ] Emergency  [ ] Runtime Upgrade

    ### Risk Level
    [ ] Low  [ ] Medium  [ ] High  [ ] Critical

    ### Justification
    [Why is this change needed?]

    ### Technical Details
    [How it is done]

    ### Impact Assessment
    - **Systems affected:**
    - **Users affected:**
    - **Downtime required:**
    - **Performance impact:**

    ### Implementation Plan
    1. Step 1
    2. Step 2

    ### Rollback Plan
    1. Step 1
    2. Step 2

    ### Testing Evidence
    - [ ] Unit tests pass
    - [ ] Integration tests pass
    - [ ] Staging deployment successful
    - [ ] Security review complete (if required)

    ### Approvals
    - [ ] Technical Review: @reviewer
    - [ ] Security Review: @security (if required)
    - [ ] CAB Approval: @cab

    ### Schedule
    - **Requested date:**
    - **Maintenance window required:** Yes/No
    ```

    ## 6. Reviews

    ### 6.1 Reviewers

    | Change Type | Reviewers Required | Security Review |
    |-------------|-------------------|-----------------|
    | Documentation | 1 | No |
    | Configuration | 1 | If security-relevant |
    | Application code | 2 | If security-relevant |
    | Pallet code | 2 + 1 security | Yes |
    | Cryptographic code | 2 + 2 security | Yes |
    | Infrastructure | 1 + 1 security | Yes |

    ## 7. Tests

    ### 7.1 Test levels

    | Change Type | Unit | Integration | Staging | Mainnet Canary |
    |-------------|:----:|:-----------:|:-------:|:--------------:|
    | Documentation | - | - | - | - |
    | Configuration | - | Yes | Yes | - |
    | Bug fix | Yes | Yes | Yes | - |
    | New feature | Yes | Yes | Yes | Optional |
    | Runtime upgrade | Yes | Yes | Yes | Recommended |

    ### 7.2 Environments

    | Environment | Purpose | Data |
    |-------------|---------|------|
    | Staging | Trying out | Made up |
    | Mainnet | Production | Real |

    ## 8. When

    ### 8.1 Windows

    | Window | Time (UTC) | Purpose |
    |--------|------------|---------|
    | Low-traffic | 02:00-06:00 | Significant changes |
    | Business hours | 14:00-18:00 | Monitoring-heavy changes |
    | Any time | 24/7 | Standard changes, documentation |

    ### 8.2 Freezes

    | Period | Duration | Changes Allowed |
    |--------|----------|-----------------|
    | Holiday freeze | Dec 20 - Jan 5 | Emergency only |
    | Major events | As declared | Emergency only |
    | Post-incident | 48 hours | Related fixes only |

    ## 9. Going back

    ### 9.1 Rollback of applications

    What failed is undone, verified, and looked into afterwards.

    ### 9.2 Rollback of a runtime upgrade

    There is no way back, only a fix by another vote.

    ## 10. Figures

    ### 10.1 Targets

    | Metric | Target | Measurement |
    |--------|--------|-------------|
    | Change success rate | >95% | Successful / Total |
    | Emergency change rate | <5% | Emergency / Total |
    | Mean time to deploy | <2 hours (normal) | Approval to deployment |
    | Rollback rate | <2% | Rollbacks / Total |

    ### 10.2 Reports

    - **Weekly:** Summary to engineering
    - **Monthly:** Figures to leadership
    - **Quarterly:** Review of the process

    ## 11. Proof

    ### 11.1 Standards

    | Standard | Requirement | Implementation |
    |----------|-------------|----------------|
    | SOC 2 CC8.1 | Changes are authorised | CAB |

    ### 11.2 Audit trail

    Retention: 3 years minimum

    ## 12. History

    | Version | Date | Author | Changes |
    |---------|------|--------|---------|
    | 1.0 | 2026-01-01 | Test bench | First version |
    """

  /// The policy with a table in place of its own that has the same first column head.
  package static func text(replacingTableWith table: String) -> String {
    let replacement = table.split(separator: "\n").map(String.init)
    let head = firstCell(replacement.first ?? "")
    var lines: [String] = []
    var isReplacing = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if !isReplacing, line.hasPrefix("|"), firstCell(line) == head {
        isReplacing = true
        lines += replacement
      }
      if isReplacing, line.hasPrefix("|") { continue }
      isReplacing = false
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private static func firstCell(_ row: String) -> String {
    row.split(separator: "|").first.map { $0.split(separator: " ").joined(separator: " ") } ?? ""
  }
}

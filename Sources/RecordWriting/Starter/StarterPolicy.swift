import Chronology

/// A short change policy with every table that is read, to be edited by whoever begins with it.
enum StarterPolicy {
  static func text(from day: CivilDay) -> String {
    """
    # Change Policy

    **Document ID:** POL-CHG-001
    **Version:** 1.0
    **Effective Date:** \(day)
    **Review Cycle:** Annual
    **Owner:** Engineering

    ## 1. Purpose

    Every change to production is recorded, reviewed and carried out so that it can be undone. This is a starting point:
    edit the tables until they say how you work. `changebook policy` shows what is understood of them.

    ## 2. Changes

    ### 2.1 Change types

    | Type | Description | Approval | Lead Time |
    |------|-------------|----------|-----------|
    | **Standard** | Low-risk work of a kind that is approved in advance | Pre-approved | Immediate |
    | **Normal** | Planned work | CAB review | 2 days |
    | **Emergency** | Work that cannot wait | Emergency CAB | Immediate |

    ### 2.2 Risk levels

    | Risk Level | Criteria | Examples |
    |------------|----------|----------|
    | **Low** | Nobody notices, and it is easily undone | Documentation, log levels |
    | **Medium** | Little impact, and it can be undone | Settings, small features |
    | **High** | Service may be interrupted, and undoing takes work | Databases, networks |

    ### 2.3 Pre-approved changes

    | Change | Conditions |
    |--------|------------|
    | Documentation updates | Not about security |
    | Dependency updates (patch) | Tests pass, no advisory |
    | Log level changes | Back to normal within a week |

    ### 2.4 Emergency changes

    1. The engineering lead declares the emergency
    2. Post-implementation review within 3 days

    ## 3. What a record holds

    ### 3.1 Required information

    | Field | Required For | Description |
    |-------|--------------|-------------|
    | Title | All | What is changed, in a few words |
    | Description | All | What happens, for whoever was not there |
    | Justification | Normal, Emergency | Why it is needed |
    | Risk Level | All | By the table of risk levels |
    | Impact | Normal, Emergency | Which systems and users it touches |
    | Implementation Plan | Normal | The steps, one a line |
    | Rollback Plan | Normal | How to get back |
    | Testing Evidence | All | What was tested and where |
    | Approvals | Normal | Who has agreed |

    ### 3.2 Template

    ```markdown
    ## Change Request: [Title]

    ### Summary
    [What is changed, in one paragraph]

    ### Type
    [ ] Standard  [ ] Normal  [ ] Emergency

    ### Risk Level
    [ ] Low  [ ] Medium  [ ] High

    ### Justification
    [Why is this change needed?]

    ### Impact Assessment
    - **Systems affected:**
    - **Users affected:**
    - **Downtime required:**

    ### Implementation Plan
    1. [First step]

    ### Rollback Plan
    1. [First step back]

    ### Testing Evidence
    - [ ] Unit tests pass
    - [ ] Staging tests pass

    ### Approvals
    - [ ] Technical Review: @reviewer
    - [ ] Security Review: @security
    - [ ] CAB Approval: @cab
    ```

    ## 4. Reviews and tests

    ### 4.1 Reviewers

    | Change Type | Reviewers Required | Security Review |
    |-------------|--------------------|-----------------|
    | Documentation | 1 | No |
    | Configuration | 1 | If security-relevant |
    | Application code | 1 | If security-relevant |
    | Infrastructure | 1 + 1 security | Yes |

    ### 4.2 Tests

    | Change Type | Unit | Staging |
    |-------------|:----:|:-------:|
    | Documentation | - | - |
    | Configuration | - | Yes |
    | Application code | Yes | Yes |
    | Infrastructure | - | Yes |

    ### 4.3 Environments

    | Environment | Purpose |
    |-------------|---------|
    | Staging | Trying changes out before they go live |
    | Production | Serving users |

    ## 5. When changes are made

    ### 5.1 Windows

    | Window | Time (UTC) | Purpose |
    |--------|------------|---------|
    | Working hours | Mon-Thu 09:00-16:00 | Normal changes |
    | Any time | 24/7 | Standard changes, documentation |

    ### 5.2 Freezes

    | Period | Duration | Changes Allowed |
    |--------|----------|-----------------|
    | Year end | Dec 20 - Jan 3 | Emergency only |
    | After an incident | 24 hours | Related fixes only |

    ## 6. Figures and records

    ### 6.1 Targets

    | Metric | Target | Measurement |
    |--------|--------|-------------|
    | Change success rate | >95% | Successful / Total |
    | Emergency change rate | <10% | Emergency / Total |
    | Rollback rate | <5% | Rollbacks / Total |

    ### 6.2 Reporting

    - **Monthly:** Change metrics to leadership

    ### 6.3 Retention

    - **Retention:** 3 years minimum

    ## 7. Standards

    | Standard | Requirement | Implementation |
    |----------|-------------|----------------|
    | SOC 2 CC8.1 | Changes are authorised, tested and documented | This policy and its records |
    | ISO 27001 A.8.32 | Change management | This policy and its records |

    ## 8. History

    | Version | Date | Author | Changes |
    |---------|------|--------|---------|
    | 1.0 | \(day) | Engineering | First version |

    """
  }
}

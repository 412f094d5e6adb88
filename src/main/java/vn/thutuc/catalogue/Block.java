package vn.thutuc.catalogue;

import java.util.Set;

/**
 * The building blocks a procedure's stages are made of: the vocabulary designers, scaffold, lint
 * and rehearsal share. What frames every procedure (reception, completeness check, supplement,
 * refusal of reception, return of the result, withdrawal, stop, late dossier) is not written down
 * as a stage.
 */
public enum Block {
  /**
   * A specialist appraises the dossier and proposes to grant, to ask for a supplement or to refuse.
   */
  APPRAISE,
  /** Another body verifies a fact and answers within its own term. */
  VERIFY,
  /** Another body is asked for its opinion and answers within its own term. */
  CONSULT,
  /**
   * The place is inspected; where the facts say so, what is wrong may be remedied and inspected
   * again.
   */
  INSPECT,
  /** An appraisal council or working group meets and concludes. */
  COUNCIL,
  /** The applicant sits an examination or a test of skills. */
  EXAMINE,
  /** A sample or an article is tested by a laboratory or on site. */
  TEST,
  /** A meeting, a dialogue or a mediation with the people concerned. */
  MEETING,
  /** Something is posted for the public during a term; objections are collected. */
  POSTING,
  /** The applicant confirms or corrects a draft of the result. */
  CONFIRM_DRAFT,
  /**
   * A financial obligation: information sheet, notice, proof of payment; the clock stands still.
   */
  OBLIGATION,
  /** The applicant completes the dossier after comments in substance; the clock stands still. */
  REVISE,
  /** A specialist drafts a paper that is not the result. */
  DRAFT,
  /** The head or the leader signs a paper that is not the result, e.g. a submission. */
  SIGN,
  /** The result: drafted, reviewed by the head, signed by the leader, numbered, recorded. */
  RESULT,
  /** The People's Committee of the province or its chairman decides upon a submission. */
  DECIDE_PROVINCE,
  /** The People's Council decides at one of its sessions. */
  DECIDE_ASSEMBLY,
  /** A ministry, the Prime Minister or the Government decides; waited for, not ours. */
  DECIDE_ABOVE,
  /** A national or specialised database is asked and the answer recorded. */
  LOOK_UP,
  /** An entry into a register. */
  REGISTER,
  /** The dossier is handed from desk to desk or from body to body; the clock runs on. */
  FORWARD,
  /** The applicant is told in writing of something that is not the return of the result. */
  NOTIFY,
  /** The dossier is settled outside the house: handed over, followed, the result received. */
  ELSEWHERE,
  /** The result is published. After the result. */
  PUBLISH,
  /** A copy of the result goes to another body. After the result. */
  COPY,
  /** Money is paid out. After the result. */
  PAY,
  /** A result issued before is corrected or revoked. */
  CORRECT,
  /** Group: stages under a phase of their own. One branch. */
  PHASE,
  /** Group: branches that run side by side and are waited for together. */
  PARALLEL,
  /** Group: one branch is taken by a fact of the dossier: its case, area class or channel. */
  CHOICE,
  /**
   * Group: an officer answers a question with yes or no. Stages "when necessary" stand under yes.
   */
  DECIDE;

  private static final Set<Block> GROUPS = Set.of(PHASE, PARALLEL, CHOICE, DECIDE);
  private static final Set<Block> AFTER =
      Set.of(PUBLISH, COPY, PAY, REGISTER, LOOK_UP, FORWARD, NOTIFY);
  private static final Set<Block> OUTSIDE_ALWAYS = Set.of(DECIDE_ABOVE, DECIDE_ASSEMBLY, ELSEWHERE);

  /** Whether it holds branches with stages of their own. */
  public boolean isGroup() {
    return GROUPS.contains(this);
  }

  /** Whether it may stand after the result. */
  public boolean mayFollowTheResult() {
    return AFTER.contains(this);
  }

  /** Whether whoever acts is never a unit of the house, so that an officer records what came. */
  public boolean isAlwaysOutside() {
    return OUTSIDE_ALWAYS.contains(this);
  }
}

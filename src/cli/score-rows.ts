import type { Language } from '../config/config.js';
import { scoreReason } from '../domain/catalogue/score-reasons.js';
import type { Appeal, Scorecard } from '../domain/scorecard.js';

// Keys of `scorecard --json`. Stable: add, never rename.

export function scorecardJson(card: Scorecard, language: Language) {
  return {
    code: card.code,
    title: card.title,
    peer_group: card.peerGroup,
    score: card.score,
    rank: card.rank,
    of: card.peers,
    previous: card.previous,
    trend: card.score === null || card.previous === null ? null : card.score - card.previous,
    projects: card.projects,
    late_credit_rial: card.lateCreditRial,
    components: card.components.map((component) => ({
      name: component.name,
      value: component.value,
      points: component.points,
      lost: component.lost,
      counted: component.counted,
      of: component.of,
      restored: component.restored,
      reason: scoreReason(component, language),
    })),
    appeals: card.appeals.map(appealJson),
  };
}

export function appealJson(appeal: Appeal) {
  return {
    appeal: appeal.id,
    department: appeal.department,
    period: appeal.period,
    component: appeal.component,
    text: appeal.text,
    recorded_at: appeal.recordedAt,
    outcome: appeal.outcome,
    decided_by: appeal.decidedBy,
    decided_at: appeal.decidedAt,
    reason: appeal.reason,
  };
}

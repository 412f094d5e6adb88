// Assignments of a unit's tasks, decisions of a leader, and who stands in for whom.

import { whoAmI } from '/assets/page.js';
import { showDecisions } from './decisions.js';
import { showDeputies } from './deputies.js';
import { showUnit } from './unit.js';
import { showTransfer } from './transfer.js';
import { showMerger } from './merger.js';
import { showOpinions } from './opinions.js';

const me = await whoAmI();
if (me) {
  await Promise.all([showDeputies(), showDecisions(), showOpinions(), showUnit(me.heads)]);
  const administers = me.roles.includes('administrator');
  await showTransfer(administers);
  if (administers) await showMerger();
}

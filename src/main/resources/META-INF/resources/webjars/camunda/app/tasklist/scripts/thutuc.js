// Entry of our Tasklist plugins; config.js names it in customScripts.
// A plugin is {id, pluginPoint, priority, properties, render(node, {api, taskId})}; Tasklist gives it an empty
// node of its own. One plugin object serves many nodes, so none of ours keeps a node or defines unmount.

import './forget-start-draft.js';
import './typed-text.js';
import './step-return.js';
import { actsTab } from './acts.js';
import { assignmentLink } from './assignment-link.js';
import { bellPlugin } from './bell.js';
import { cardPlugin } from './card.js';
import { handoverLink, parcelsLink } from './desk-links.js';
import { dossierTab, termTab } from './tabs.js';
import { papersTab } from './papers.js';
import { printingTab } from './printing.js';
import { receptionLink } from './reception-link.js';
import { findDossier } from './find-dossier.js';
import { draftTab } from './result-draft.js';
import { mentionsPlugin, talkTab } from './talk.js';

export default [
  cardPlugin, actsTab, draftTab, dossierTab, termTab, papersTab, printingTab, talkTab, receptionLink, findDossier,
  mentionsPlugin, bellPlugin, assignmentLink, handoverLink, parcelsLink
];

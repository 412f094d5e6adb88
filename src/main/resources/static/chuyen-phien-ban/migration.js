// The page of administrators that moves dossiers to a new version: each part shows itself.

import { alertProblem, whoAmI } from '/assets/page.js';
import { showModels } from './models.js';
import { showRuns } from './runs.js';

if (await whoAmI()) {
  try {
    await Promise.all([showModels(), showRuns()]);
    document.getElementById('content').hidden = false;
  } catch (problem) {
    alertProblem(problem);
  }
}

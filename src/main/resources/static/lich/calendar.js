// The calendar of administrators: each part of the page shows itself.

import { alertProblem, whoAmI } from '/assets/page.js';
import { showHours } from './hours.js';
import './repair.js';
import { showRuns } from './runs.js';
import { showYears } from './years.js';

if (await whoAmI()) {
  try {
    await Promise.all([showYears(), showHours(), showRuns()]);
    document.getElementById('content').hidden = false;
  } catch (problem) {
    alertProblem(problem);
  }
}

// The start page: says who is logged in, and shows administrators the way to the calendar.

import { whoAmI } from './page.js';

const me = await whoAmI();
document.getElementById('calendar').hidden = !me?.roles?.includes('administrator');

// The start page: says who is logged in.

import { whoAmI } from './page.js';

whoAmI();

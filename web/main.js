/** Everything the pages need, in one bundle. */
import "./calculator/clinical-calculator.js";
import "./search/calculator-filter.js";
import "./offline/offline-notice.js";
import "./engine/prefetch.js";
import "./verify/verify-calculators.js";
import "./check/check-an-answer.js";
import { forgetStrayLink } from "./calculator/permalink.js";

// The forms of this page have read what is theirs.
forgetStrayLink();

/** Everything the pages need, in one bundle. */
import "./clinical-calculator.js";
import "./calculator-filter.js";
import "./offline-notice.js";
import "./prefetch.js";

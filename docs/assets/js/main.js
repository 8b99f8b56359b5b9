/** Everything the pages need, in one bundle. */
import "./clinical-calculator.js";
import "./calculator-filter.js";

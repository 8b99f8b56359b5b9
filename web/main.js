/** Everything the pages need, in one bundle. */
import "./calculator/clinical-calculator.js";
import "./search/calculator-filter.js";
import "./search/recommendation-filter.js";
import "./search/search-button.js";
import "./offline/offline-notice.js";
import "./engine/outdated-runtime.js";
import "./engine/prefetch.js";
import "./verify/verify-calculators.js";
import "./check/check-an-answer.js";
import "./keys/shortcuts.js";
import "./page/folded-forms.js";
import "./page/glossary-meanings.js";
import "./page/heading-links.js";
import "./page/page-contents.js";
import "./page/print-section.js";
import "./recent/recent-calculators.js";
import "./report/report-links.js";
import { forgetStrayLink } from "./calculator/permalink.js";

// The forms of this page have read what is theirs.
forgetStrayLink();

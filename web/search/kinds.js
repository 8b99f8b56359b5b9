/** Words for what a result is, by its kind: those of press/src/press/site/search_page.py, and sentences that recommend. */

/** @type {Record<string, {one: string, many: string}>} */
export const KINDS = {
  guidance: { one: "Guidance", many: "Guidance" },
  calculator: { one: "Calculator", many: "Calculators" },
  worksheet: { one: "Worksheet", many: "Worksheets" },
  sheet: { one: "Sheet to print", many: "Sheets to print" },
  glossary: { one: "Glossary", many: "Glossary" },
  recommendation: { one: "Recommendation", many: "Recommendations" },
  about: { one: "About this site", many: "About this site" },
};

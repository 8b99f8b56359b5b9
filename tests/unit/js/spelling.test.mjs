import assert from "node:assert/strict";
import { test } from "node:test";
import { americanSpellings } from "../../../web/search/spelling.js";

const PAIRS = {
  anaesthesia: "anesthesia",
  haemorrhage: "hemorrhage",
  oestrogen: "estrogen",
  oedema: "edema",
  diarrhoea: "diarrhea",
  behaviour: "behavior",
  tumour: "tumor",
  licence: "license",
  litre: "liter",
  stabiliser: "stabilizer",
  randomised: "randomized",
  hospitalisation: "hospitalization",
  analyse: "analyze",
  sulphate: "sulfate",
  labelled: "labeled",
  programme: "program",
};

for (const [british, american] of Object.entries(PAIRS)) {
  test(`“${british}” is looked for as “${american}” too`, () =>
    assert.ok(americanSpellings(british).includes(american)));
}

test("a word that is written alike everywhere has no other spelling", () => {
  assert.deepEqual(americanSpellings("ketamine"), []);
});

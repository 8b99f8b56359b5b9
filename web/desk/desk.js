/** Everything that the page of the editors' desk needs beside what every page has. Tests ask its Python by what is exported. */
import "./desk-page.js";

export { DeskPython } from "./python.js";
export { settingsOf } from "./settings.js";

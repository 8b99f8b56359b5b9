/** Everything that the page of the editors' desk needs beside what every page has. */
import "./desk-page.js";
